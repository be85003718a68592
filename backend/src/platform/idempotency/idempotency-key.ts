import { createHash } from 'node:crypto';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { findActor } from '../auth/current-actor.ts';
import { actorName } from '../auth/actor-name.ts';
import { type HttpRequest, headerOf } from '../http/exchange.ts';
import { ProblemError } from '../problem/problem-error.ts';

/** The same again is answered again, not done again: who asked, under which key, for what. */
export interface Asking {
  readonly actor: string;
  readonly key: string;
  /** SHA-256 of method, path and body, in hexadecimal. */
  readonly bodyHash: string;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, part]) => [name, canonical(part)]),
  );
};

/** The same for the same request, whatever the order in which its fields were written. */
const bodyHash = ({ method, url, body }: Pick<HttpRequest, 'method' | 'url' | 'body'>) => {
  const text = JSON.stringify([method, url.split('?')[0], canonical(body ?? {})]);
  return createHash('sha256').update(text).digest('hex');
};

export const askingOf = (request: HttpRequest): Asking | undefined => {
  const key = headerOf(request, 'idempotency-key');
  const actor = findActor(request);
  if (key === undefined || actor === undefined) return undefined;
  if (!KEY.test(key)) {
    throw new ProblemError('invalid-request', {}, [
      { path: 'Idempotency-Key', code: 'wrong-format' },
    ]);
  }
  return { actor: actorName(actor), key, bodyHash: bodyHash(request) };
};

/** The `Idempotency-Key` of a request, if it has one: `handler(@Idempotent() asking: Asking | undefined)`. */
export const Idempotent = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  askingOf(context.switchToHttp().getRequest<HttpRequest>()),
);
