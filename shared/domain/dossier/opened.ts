import type { OfficeEvent } from './event.ts';
import { isOneOf } from './event-kinds.ts';
import type { Intake } from './intake.ts';
import type { DossierState } from './state.ts';

/** The dossier before its first event has said anything but who it is. */
export function opened(event: OfficeEvent): DossierState {
  const intake = intakeOf(event);
  if (intake === undefined) throw new Error(`A dossier cannot begin with ${event.type}`);
  return {
    name: 'submitted',
    intake,
    version: 0,
    submittedAt: null,
    receivedAt: null,
    variantKey: intake.variantKey ?? null,
    holder: null,
    holderBeforeAgency: null,
    underway: false,
    steps: [],
    openPauses: [],
    respondBy: null,
    supplementProposedAt: null,
    due: null,
    originalDueAt: null,
    extensions: 0,
    outcome: null,
    finishedAt: null,
    returnedAt: null,
    annulled: false,
    linkedTo: null,
    history: [],
  };
}

/** Who the dossier is, told by the event that opened it. */
export function intakeOf(event: OfficeEvent | undefined): Intake | undefined {
  return event !== undefined && isOneOf(event, OPENING) ? event.payload.intake : undefined;
}

const OPENING = ['submitted', 'received', 'refused'] as const;
