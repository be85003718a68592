import {
  deskCookieName,
  deviceCookieName,
  readCookies,
  sessionCookieName,
  writeCookie,
} from '../../platform/auth/cookies.ts';
import { type HttpReply, type HttpRequest, headerOf } from '../../platform/http/exchange.ts';

/** What the browser brought along from earlier. */
export interface Brought {
  readonly session: string | undefined;
  readonly device: string | undefined;
  readonly desk: string | undefined;
}

export const broughtBy = (request: HttpRequest): Brought => {
  const cookies = readCookies(headerOf(request, 'cookie'));
  return {
    session: cookies.get(sessionCookieName(request.protocol)),
    device: cookies.get(deviceCookieName(request.protocol)),
    desk: cookies.get(deskCookieName(request.protocol)),
  };
};

/** What a browser is to bring along from now on. */
export interface ToBring {
  readonly name: (protocol: string) => string;
  readonly value: string;
  readonly maxAgeSeconds?: number;
}

export const handOver = (
  { name, ...cookie }: ToBring,
  { protocol }: HttpRequest,
  reply: HttpReply,
): void => {
  reply.header('set-cookie', writeCookie({ name: name(protocol), ...cookie }, protocol));
};
