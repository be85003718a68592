import { VERSION_HEADER } from '#contract/dossiers';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { readHeader } from '../platform/http/request-headers.ts';
import { keyOf as keyOfRequest } from '../platform/idempotency/idempotency-key.ts';
import type { Asked } from './store/event-store.service.ts';

/** Who asks, and the request that carries it. */
export interface Asking {
  readonly actor: RequestActor;
  readonly request: Pick<HttpRequest, 'id' | 'ip' | 'headers' | 'url' | 'method' | 'body'>;
}

/** Under which key the request asks to be done once; undefined where it does not. */
export const keyOf = ({ actor, request }: Asking): Asked | undefined =>
  keyOfRequest(actor, request);

/** The version the command was decided on; undefined where the request does not say. */
export const expectedVersion = ({ request }: Asking): number | undefined => {
  const version = readHeader(request, VERSION_HEADER);
  return version === undefined ? undefined : Number(version);
};
