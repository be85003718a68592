import type { RequestActor } from '../auth/request-actor.ts';
import type { HttpRequest } from '../http/exchange.ts';
import type { Asking } from './idempotency-key.ts';

/** Who asks for something to be done, from where, and whether it may be a repetition. */
export interface Ask {
  readonly actor: RequestActor;
  readonly from: Pick<HttpRequest, 'id' | 'ip'>;
  readonly asking?: Asking | undefined;
}
