import { accepted, refused } from '../../kernel/index.ts';
import type { OnTheSpotEvent } from '../office.ts';
import { firstStep } from './acceptance.ts';
import type { Asked, Decider, Happening } from './happening.ts';
import { remainingCompletions } from './steps.ts';

export const issueResult: Decider<'issue-result'> = (body) =>
  accepted([{ type: 'resultIssued', payload: body }]);

export const handOver: Decider<'return'> = (body) =>
  accepted([{ type: 'returned', payload: body }]);

export const stop: Decider<'stop'> = ({ reasonCode, reason }) =>
  accepted([{ type: 'stopped', payload: { reasonCode }, texts: { reason } }]);

/** *5 tại chỗ*: all that the procedure's template lists, in one act, and the acceptance where it is missing. */
export const completeOnTheSpot: Decider<'complete-on-the-spot'> = (_body, asked) => {
  const template = asked.office.procedure.onTheSpot;
  if (template === undefined) return refused('not-on-the-spot');
  const listed = template.filter((type) => type !== 'received');
  return accepted((['received', ...listed] as const).flatMap((type) => ON_THE_SPOT[type](asked)));
};

const ON_THE_SPOT: Readonly<Record<OnTheSpotEvent, (asked: Asked) => readonly Happening[]>> = {
  received: ({ state, office }) =>
    state.receivedAt === null ? [{ type: 'received', payload: firstStep(office) }] : [],
  stepCompleted: ({ state, office }) => remainingCompletions(state, office),
  componentsDigitised: () => [{ type: 'componentsDigitised', payload: {} }],
  resultIssued: () => [{ type: 'resultIssued', payload: {} }],
  resultDigitised: () => [{ type: 'resultDigitised', payload: {} }],
  electronicResultIssued: () => [{ type: 'electronicResultIssued', payload: {} }],
  archivedToStore: () => [{ type: 'archivedToStore', payload: {} }],
  returned: () => [{ type: 'returned', payload: { method: 'counter' } }],
};
