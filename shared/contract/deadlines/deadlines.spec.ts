import { describe, expect, it } from '@jest/globals';
import { deadlineQuestionSchema } from './index.ts';

const asked = {
  receivedAt: '2026-02-13T09:00:00+07:00',
  allowance: { kind: 'workingDays', amount: 3 },
};

const reads = (changes: object): boolean =>
  deadlineQuestionSchema.safeParse({ ...asked, ...changes }).success;

describe('a question about a due moment', () => {
  it('needs a receipt and an allowance, no more', () => {
    expect(reads({})).toBe(true);
  });

  it.each([0, -3, 1.5, 1e9])('leaves it to the rule that %s days are no allowance', (amount) => {
    expect(reads({ allowance: { kind: 'workingDays', amount } })).toBe(true);
  });

  it('leaves it to the rule that a pause ends before it begins', () => {
    const pauses = [{ from: '2026-03-02T09:00:00+07:00', to: '2026-03-01T09:00:00+07:00' }];
    expect(reads({ pauses })).toBe(true);
  });

  it.each([
    ['an amount in words', { allowance: { kind: 'workingDays', amount: '3' } }],
    ['a kind nobody counts in', { allowance: { kind: 'weeks', amount: 3 } }],
    ['an amount for the same day', { allowance: { kind: 'sameDay', amount: 1 } }],
    ['a cut-off that is no time', { allowance: { kind: 'sameDay', cutoff: '3pm' } }],
    ['a moment without an offset', { receivedAt: '2026-02-13T09:00:00' }],
    ['a pause without a begin', { pauses: [{ to: '2026-03-01T09:00:00+07:00' }] }],
    ['a mode nobody knows', { mode: 'calendar' }],
    ['a field nobody agreed on', { holiday: true }],
    ['a field nobody agreed on in a pause', { pauses: [{ from: asked.receivedAt, why: 'x' }] }],
  ])('is not %s', (_what, changes) => {
    expect(reads(changes)).toBe(false);
  });
});
