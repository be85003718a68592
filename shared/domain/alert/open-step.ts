import { stepClocks } from '../deadline/index.ts';
import {
  clockHistoryOf,
  clockRulesOf,
  currentStay,
  isOpen,
  stepsBegunAt,
  type DossierState,
  type OfficeEvent,
} from '../dossier/index.ts';
import { HOUR_MS, millis, workingBetween, type Instant } from '../working-time/index.ts';
import type { AlertOffice } from './alert-office.ts';
import type { Mark, StepClock } from './countdown.ts';
import { sinceWhen, type Trail } from './trail.ts';

/** All that the clock of the present step is read from. */
interface StepReading {
  readonly effective: readonly OfficeEvent[];
  readonly trail: Trail;
  readonly office: AlertOffice;
  /** Whether the dossier stands still in a state: its end gives the step another due moment. */
  readonly resumedBy: (state: DossierState) => boolean;
}

const stayText = (state: DossierState): string =>
  JSON.stringify([currentStay(state)?.key, state.steps.length]);

/** A step's due moment is another with every new stay, every wait that ended, every new promise. */
function markOfStep({ trail, resumedBy }: StepReading): Mark | null {
  return sinceWhen(trail, (state) =>
    JSON.stringify([stayText(state), resumedBy(state), state.due?.dueAt]),
  );
}

/** The step's clock as the dossier's own says it: from when, until when. */
function runningStep(
  state: DossierState,
  { effective, office }: StepReading,
): { readonly from: Instant; readonly dueAt: Instant } | null {
  const { procedure, calendar } = office;
  const history = clockHistoryOf(effective, procedure.clockStart);
  const since = stepsBegunAt(state, effective);
  if (history === null || since === null) return null;
  const plan = { steps: procedure.steps, onTheSpot: procedure.onTheSpot !== undefined };
  const dossier = {
    history,
    rules: clockRulesOf(office),
    calendar,
    dueAt: state.due?.dueAt ?? null,
  };
  const last = stepClocks(state.steps, since, plan, dossier).at(-1);
  if (last === undefined || last.endedAt !== undefined || last.dueAt === null) return null;
  return { from: last.from, dueAt: last.dueAt };
}

/**
 * The clock of the step the dossier stays at; null where none runs.
 * @example openStepOf(state, reading)?.dueAt // Monday 14:30
 */
export function openStepOf(state: DossierState, reading: StepReading): StepClock | null {
  const key = currentStay(state)?.key;
  if (!isOpen(state.name) || key === undefined) return null;
  const step = reading.office.procedure.steps.find((each) => each.key === key);
  const running = runningStep(state, reading);
  const since = markOfStep(reading);
  if (step === undefined || running === null || since === null) return null;
  const { from, dueAt } = running;
  const whole = from < dueAt ? workingBetween(reading.office.calendar, from, dueAt) : 0;
  return {
    startedAt: from,
    dueAt,
    pausedFor: millis(Math.max(0, Math.round(whole - step.allowanceHours * HOUR_MS))),
    since,
    allowance: { kind: 'workingHours', amount: step.allowanceHours },
  };
}
