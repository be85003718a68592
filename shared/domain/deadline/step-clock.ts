import {
  HOUR_MS,
  addWorking,
  instant,
  millis,
  workingBetween,
  type Instant,
  type Millis,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { clockView, stoppedBetween } from './clock-view.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { isPastMinute } from './outcome.ts';
import type { Stop } from './stops.ts';

export interface StepAllowance {
  readonly key: string;
  readonly allowanceHours: number;
}

/** The internal process a dossier goes through. */
export interface StepPlan {
  readonly steps: readonly StepAllowance[];
  /** Done while the citizen waits: the steps share the time left until the due moment. */
  readonly onTheSpot: boolean;
}

/** One stay at a step. */
export interface StepVisit {
  readonly key: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
}

/** The dossier whose clock the steps stop with and whose due moment they may not pass. */
export interface DossierClock {
  readonly history: ClockHistory;
  readonly rules: ClockRules;
  readonly calendar: WorkingCalendar;
  readonly dueAt: Instant | null;
}

export interface StepClock {
  readonly key: string;
  /** Since when the step's time runs: the previous step's completion, the hand-over gap included. */
  readonly from: Instant;
  /** Null where the step has no allowance, or while the dossier stands still. */
  readonly dueAt: Instant | null;
  readonly endedAt?: Instant;
}

/**
 * The clocks of the steps a dossier has stayed at. `begunAt` is its acceptance or, where it was imported, the
 * first act here: before that no step of ours was running.
 *
 * @example received Mon 08:00, first step 2 h done at 09:00, second 4 h begun at 10:00 → second due at 14:30
 */
export function stepClocks(
  visits: readonly StepVisit[],
  begunAt: Instant,
  plan: StepPlan,
  dossier: DossierClock,
): readonly StepClock[] {
  if (visits.length === 0) return [];
  const { stops } = clockView(dossier.history, dossier.rules, dossier.calendar);
  return clocksOn(visits, begunAt, plan, { ...dossier, stops });
}

/**
 * The same for a dossier that never stood still, whose history nobody has to know.
 *
 * @example unstoppedStepClocks(visits, receivedAt, plan, { calendar, dueAt })
 */
export const unstoppedStepClocks = (
  visits: readonly StepVisit[],
  begunAt: Instant,
  plan: StepPlan,
  dossier: Pick<DossierClock, 'calendar' | 'dueAt'>,
): readonly StepClock[] => clocksOn(visits, begunAt, plan, { ...dossier, stops: [] });

const clocksOn = (
  visits: readonly StepVisit[],
  begunAt: Instant,
  plan: StepPlan,
  timeline: Timeline,
): readonly StepClock[] =>
  visits.map(({ key, endedAt }, index) => {
    const previous = visits[index - 1];
    const from = previous === undefined ? begunAt : (previous.endedAt ?? previous.startedAt);
    const dueAt = dueOn({ key, from }, plan, timeline);
    return { key, from, dueAt, ...(endedAt !== undefined && { endedAt }) };
  });

/**
 * When a step whose time runs since `from` is due: in working hours, without the time in which the dossier
 * stood still, at the latest when the dossier is due.
 *
 * @example four hours from Mon 2026-03-02 16:00, dossier due on Friday → Tue 2026-03-03T10:30+07:00
 */
export function stepDueAt(
  { key, from }: Pick<StepClock, 'key' | 'from'>,
  plan: StepPlan,
  dossier: DossierClock,
): Instant | null {
  const { stops } = clockView(dossier.history, dossier.rules, dossier.calendar);
  return dueOn({ key, from }, plan, { ...dossier, stops });
}

function dueOn(
  { key, from }: Pick<StepClock, 'key' | 'from'>,
  plan: StepPlan,
  timeline: Timeline,
): Instant | null {
  const { stops, calendar } = timeline;
  const allowance = allowanceOf(key, from, plan, timeline);
  if (allowance === null) return null;
  const dueAt = runThrough(stops, from, allowance, calendar);
  if (dueAt === null || timeline.dueAt === null) return dueAt;
  return instant(Math.min(dueAt, timeline.dueAt));
}

/**
 * *Quá hạn một phần*: the steps that took longer than their own clock allowed, whatever became of the
 * dossier. A step that has not ended is measured at `until`: the dossier's finish, else now.
 *
 * @example second step due Mon 14:30, ended Mon 15:10, dossier in time → that step
 */
export const lateSteps = (clocks: readonly StepClock[], until: Instant): readonly StepClock[] =>
  clocks.filter(({ dueAt, endedAt }) => dueAt !== null && isPastMinute(endedAt ?? until, dueAt));

interface Timeline extends Pick<DossierClock, 'calendar' | 'dueAt'> {
  readonly stops: readonly Stop[];
}

function allowanceOf(
  key: string,
  from: Instant,
  { steps, onTheSpot }: StepPlan,
  { stops, calendar, dueAt }: Timeline,
): Millis | null {
  const index = steps.findIndex((step) => step.key === key);
  const step = steps[index];
  if (step === undefined) return null;
  const own = step.allowanceHours * HOUR_MS;
  if (!onTheSpot || dueAt === null) return millis(Math.round(own));
  const planned = steps.slice(index).reduce((sum, next) => sum + next.allowanceHours * HOUR_MS, 0);
  const left = workingBetween(calendar, from, dueAt) - stoppedBetween(stops, from, dueAt, calendar);
  return millis(planned === 0 ? 0 : Math.max(0, Math.round((left * own) / planned)));
}

/** Runs the allowance down from a moment, standing still with the dossier; null while it does. */
function runThrough(
  stops: readonly Stop[],
  from: Instant,
  allowance: Millis,
  calendar: WorkingCalendar,
): Instant | null {
  let dueAt = addWorking(calendar, from, allowance);
  for (const stop of stops) {
    if (stop.from > dueAt) break;
    if (stop.open) return null;
    const begin = instant(Math.max(from, stop.from));
    if (begin < stop.to)
      dueAt = addWorking(calendar, dueAt, workingBetween(calendar, begin, stop.to));
  }
  return dueAt;
}
