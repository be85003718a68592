import { type HttpRequest, headerOf } from '../http/exchange.ts';
import { readCookies, sessionCookieName } from './cookies.ts';

/** What a request shows of itself; nothing of it has been believed yet. */
export type Credentials =
  | { readonly kind: 'key'; readonly secret: string }
  | { readonly kind: 'session'; readonly token: string };

const BEARER = /^bearer(?: +(\S+))? *$/i;

/** A request with a bearer is a key's, right or wrong: it never falls back to the cookie. */
export const credentialsOf = (request: HttpRequest): Credentials | undefined => {
  const bearer = BEARER.exec(headerOf(request, 'authorization') ?? '');
  if (bearer !== null) return { kind: 'key', secret: bearer[1] ?? '' };
  const token = readCookies(headerOf(request, 'cookie')).get(sessionCookieName(request.protocol));
  return token === undefined ? undefined : { kind: 'session', token };
};
