import type { StepClock } from '../deadline/index.ts';
import type { Step } from '../dossier/index.ts';
import type { ReportedStay } from './reported-dossier.ts';

/**
 * The stays of a dossier as reports see them, from its step clocks: the department is the one the procedure
 * gives the step to, whoever did it.
 *
 * @example reportedStays(stepClocks(state.steps, receivedAt, plan, clock), procedure.steps)
 */
export const reportedStays = (
  clocks: readonly StepClock[],
  steps: readonly Pick<Step, 'key' | 'departmentCode'>[],
): readonly ReportedStay[] =>
  clocks.map(({ key, from, endedAt, dueAt }) => ({
    stepKey: key,
    departmentCode: steps.find((step) => step.key === key)?.departmentCode ?? null,
    startedAt: from,
    endedAt: endedAt ?? null,
    dueAt,
  }));
