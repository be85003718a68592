import { createHash } from 'node:crypto';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { KEY_HEADER } from '#contract/dossiers';
import { findActor } from '../auth/current-actor.ts';
import { actorName } from '../auth/actor-name.ts';
import type { HttpRequest } from '../http/exchange.ts';
import { readHeader } from '../http/request-headers.ts';

/** The same again is answered again, not done again: who asked, under which key, for what. */
export interface Asking {
  readonly actor: string;
  readonly key: string;
  /** SHA-256 of method, path and body, in hexadecimal. */
  readonly bodyHash: string;
}

type Named = Parameters<typeof actorName>[0];

const canonical = (value: unknown): unknown => {
  // A file is what its bytes are; written out as an object it would be a line for each of them.
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex');
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  );
};

/** The same for what says the same, in whatever order its fields were written. */
export const hashOf = (...parts: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(parts)))
    .digest('hex');

type Keyed = Pick<HttpRequest, 'method' | 'url' | 'headers' | 'body'>;

/** Under which key the request asks to be done once; undefined where it does not. */
export const keyOf = (actor: Named, request: Keyed): Asking | undefined => {
  const key = readHeader(request, KEY_HEADER);
  if (key === undefined) return undefined;
  const { method, url, body } = request;
  return { actor: actorName(actor), key, bodyHash: hashOf(method, url.split('?')[0], body ?? {}) };
};

export const askingOf = (request: HttpRequest): Asking | undefined => {
  const actor = findActor(request);
  return actor && keyOf(actor, request);
};

/** The `Idempotency-Key` of a request, if it has one: `handler(@Idempotent() asking: Asking | undefined)`. */
export const Idempotent = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  askingOf(context.switchToHttp().getRequest<HttpRequest>()),
);
