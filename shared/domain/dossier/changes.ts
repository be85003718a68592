import { handedOver, holderOf } from './holder.ts';
import type { EventOf, OfficeEventType } from './event.ts';
import type { Intake } from './intake.ts';
import { closePause, closeSupplement, openPause } from './open-pauses.ts';
import type { DossierState, Outcome } from './state.ts';
import { completeStay, currentStay, endStay, startStay } from './stays.ts';

export type Change<Type extends OfficeEventType> = (
  state: DossierState,
  event: EventOf<Type>,
) => DossierState;

const unchanged = (state: DossierState): DossierState => state;

/** What each event changes. An event type without its row does not compile. */
export const CHANGES: { readonly [Type in OfficeEventType]: Change<Type> } = {
  submitted: (state, event) => ({ ...state, submittedAt: event.occurredAt }),
  received: (state, event) => ({
    ...state,
    intake: withOfficialCode(state.intake, event.payload.officialCode),
    receivedAt: event.occurredAt,
    openPauses: [],
    respondBy: null,
    originalDueAt: event.due?.dueAt ?? null,
    holder: event.actor.kind === 'officer' ? { userId: event.actor.id } : state.holder,
    steps: startStay(state.steps, event.payload.firstStepKey, event.occurredAt),
  }),
  refused: (state, event) => finish(state, event, 'refused'),
  annulled: (state) => ({ ...state, annulled: true }),
  linked: (state, event) => ({ ...state, linkedTo: event.payload.dossierId }),
  unlinked: (state) => ({ ...state, linkedTo: null }),
  dueRevised: (state, event) => ({
    ...state,
    intake: withPrimary(state.intake, event.payload),
  }),
  termAgreed: (state, event) => ({ ...state, variantKey: event.payload.variantKey }),
  assigned: (state, event) => ({ ...state, holder: holderOf(event.payload), underway: true }),
  stepStarted: (state, event) => ({
    ...state,
    underway: true,
    holder: { ...state.holder, ...(event.actor.kind === 'officer' && { userId: event.actor.id }) },
    steps:
      currentStay(state)?.key === event.payload.stepKey
        ? state.steps
        : startStay(state.steps, event.payload.stepKey, event.occurredAt),
  }),
  stepCompleted: (state, event) => ({
    ...state,
    underway: true,
    steps: startStay(
      completeStay(state.steps, event.payload.stepKey, event.occurredAt),
      event.payload.nextStepKey,
      event.occurredAt,
    ),
    holder: handedOver(state.holder, event.payload.nextDepartmentCode),
  }),
  stepReturned: (state, event) => ({
    ...state,
    steps: startStay(
      endStay(state.steps, event.occurredAt, 'returned'),
      event.payload.toStepKey,
      event.occurredAt,
    ),
  }),
  supplementProposed: (state, event) => ({ ...state, supplementProposedAt: event.occurredAt }),
  supplementRequested: (state, event) => ({
    ...openPause(state, 'supplement', event.occurredAt),
    respondBy: event.payload.respondBy ?? null,
    supplementProposedAt: null,
  }),
  supplementSubmitted: (state, event) =>
    event.payload.endsWait ? closeSupplement(state, event.occurredAt) : state,
  supplementReceived: (state, event) => closeSupplement(state, event.occurredAt),
  supplementExpired: unchanged,
  paymentRequested: (state, event) => openPause(state, 'payment', event.occurredAt),
  paymentReceived: (state) => closePause(state, 'payment'),
  held: (state, event) => openPause(state, 'hold', event.occurredAt),
  resumed: (state) => closePause(state, 'hold'),
  extended: (state) => ({ ...state, extensions: state.extensions + 1 }),
  resultIssued: (state, event) => finish(state, event, 'issued'),
  returned: (state, event) => ({ ...state, returnedAt: event.occurredAt }),
  withdrawn: (state, event) => finish(state, event, 'withdrawn'),
  stopped: (state, event) => finish(state, event, 'stopped'),
  noteAdded: unchanged,
  difficultyNoted: unchanged,
  componentsDigitised: unchanged,
  resultDigitised: unchanged,
  electronicResultIssued: unchanged,
  archivedToStore: unchanged,
  dataReused: unchanged,
  feeCharged: unchanged,
  feePaid: unchanged,
  sentToAgency: (state, event) => ({
    ...state,
    holder: { agency: event.payload.agency },
    holderBeforeAgency:
      state.holder?.agency === undefined ? state.holder : state.holderBeforeAgency,
  }),
  backFromAgency: (state) =>
    state.holder?.agency === undefined
      ? state
      : { ...state, holder: state.holderBeforeAgency, holderBeforeAgency: null },
  apologyIssued: unchanged,
};

/** The first finish is the finish, whatever a source tells after it. */
function finish(
  state: DossierState,
  event: EventOf<OfficeEventType>,
  outcome: Outcome,
): DossierState {
  if (state.outcome !== null) return state;
  return {
    ...state,
    outcome,
    finishedAt: event.occurredAt,
    openPauses: [],
    respondBy: null,
    supplementProposedAt: null,
    steps: endStay(state.steps, event.occurredAt, 'finished'),
  };
}

/** What the primary source promises is the dossier's; what another one promised stays in its own record. */
function withPrimary(
  intake: Intake,
  { primary, declaredDueAt }: EventOf<'dueRevised'>['payload'],
): Intake {
  if (primary === undefined) return intake;
  const { declaredDueAt: told, ...facts } = intake;
  const slip = intake.sources.length === 0 ? told : undefined;
  const promised = declaredDueAt ?? slip;
  return {
    ...facts,
    sources: [primary, ...intake.sources],
    ...(promised !== undefined && { declaredDueAt: promised }),
  };
}

const withOfficialCode = (intake: Intake, officialCode: string | undefined): Intake =>
  officialCode === undefined ? intake : { ...intake, officialCode };
