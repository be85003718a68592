import { accepted, refused } from '../../kernel/index.ts';
import type { Office, Step } from '../office.ts';
import type { DossierState } from '../state.ts';
import { currentStay } from '../stays.ts';
import type { Decider, Happening } from './happening.ts';

/**
 * Handing over ends the counter's own first step: nobody at the counter should press two keys for one act.
 */
export const assign: Decider<'assign'> = (body, { state, office }) => {
  if (body.userId === undefined && body.departmentCode === undefined) {
    return refused('assignee-required');
  }
  const step = currentStep(state, office);
  const handOver =
    step?.role === 'reception' && currentStay(state) !== undefined
      ? [completion(step, office, undefined)]
      : [];
  return accepted([...handOver, { type: 'assigned', payload: body }]);
};

export const startStep: Decider<'start-step'> = (_body, { state, office }) => {
  const step = currentStep(state, office);
  if (step === undefined) return refused('no-steps');
  return accepted([{ type: 'stepStarted', payload: { stepKey: step.key } }]);
};

export const completeStep: Decider<'complete-step'> = ({ stepKey }, { state, office }) => {
  const step = currentStep(state, office);
  if (step === undefined) return refused('no-steps');
  if (stepKey !== undefined && !office.procedure.steps.some(({ key }) => key === stepKey)) {
    return refused('unknown-step', { stepKey });
  }
  if (stepKey !== undefined && stepKey !== step.key) {
    return refused('not-current-step', { stepKey, current: step.key });
  }
  return accepted([completion(step, office, stepAfter(step, office)?.departmentCode)]);
};

export const returnStep: Decider<'return-step'> = ({ toStepKey, reason }, { state, office }) => {
  const { steps } = office.procedure;
  const to = steps.findIndex(({ key }) => key === toStepKey);
  if (to < 0) return refused('unknown-step', { stepKey: toStepKey });
  const current = currentStep(state, office);
  const from = current === undefined ? steps.length : steps.indexOf(current);
  if (to >= from) return refused('step-not-earlier', { stepKey: toStepKey });
  return accepted([{ type: 'stepReturned', payload: { toStepKey }, texts: { reason } }]);
};

/** All steps not yet done, completed one after another in the same moment. */
export function remainingCompletions(state: DossierState, office: Office): readonly Happening[] {
  const current = currentStep(state, office);
  if (current === undefined) return [];
  const { steps } = office.procedure;
  return steps.slice(steps.indexOf(current)).map((step) => completion(step, office, undefined));
}

/** The step the dossier is at; the first one not yet done where nobody has begun any here. */
export function currentStep(state: DossierState, { procedure }: Office): Step | undefined {
  const stay = currentStay(state);
  if (stay !== undefined) return procedure.steps.find(({ key }) => key === stay.key);
  const last = state.steps.at(-1);
  const done = procedure.steps.findIndex(({ key }) => key === last?.key);
  return procedure.steps[done + 1];
}

const stepAfter = (step: Step, { procedure }: Office): Step | undefined =>
  procedure.steps[procedure.steps.indexOf(step) + 1];

function completion(step: Step, office: Office, nextDepartmentCode: string | undefined): Happening {
  const next = stepAfter(step, office);
  return {
    type: 'stepCompleted',
    payload: {
      stepKey: step.key,
      ...(next !== undefined && { nextStepKey: next.key }),
      ...(nextDepartmentCode !== undefined && { nextDepartmentCode }),
    },
  };
}
