import { createHash } from 'node:crypto';
import { KEY_HEADER, VERSION_HEADER } from '#contract/dossiers';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { type HttpRequest, headerOf } from '../platform/http/exchange.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import type { Asked } from './store/event-store.service.ts';

/** Who asks, and the request that carries it. */
export interface Asking {
  readonly actor: RequestActor;
  readonly request: Pick<HttpRequest, 'id' | 'ip' | 'headers' | 'url'>;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The same for bodies that say the same, in whatever order. */
export const hashOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts, sorted)).digest('hex');

/** Under which key the request asks to be done once; undefined where it does not. */
export const keyOf = ({ actor, request }: Asking, body: unknown): Asked | undefined => {
  const key = headerOf(request, KEY_HEADER);
  if (key === undefined) return undefined;
  if (!KEY.test(key)) throw new ProblemError('invalid-request', { header: KEY_HEADER });
  return { actor: `${actor.kind}:${actor.id}`, key, bodyHash: hashOf(request.url, body) };
};

const VERSION = /^(?:W\/)?"?(\d{1,9})"?$/;

/** The version the command was decided on. */
export const expectedVersion = ({ request }: Asking): number => {
  const header = headerOf(request, VERSION_HEADER);
  if (header === undefined) throw new ProblemError('version-required');
  const version = VERSION.exec(header.trim())?.[1];
  if (version === undefined) throw new ProblemError('invalid-request', { header: VERSION_HEADER });
  return Number(version);
};
