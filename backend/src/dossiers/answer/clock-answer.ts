import type { ClockAnswer } from '#contract/dossiers';
import { tellInstant } from '#contract/time';
import { explainDue, lateSteps, measureClock } from '#domain/deadline';
import { clockRulesOf, type DossierState } from '#domain/dossier';
import { formatInstant, instant, type Instant } from '#domain/working-time';
import {
  clocksOf,
  declaredDueOf,
  provisionalDueOf,
  stepClocksOf,
  type ClockOffice,
  type Clocks,
} from './standing.ts';

const told = (at: Instant | null | undefined): string | null => tellInstant(at ?? null);

const ruleOf = ({ due }: DossierState) => ({
  rule: due === null ? null : { ...due.rule },
  calendarVersion: due?.calendarVersion ?? null,
  provisional: due?.provisional ?? false,
});

const dueOf = (state: DossierState, clocks: Clocks) => ({
  dueAt: told(state.due?.dueAt),
  provisionalDueAt: told(provisionalDueOf(state, clocks)),
  originalDueAt: told(state.originalDueAt),
  beforeExtensionAt: told(state.due?.beforeExtensionAt),
  declaredDueAt: told(declaredDueOf(state, clocks)),
  oursAt: told(state.due?.oursAt),
  ...ruleOf(state),
});

/** After the finish the clock stands where it stood then. */
const readAt = (state: DossierState, { office }: Clocks) =>
  instant(Math.min(office.now, state.finishedAt ?? office.now));

const readingOf = (state: DossierState, clocks: Clocks) => {
  const { history, office } = clocks;
  if (history === null) return { elapsed: null, remaining: null, paused: null, explanation: [] };
  const rules = clockRulesOf(office);
  const at = readAt(state, clocks);
  const { elapsed, remaining, paused } = measureClock(history, rules, office.calendar, at);
  return {
    elapsed,
    remaining,
    paused,
    explanation: explainDue(history, rules, office.calendar, at),
  };
};

const stepsOf = (state: DossierState, clocks: Clocks): ClockAnswer['steps'] => {
  const steps = stepClocksOf(state, clocks);
  const late = new Set(lateSteps(steps, readAt(state, clocks)));
  return steps.map((step) => ({
    key: step.key,
    from: formatInstant(step.from),
    dueAt: told(step.dueAt),
    endedAt: told(step.endedAt),
    late: late.has(step),
  }));
};

/** *Căn cứ tính hạn trả* of one dossier, as the office's clock reads it now. */
export const clockAnswer = (state: DossierState, office: ClockOffice): ClockAnswer => {
  const clocks = clocksOf(state, office);
  return {
    now: formatInstant(office.now),
    ...dueOf(state, clocks),
    ...readingOf(state, clocks),
    steps: stepsOf(state, clocks),
  };
};
