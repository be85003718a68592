import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { RequestActor } from './request-actor.ts';

const actors = new WeakMap<object, RequestActor>();

/** Remembers whom the guard let in. */
export const admit = (request: object, actor: RequestActor): void => {
  actors.set(request, actor);
};

export const findActor = (request: object): RequestActor | undefined => actors.get(request);

/** The actor of the request: `handler(@CurrentActor() actor: RequestActor)`. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const actor = findActor(context.switchToHttp().getRequest<object>());
  if (actor === undefined)
    throw new Error('no actor: the route is public, or no guard stood by it');
  return actor;
});
