import { DEFAULT_ALERT_RULES, firstNearAt, type PromiseClock } from '#domain/alert';
import { measureClock } from '#domain/deadline';
import { clockRulesOf, isOpen, type DossierState } from '#domain/dossier';
import { workingBetween, type Instant } from '#domain/working-time';
import type { Clocks } from './standing.ts';

/** Where the stretch that runs to the due moment began: the receipt, or the end of a pause that restarted it. */
const beganAt = (
  clocks: Clocks,
  since: NonNullable<Clocks['history']>,
  length: number,
): Instant => {
  const { now, calendar } = clocks.office;
  const ends = since.pauses.flatMap(({ to }) => to ?? []);
  const began = [since.startedAt, ...ends].filter(
    (at) => at <= now && workingBetween(calendar, at, now) === length,
  );
  return began.at(-1) ?? since.startedAt;
};

const promiseOf = (state: DossierState, clocks: Clocks): PromiseClock | null => {
  const { history, office } = clocks;
  const dueAt = state.due?.dueAt ?? null;
  if (history === null || dueAt === null || state.due === null) return null;
  const reading = measureClock(history, clockRulesOf(office), office.calendar, office.now);
  const { rule } = state.due;
  return {
    dueAt,
    startedAt: beganAt(clocks, history, reading.elapsed + reading.paused),
    pausedFor: reading.paused,
    since: { at: office.now, version: state.version, by: null },
    allowance: 'allowance' in rule ? rule.allowance : null,
    extended: rule.by === 'extended',
  };
};

/** From when on an open dossier is *Sắp đến hạn*: the alert room's own first threshold. */
export const nearAtOf = (state: DossierState, clocks: Clocks): Instant | null => {
  const promise = isOpen(state.name) ? promiseOf(state, clocks) : null;
  if (promise === null) return null;
  const { code } = state.intake.procedure;
  return firstNearAt(promise, code, DEFAULT_ALERT_RULES, clocks.office.calendar);
};
