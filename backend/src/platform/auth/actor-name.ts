import type { RequestActor } from './request-actor.ts';

/** How rows name an actor: `user:<id>`, `key:<id>`. */
export const actorName = ({ kind, id }: Pick<RequestActor, 'kind' | 'id'>): string =>
  `${kind}:${id}`;
