import { describe, expect, it } from '@jest/globals';
import { calendarWith, sameDay, workingDays } from '../../../test/support/clock-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { checkAllowance, previewDue, type DueQuestion } from './index.ts';

const calendar = calendarWith([]);
const NOW = at('2026-03-04 10:00');

const QUESTION: DueQuestion = {
  receivedAt: at('2026-03-02 09:00'),
  allowance: workingDays(3),
  mode: 'wholeDays',
  onSupplement: 'pause',
  pauses: [],
};

const refusalOf = (changes: Partial<DueQuestion>): string | null => {
  const result = previewDue({ ...QUESTION, ...changes }, calendar, NOW);
  return result.ok ? null : result.refusal.code;
};

describe('the due moment of a dossier that does not exist', () => {
  it('comes with its explanation', () => {
    const result = previewDue(QUESTION, calendar, NOW);
    expect(result).toMatchObject({
      ok: true,
      value: {
        dueAt: at('2026-03-05 17:00'),
        provisionalDueAt: at('2026-03-05 17:00'),
        provisional: false,
      },
    });
    expect(result.ok && result.value.explanation.map(({ kind }) => kind)).toStrictEqual([
      'receiptDay',
      'counted',
      'counted',
      'counted',
    ]);
  });

  it('takes every pause for a supplement', () => {
    const pauses = [{ from: at('2026-03-03 09:00'), to: at('2026-03-04 09:00') }];
    const due = (onSupplement: DueQuestion['onSupplement']): string | null => {
      const result = previewDue({ ...QUESTION, pauses, onSupplement }, calendar, NOW);
      return result.ok ? local(result.value.dueAt) : result.refusal.code;
    };
    expect([due('pause'), due('restart'), due('continue')]).toStrictEqual([
      '2026-03-06 17:00',
      '2026-03-09 17:00',
      '2026-03-05 17:00',
    ]);
  });

  it('with an open pause has a provisional due moment only', () => {
    const pauses = [{ from: at('2026-03-03 09:00') }];
    expect(previewDue({ ...QUESTION, pauses }, calendar, NOW)).toMatchObject({
      ok: true,
      value: { dueAt: null, provisionalDueAt: at('2026-03-06 17:00') },
    });
  });

  it('is provisional where an unconfirmed day lies in it, also by waiting', () => {
    const pauses = [{ from: at('2027-02-03 09:00') }];
    const asked = {
      ...QUESTION,
      receivedAt: at('2027-02-02 09:00'),
      allowance: workingDays(1),
      pauses,
    };
    expect(previewDue(asked, calendar, at('2027-02-03 10:00'))).toMatchObject({
      value: { provisional: false },
    });
    expect(previewDue(asked, calendar, at('2027-02-12 10:00'))).toMatchObject({
      value: { provisional: true },
    });
  });
});

describe('questions that are refused', () => {
  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('an amount of %d', (amount) => {
    expect(refusalOf({ allowance: workingDays(amount) })).toBe('amount-not-positive-integer');
  });

  it.each(['15', '25:00', '15:60', '24:01', '3pm', ''])('a cut-off of %p', (cutoff) => {
    expect(refusalOf({ allowance: sameDay(cutoff) })).toBe('cutoff-not-a-time');
  });

  it('pauses that cannot have been', () => {
    expect(refusalOf({ pauses: [{ from: at('2026-03-01 09:00') }] })).toBe('pause-before-receipt');
    expect(
      refusalOf({ pauses: [{ from: at('2026-03-03 09:00'), to: at('2026-03-03 08:00') }] }),
    ).toBe('pause-ends-before-it-begins');
  });

  it('counts that leave the years the calendar knows', () => {
    expect(refusalOf({ receivedAt: at('2095-03-02 09:00'), allowance: workingDays(2_500) })).toBe(
      'outside-calendar',
    );
    expect(refusalOf({ receivedAt: at('1999-12-31 09:00') })).toBe('outside-calendar');
  });
});

describe('allowances', () => {
  it('of one or more, and cut-offs up to 24:00, can be counted', () => {
    const allowances = [workingDays(1), sameDay('24:00'), sameDay('00:00')];
    expect(allowances.map((allowance) => checkAllowance(allowance))).toStrictEqual(
      allowances.map((value) => ({ ok: true, value })),
    );
  });
});
