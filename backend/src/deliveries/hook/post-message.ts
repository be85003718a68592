import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type AllowedPlaces, isAllowedAddress } from './allowed-place.ts';

const WHOLE_MS = 5_000;
const READ_BYTES = 65_536;

export interface Message {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the other side said; of a long answer only how it began. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

export class PlaceRefused extends Error {}

/**
 * Resolves as the system does, and lets no address through that is not allowed: what is connected to is
 * what was looked at, so a name that changes its mind in between gains nothing.
 */
const guarded =
  (places: AllowedPlaces): LookupFunction =>
  (hostname, options, answer) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        answer(error, '', 0);
        return;
      }
      const allowed = addresses.filter(({ address }) => isAllowedAddress(places, address));
      const [first] = allowed;
      if (first === undefined) answer(new PlaceRefused(hostname), '', 0);
      else if (options.all === true) answer(null, allowed);
      else answer(null, first.address, first.family);
    });
  };

/** An address in place of a name is never looked up, so it is looked at here. */
const requireAllowed = (places: AllowedPlaces, { hostname }: URL): void => {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isAllowedAddress(places, address)) throw new PlaceRefused(address);
};

/**
 * Sends a message and gives the answer. It follows no redirection, reads no more than
 * 64 KiB and is over after five seconds, whatever the other side does.
 */
export const postMessage = (
  { url, headers, body }: Message,
  places: AllowedPlaces,
): Promise<Answer> => {
  requireAllowed(places, url);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const call = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: guarded(places),
      signal: AbortSignal.timeout(WHOLE_MS),
      agent: false,
    });
    call.once('error', reject);
    call.once('response', (response) => {
      const status = response.statusCode ?? 0;
      const parts: Buffer[] = [];
      let read = 0;
      const finish = () => {
        resolve({ status, text: Buffer.concat(parts).toString() });
        response.destroy();
      };
      response.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > READ_BYTES) finish();
        else parts.push(chunk);
      });
      response.once('end', finish);
      response.once('error', reject);
    });
    call.end(body);
  });
};
