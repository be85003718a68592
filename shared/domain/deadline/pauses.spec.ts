import { describe, expect, it } from '@jest/globals';
import {
  calendarDays,
  clockOf,
  sameDay,
  workingDays,
  workingHours,
  type ClockCase,
} from '../../../test/support/clock-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { checkPauses, computeDue, provisionalDue } from './index.ts';

const dueOf = (c: ClockCase): string | null => {
  const { history, rules, calendar } = clockOf(c);
  return local(computeDue(history, rules, calendar).dueAt);
};

const provisionalOf = (c: ClockCase, now: string): string | null => {
  const { history, rules, calendar } = clockOf(c);
  return local(provisionalDue(history, rules, calendar, at(now)));
};

/** Monday; three working days make Thursday 2026-03-05. */
const MONDAY = { received: '2026-03-02 09:00', allowance: workingDays(3) } as const;
/** Monday; eight hours make Tuesday 09:00. */
const HOURS = { received: '2026-03-02 09:00', allowance: workingHours(8) } as const;

describe('a pause moves whole days by the working days it reaches into', () => {
  it('inside one day it moves nothing', () => {
    expect(dueOf({ ...MONDAY, supplements: [['2026-03-03 08:00', '2026-03-03 16:00']] })).toBe(
      '2026-03-05 17:00',
    );
  });

  it('over one night it moves one day', () => {
    expect(dueOf({ ...MONDAY, supplements: [['2026-03-03 16:00', '2026-03-04 08:00']] })).toBe(
      '2026-03-06 17:00',
    );
  });

  it('over a weekend it moves by Monday alone', () => {
    expect(
      dueOf({
        ...MONDAY,
        allowance: workingDays(5),
        supplements: [['2026-03-06 10:00', '2026-03-09 10:00']],
      }),
    ).toBe('2026-03-10 17:00');
  });

  it('over Tết it moves by no day off', () => {
    const c = { received: '2026-02-11 09:00', allowance: workingDays(3) };
    expect(dueOf({ ...c, supplements: [['2026-02-13 10:00', '2026-02-23 10:00']] })).toBe(
      '2026-02-24 17:00',
    );
  });

  it('begun on a holiday it counts from the next working day', () => {
    const c = { received: '2026-02-13 09:00', allowance: workingDays(2) };
    expect(dueOf({ ...c, supplements: [['2026-02-17 10:00', '2026-02-23 08:00']] })).toBe(
      '2026-02-25 17:00',
    );
  });

  it('ended on a worked Saturday it counts that Saturday', () => {
    const c = { received: '2026-01-07 09:00', allowance: workingDays(3) };
    expect(dueOf({ ...c, supplements: [['2026-01-08 09:00', '2026-01-10 09:00']] })).toBe(
      '2026-01-13 17:00',
    );
  });

  it('two rounds add up', () => {
    const supplements = [
      ['2026-03-03 09:00', '2026-03-04 09:00'],
      ['2026-03-05 09:00', '2026-03-09 09:00'],
    ] as const;
    expect(dueOf({ ...MONDAY, supplements })).toBe('2026-03-10 17:00');
  });
});

describe('a pause moves calendar days by calendar days, and the end is rolled once', () => {
  it('adds the days first', () => {
    const c = { received: '2026-03-02 09:00', allowance: calendarDays(3) };
    expect(dueOf({ ...c, supplements: [['2026-03-03 09:00', '2026-03-05 09:00']] })).toBe(
      '2026-03-09 17:00',
    );
    expect(dueOf({ ...c, supplements: [['2026-03-03 09:00', '2026-03-07 09:00']] })).toBe(
      '2026-03-09 17:00',
    );
    expect(dueOf({ ...c, supplements: [['2026-03-03 09:00', '2026-03-08 09:00']] })).toBe(
      '2026-03-10 17:00',
    );
  });
});

describe('a pause moves hours by the working time inside it', () => {
  it('measures it exactly', () => {
    expect(dueOf({ ...HOURS, supplements: [['2026-03-02 10:00:30', '2026-03-02 10:30:45']] })).toBe(
      '2026-03-03 09:30:15',
    );
  });

  it('does not count lunch, nights and weekends', () => {
    expect(dueOf({ ...HOURS, supplements: [['2026-03-02 11:00', '2026-03-02 13:30']] })).toBe(
      '2026-03-03 10:00',
    );
    expect(dueOf({ ...HOURS, supplements: [['2026-03-02 17:00', '2026-03-03 07:30']] })).toBe(
      '2026-03-03 09:00',
    );
  });

  it('likewise where a day is eight running hours', () => {
    const c = {
      received: '2026-03-02 09:00',
      allowance: workingDays(1),
      mode: 'runningHours',
    } as const;
    expect(dueOf({ ...c, holds: [['2026-03-02 16:00', '2026-03-03 08:00']] })).toBe(
      '2026-03-03 10:30',
    );
  });
});

describe('late stays late', () => {
  it('a pause begun strictly after the due moment moves nothing', () => {
    expect(dueOf({ ...MONDAY, supplements: [['2026-03-05 17:00:01', '2026-03-10 09:00']] })).toBe(
      '2026-03-05 17:00',
    );
  });

  it('one begun at the due moment still counts', () => {
    expect(dueOf({ ...MONDAY, supplements: [['2026-03-05 17:00', '2026-03-10 09:00']] })).toBe(
      '2026-03-10 17:00',
    );
  });

  it('each pause is compared with the due moment that includes the earlier ones', () => {
    const supplements = [
      ['2026-03-05 16:00', '2026-03-06 09:00'],
      ['2026-03-06 16:00', '2026-03-09 09:00'],
      ['2026-03-10 08:00', '2026-03-12 08:00'],
    ] as const;
    expect(dueOf({ ...MONDAY, supplements })).toBe('2026-03-09 17:00');
  });

  it('an open pause begun after the due moment leaves it standing', () => {
    const c = { ...MONDAY, supplements: [['2026-03-06 08:00']] as const };
    expect([dueOf(c), provisionalOf(c, '2026-03-20 08:00')]).toStrictEqual([
      '2026-03-05 17:00',
      '2026-03-05 17:00',
    ]);
  });
});

describe('pauses of different causes', () => {
  it('overlapping or touching ones count as one', () => {
    const apart = { ...HOURS, supplements: [['2026-03-02 10:00', '2026-03-02 11:00']] } as const;
    expect(dueOf({ ...apart, payments: [['2026-03-02 10:30', '2026-03-02 11:00']] })).toBe(
      '2026-03-03 10:00',
    );
    expect(dueOf({ ...apart, holds: [['2026-03-02 11:00', '2026-03-02 11:30']] })).toBe(
      '2026-03-03 10:30',
    );
    expect(
      dueOf({
        ...apart,
        holds: [['2026-03-02 08:00', '2026-03-02 10:00']],
        received: '2026-03-02 08:00',
      }),
    ).toBe('2026-03-03 11:00');
  });

  it('while one of several is open there is no due moment', () => {
    const c = {
      ...MONDAY,
      supplements: [['2026-03-03 09:00']],
      payments: [['2026-03-03 10:00', '2026-03-04 10:00']],
    } as const;
    expect(dueOf(c)).toBeNull();
    expect(provisionalOf(c, '2026-03-03 12:00')).toBe('2026-03-06 17:00');
    expect(
      dueOf({
        ...MONDAY,
        supplements: [['2026-03-03 09:00', '2026-03-04 09:00']],
        payments: [['2026-03-04 08:00']],
      }),
    ).toBeNull();
  });
});

describe('what a supplement does to the clock', () => {
  const asked = [['2026-03-03 09:00', '2026-03-04 10:00']] as const;

  it('restart: the end of the wait is a new receipt', () => {
    expect(dueOf({ ...MONDAY, onSupplement: 'restart', supplements: asked })).toBe(
      '2026-03-09 17:00',
    );
    expect(
      dueOf({
        ...HOURS,
        received: '2026-03-03 08:00',
        onSupplement: 'restart',
        supplements: asked,
      }),
    ).toBe('2026-03-05 10:00');
  });

  it('restart forgets what was added before, and later waits add again', () => {
    const c = {
      ...MONDAY,
      onSupplement: 'restart',
      payments: [
        ['2026-03-02 10:00', '2026-03-03 08:00'],
        ['2026-03-05 10:00', '2026-03-06 08:00'],
      ],
      supplements: asked,
    } as const;
    expect(dueOf(c)).toBe('2026-03-10 17:00');
  });

  it('restart concerns any union that contains a supplement, at its end', () => {
    const c = {
      ...MONDAY,
      onSupplement: 'restart',
      supplements: asked,
      payments: [['2026-03-04 10:00', '2026-03-05 08:00']],
    } as const;
    expect(dueOf(c)).toBe('2026-03-10 17:00');
    const before = {
      ...MONDAY,
      onSupplement: 'restart',
      supplements: asked,
      payments: [['2026-03-03 08:00', '2026-03-03 12:00']],
    } as const;
    expect(dueOf(before)).toBe('2026-03-09 17:00');
  });

  it('restart does not concern payment and hold', () => {
    expect(dueOf({ ...MONDAY, onSupplement: 'restart', holds: asked })).toBe('2026-03-06 17:00');
  });

  it('restart does not save what is already late', () => {
    expect(
      dueOf({
        ...MONDAY,
        onSupplement: 'restart',
        supplements: [['2026-03-06 09:00', '2026-03-10 09:00']],
      }),
    ).toBe('2026-03-05 17:00');
  });

  it('restart counts a wait of no length: it is a new receipt', () => {
    expect(
      dueOf({
        ...MONDAY,
        onSupplement: 'restart',
        supplements: [['2026-03-04 09:00', '2026-03-04 09:00']],
      }),
    ).toBe('2026-03-09 17:00');
  });

  it('continue: the clock does not stop for a supplement, but for payment', () => {
    expect(dueOf({ ...MONDAY, onSupplement: 'continue', supplements: asked })).toBe(
      '2026-03-05 17:00',
    );
    expect(
      dueOf({ ...MONDAY, onSupplement: 'continue', supplements: [['2026-03-03 09:00']] }),
    ).toBe('2026-03-05 17:00');
    expect(dueOf({ ...MONDAY, onSupplement: 'continue', payments: asked })).toBe(
      '2026-03-06 17:00',
    );
  });

  it('continue: supplements are left out before waits are joined', () => {
    const c = {
      ...HOURS,
      onSupplement: 'continue',
      supplements: [['2026-03-02 10:00', '2026-03-02 11:00']],
      payments: [['2026-03-02 10:30', '2026-03-02 11:00']],
    } as const;
    expect(dueOf(c)).toBe('2026-03-03 09:30');
  });
});

describe('same-day procedures: every end of a wait is a receipt', () => {
  const c = { received: '2026-03-02 09:00', allowance: sameDay() } as const;

  it('before the cut-off it is due that day, after it the next', () => {
    expect(dueOf({ ...c, payments: [['2026-03-02 10:00', '2026-03-03 15:00']] })).toBe(
      '2026-03-03 17:00',
    );
    expect(dueOf({ ...c, payments: [['2026-03-02 10:00', '2026-03-03 15:01']] })).toBe(
      '2026-03-04 17:00',
    );
  });

  it('even a wait of no length after the cut-off moves it to the next day', () => {
    expect(dueOf({ ...c, supplements: [['2026-03-02 16:00', '2026-03-02 16:00']] })).toBe(
      '2026-03-03 17:00',
    );
  });

  it('under continue a supplement is no wait at all', () => {
    expect(
      dueOf({
        ...c,
        onSupplement: 'continue',
        supplements: [['2026-03-02 10:00', '2026-03-03 10:00']],
      }),
    ).toBe('2026-03-02 17:00');
  });
});

describe('a pause that is still open', () => {
  const open = { ...MONDAY, supplements: [['2026-03-03 09:00']] } as const;

  it('leaves no due moment; the provisional one is as if it ended now', () => {
    expect(dueOf(open)).toBeNull();
    expect(provisionalOf(open, '2026-03-03 12:00')).toBe('2026-03-05 17:00');
    expect(provisionalOf(open, '2026-03-06 12:00')).toBe('2026-03-10 17:00');
  });

  it('seen from before its begin it has no length', () => {
    expect(provisionalOf(open, '2026-03-02 12:00')).toBe('2026-03-05 17:00');
  });

  it('names the rule that would bind if it ended at once', () => {
    const { history, rules, calendar } = clockOf({
      ...open,
      limits: { city: workingDays(9), commune: workingDays(3) },
    });
    expect(computeDue(history, rules, calendar).rule).toStrictEqual({
      by: 'commune',
      allowance: workingDays(3),
    });
  });

  it('counting against one limit alone it leaves the earlier one standing', () => {
    const limits = { commune: workingDays(1), statutory: workingDays(9) };
    expect(
      dueOf({ received: '2026-03-02 09:00', limits, supplements: [['2026-03-04 09:00']] }),
    ).toBe('2026-03-03 17:00');
  });

  it('without an open pause the provisional due moment is the due moment', () => {
    expect(provisionalOf(MONDAY, '2026-03-20 09:00')).toBe('2026-03-05 17:00');
  });
});

describe('pauses that cannot have been', () => {
  const check = (supplements: NonNullable<ClockCase['supplements']>): unknown =>
    checkPauses(clockOf({ ...MONDAY, supplements }).history);

  it('one before the receipt is refused, one at the receipt is not', () => {
    expect(check([['2026-03-02 08:59:59', '2026-03-03 09:00']])).toStrictEqual({
      ok: false,
      refusal: {
        code: 'pause-before-receipt',
        facts: { path: 'pauses.0.from', from: at('2026-03-02 08:59:59') },
      },
    });
    expect(check([['2026-03-02 09:00', '2026-03-03 09:00']])).toStrictEqual({
      ok: true,
      value: null,
    });
  });

  it('one that ends before it begins is refused, one of no length or still open is not', () => {
    expect(check([['2026-03-03 09:00', '2026-03-03 08:59']])).toStrictEqual({
      ok: false,
      refusal: {
        code: 'pause-ends-before-it-begins',
        facts: { path: 'pauses.0.to', from: at('2026-03-03 09:00'), to: at('2026-03-03 08:59') },
      },
    });
    expect(check([['2026-03-03 09:00', '2026-03-03 09:00'], ['2026-03-04 09:00']])).toMatchObject({
      ok: true,
    });
  });
});
