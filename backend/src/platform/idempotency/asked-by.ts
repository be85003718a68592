import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { findActor } from '../auth/current-actor.ts';
import type { HttpRequest } from '../http/exchange.ts';
import type { Ask } from './ask.ts';
import { askingOf } from './idempotency-key.ts';

const askOf = (request: HttpRequest): Ask => {
  const actor = findActor(request);
  if (actor === undefined) throw new Error('A route behind a policy has nobody who asks');
  return { actor, from: request, asking: askingOf(request) };
};

/** Who asks, from where, and whether it may be a repetition: `handler(@AskedBy() ask: Ask)`. */
export const AskedBy = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  askOf(context.switchToHttp().getRequest<HttpRequest>()),
);
