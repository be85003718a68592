import { accepted, refused } from '../../kernel/index.ts';
import type { Decider } from './happening.ts';

/** Mẫu 04: a new promise, later than the old one. It never erases lateness. */
export const extend: Decider<'extend'> = ({ dueAt, reason }, { state, office }) => {
  const current = state.due?.dueAt ?? null;
  if (current === null) return refused('nothing-to-extend');
  if (state.extensions >= office.unit.maxExtensions) {
    return refused('extensions-exhausted', { allowed: office.unit.maxExtensions });
  }
  if (dueAt <= current || dueAt <= office.now) {
    return refused('extension-not-later', { dueAt, current });
  }
  return accepted([{ type: 'extended', payload: { dueAt }, texts: { reason } }]);
};

/** Another variant of the procedure, agreed while there is still time: neither extension nor pause. */
export const agreeTerm: Decider<'agree-term'> = ({ variantKey, reason }, asked) => {
  const { state, office, occurrence } = asked;
  if (!office.procedure.variants.some(({ key }) => key === variantKey)) {
    return refused('unknown-variant', { variantKey });
  }
  const dueAt = state.due?.dueAt ?? null;
  if (dueAt !== null && occurrence.occurredAt >= dueAt) return refused('term-after-due', { dueAt });
  return accepted([{ type: 'termAgreed', payload: { variantKey }, texts: { reason } }]);
};

export const reviseDue: Decider<'revise-due'> = (body) =>
  accepted([{ type: 'dueRevised', payload: body }]);
