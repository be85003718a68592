import { DEFAULT_OUTCOME_RULES, outcomeOf } from '../deadline/index.ts';
import {
  currentStay,
  effectiveEvents,
  isMove,
  isOpen,
  type DossierId,
  type DossierState,
  type Holder,
  type OfficeEvent,
  type Role,
} from '../dossier/index.ts';
import { instant, millis, type Instant } from '../working-time/index.ts';
import type { Countdown, Mark } from './countdown.ts';
import type { AlertOffice } from './alert-office.ts';
import { dutiesOf } from './duties.ts';
import { openStepOf } from './open-step.ts';
import { promiseOf } from './promise-of.ts';
import type { DossierSubject, Holding, SourceView } from './subject.ts';
import { markOfEvent, sinceWhen, trailOf, type Trail } from './trail.ts';

/** What is known of a dossier beside its events. */
export interface Besides {
  readonly id: DossierId;
  readonly source: SourceView | null;
}

const holderText = ({ holder }: DossierState): string => {
  const { userId, departmentCode, agency }: Holder = holder ?? {};
  return JSON.stringify([userId, departmentCode, agency]);
};

/** A dossier with another agency lies with nobody here: it is not theirs to move. */
function holdingOf({ holder }: DossierState, trail: Trail): Holding | null {
  if (holder === null || holder.agency !== undefined) return null;
  const since = sinceWhen(trail, holderText);
  if (since === null) return null;
  const { userId = null, departmentCode = null } = holder;
  return { userId, departmentCode, since, takenUp: hasTakenUp(userId, since, trail) };
}

/** Whether the holder has moved the dossier since it came to the table. */
const hasTakenUp = (userId: string | null, since: Mark, trail: Trail): boolean =>
  trail.some(
    ({ event: { actor, type, version } }) =>
      version > since.version &&
      isMove(type) &&
      (userId === null || (actor.kind === 'officer' && actor.id === userId)),
  );

/** The desk at which it lies while no officer has it: that of its step, else the counter. */
function deskRoleOf(state: DossierState, { procedure }: AlertOffice): Role {
  const key = currentStay(state)?.key;
  return procedure.steps.find((step) => step.key === key)?.role ?? 'reception';
}

const isStopped =
  ({ procedure }: AlertOffice) =>
  ({ openPauses }: DossierState): boolean =>
    openPauses.some(({ cause }) => cause !== 'supplement' || procedure.onSupplement !== 'continue');

function resumedAt(trail: Trail, stopped: (state: DossierState) => boolean): Instant | null {
  const last = trail.findLastIndex(({ state }) => stopped(state));
  return trail[last + 1] === undefined || last < 0 ? null : (sinceWhen(trail, stopped)?.at ?? null);
}

const ARRIVALS: ReadonlySet<OfficeEvent['type']> = new Set([
  'supplementSubmitted',
  'supplementReceived',
]);

/** The papers came, and nobody has moved the dossier since. */
function arrivalOf(state: DossierState, effective: readonly OfficeEvent[]): Mark | null {
  if (!isOpen(state.name)) return null;
  const last = effective.findLast(({ type }) => isMove(type));
  return last !== undefined && ARRIVALS.has(last.type) ? markOfEvent(last) : null;
}

/** The period in which the citizen is to respond. */
function respondOf(state: DossierState, trail: Trail): Countdown | null {
  const since = state.respondBy === null ? null : sinceWhen(trail, ({ respondBy }) => respondBy);
  if (state.respondBy === null || since === null) return null;
  return { startedAt: since.at, dueAt: state.respondBy, pausedFor: millis(0), since };
}

/** Of one that finished elsewhere a list does not tell whether anybody apologised. */
const isFinishedLate = ({ outcome, finishedAt, due }: DossierState, trail: Trail): boolean =>
  (outcome === 'issued' || outcome === 'refused') &&
  sinceWhen(trail, (state) => state.outcome)?.happenedAt === undefined &&
  finishedAt !== null &&
  outcomeOf(finishedAt, due?.dueAt ?? null, DEFAULT_OUTCOME_RULES) === 'late';

/** What was done here after the source spoke is known from here. */
function sourceOf(source: SourceView | null, effective: readonly OfficeEvent[]): SourceView | null {
  if (source === null) return null;
  const own = effective.findLast((event) => event.source === undefined && isMove(event.type));
  return { ...source, asOf: instant(Math.max(source.asOf, own?.recordedAt ?? source.asOf)) };
}

const onlyWhen = (state: DossierState, is: boolean, fact: () => Mark | null): Mark | null =>
  is && !state.annulled ? fact() : null;

/** Whether another system has handed a dossier on, its list does not say. */
function handedOverHere(trail: Trail): Mark | null {
  const received = sinceWhen(trail, ({ receivedAt }) => receivedAt);
  return received?.happenedAt === undefined ? received : null;
}

/** What waits for somebody, and since when. */
const waitsOf = (state: DossierState, trail: Trail) => ({
  submitted: onlyWhen(state, state.name === 'submitted', () =>
    sinceWhen(trail, ({ name, submittedAt }) => `${name} ${String(submittedAt)}`),
  ),
  received: onlyWhen(state, state.receivedAt !== null, () => handedOverHere(trail)),
  supplementProposed: onlyWhen(state, state.supplementProposedAt !== null, () =>
    sinceWhen(trail, ({ supplementProposedAt }) => supplementProposedAt),
  ),
  resultReady: onlyWhen(state, state.name === 'resultReady', () =>
    sinceWhen(trail, ({ name }) => name),
  ),
});

/**
 * A dossier as alerts look at it: what its events add up to, and since when each of it is so.
 * @example dossierSubject(state, office, { id, source: null }).holding // { userId: hoa, …, since }
 */
export function dossierSubject(
  state: DossierState,
  office: AlertOffice,
  { id, source }: Besides,
): DossierSubject {
  const effective = effectiveEvents(state.history);
  const trail = trailOf(effective);
  const stopped = isStopped(office);
  const resumed = resumedAt(trail, stopped);
  return {
    kind: 'dossier',
    id,
    state: state.name,
    procedureCode: state.intake.procedure.code,
    onTheSpot: office.procedure.onTheSpot !== undefined,
    holding: holdingOf(state, trail),
    deskRole: deskRoleOf(state, office),
    ...waitsOf(state, trail),
    clock: promiseOf(state, office),
    paused: stopped(state),
    resumedAt: resumed,
    step: openStepOf(state, { effective, trail, office, resumedBy: stopped }),
    supplementRespond: respondOf(state, trail),
    supplementArrived: arrivalOf(state, effective),
    finishedLate: isFinishedLate(state, trail),
    apologised: effective.some(({ type }) => type === 'apologyIssued'),
    duties: dutiesOf(state, effective, trail),
    source: sourceOf(source, effective),
  };
}
