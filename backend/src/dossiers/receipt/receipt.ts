import type { CreatedDossier, NewDossier } from '#contract/dossiers';
import type { ActorUnit } from '../../platform/auth/request-actor.ts';
import type { Asking } from '../asking.ts';
import type { Asked } from '../store/event-store.service.ts';

/** One dossier to be entered. */
export interface Receipt {
  readonly asking: Asking;
  readonly unit: ActorUnit;
  readonly body: NewDossier;
  readonly key: Asked | undefined;
}

export interface Received {
  /** 200: it was here already, and is now known from one more source. */
  readonly status: 200 | 201;
  readonly dossier: CreatedDossier;
}
