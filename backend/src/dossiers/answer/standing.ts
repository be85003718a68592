import { provisionalDue, stepClocks, type ClockHistory, type StepClock } from '#domain/deadline';
import {
  clockHistoryOf,
  clockRulesOf,
  effectiveEvents,
  isOpen,
  stepsBegunAt,
  type DossierState,
  type Office,
  type OfficeEvent,
} from '#domain/dossier';
import type { Instant } from '#domain/working-time';

/** What of the office the clocks depend on. */
export type ClockOffice = Pick<Office, 'procedure' | 'unit' | 'calendar' | 'now'>;

/** A dossier's own history and what its clocks are read with. */
export interface Clocks {
  readonly effective: readonly OfficeEvent[];
  readonly history: ClockHistory | null;
  readonly office: ClockOffice;
}

export const clocksOf = (state: DossierState, office: ClockOffice): Clocks => {
  const effective = effectiveEvents(state.history);
  return { effective, history: clockHistoryOf(effective, office.procedure.clockStart), office };
};

/** When it would be due if what is waited for came now; without a wait simply when it is due. */
export const provisionalDueOf = (state: DossierState, clocks: Clocks): Instant | null => {
  const dueAt = state.due?.dueAt ?? null;
  const { history, office } = clocks;
  if (dueAt !== null || history === null || state.openPauses.length === 0) return dueAt;
  return provisionalDue(history, clockRulesOf(office), office.calendar, office.now);
};

/** What the source or the slip promised last. */
export const declaredDueOf = (state: DossierState, { history }: Clocks): Instant | null =>
  history?.fixed.findLast(({ kind }) => kind === 'declared')?.dueAt ??
  state.intake.declaredDueAt ??
  null;

export const stepClocksOf = (state: DossierState, clocks: Clocks): readonly StepClock[] => {
  const { effective, history, office } = clocks;
  const since = stepsBegunAt(state, effective);
  if (history === null || since === null) return [];
  const { steps, onTheSpot } = office.procedure;
  return stepClocks(
    state.steps,
    since,
    { steps, onTheSpot: onTheSpot !== undefined },
    {
      history,
      rules: clockRulesOf(office),
      calendar: office.calendar,
      dueAt: state.due?.dueAt ?? null,
    },
  );
};

/** When the step the dossier is at runs out; null where none does, or while it stands still. */
export const stepDueOf = (state: DossierState, clocks: Clocks): Instant | null => {
  const last = stepClocksOf(state, clocks).at(-1);
  return last === undefined || last.endedAt !== undefined || !isOpen(state.name)
    ? null
    : last.dueAt;
};
