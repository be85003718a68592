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
import { computeDue, provisionalDue } from './index.ts';

interface Told {
  readonly due: string | null;
  readonly before: string | null;
  readonly ours: string | null;
  readonly by: string;
}

const tell = (c: ClockCase): Told => {
  const { history, rules, calendar } = clockOf(c);
  const { dueAt, beforeExtensionAt, oursAt, rule } = computeDue(history, rules, calendar);
  return { due: local(dueAt), before: local(beforeExtensionAt), ours: local(oursAt), by: rule.by };
};

/** Monday; ours is Thursday 2026-03-05 17:00. */
const MONDAY = { received: '2026-03-02 09:00', allowance: workingDays(3) } as const;
const DECLARED = [['2026-03-02 09:00', '2026-03-06 10:00']] as const;

describe('a due moment the slip or the source declared', () => {
  it('binds; ours stands beside it', () => {
    expect(tell({ ...MONDAY, declared: DECLARED })).toStrictEqual({
      due: '2026-03-06 10:00',
      before: '2026-03-06 10:00',
      ours: '2026-03-05 17:00',
      by: 'declared',
    });
  });

  it('a later declaration replaces it', () => {
    const declared = [...DECLARED, ['2026-03-04 09:00', '2026-03-09 10:00']] as const;
    expect(tell({ ...MONDAY, declared })).toMatchObject({
      due: '2026-03-09 10:00',
      before: '2026-03-09 10:00',
    });
  });

  it('is moved by the same days, keeping its time of day', () => {
    const c = {
      ...MONDAY,
      declared: DECLARED,
      supplements: [['2026-03-03 09:00', '2026-03-05 09:00']],
    } as const;
    expect(tell(c)).toMatchObject({ due: '2026-03-10 10:00', ours: '2026-03-09 17:00' });
  });

  it('is not moved by a pause that was over when it was declared', () => {
    const declared = [['2026-03-05 09:00', '2026-03-06 10:00']] as const;
    expect(
      tell({ ...MONDAY, declared, supplements: [['2026-03-03 09:00', '2026-03-05 09:00']] }),
    ).toMatchObject({ due: '2026-03-06 10:00' });
    expect(
      tell({ ...MONDAY, declared, supplements: [['2026-03-03 09:00', '2026-03-05 09:01']] }),
    ).toMatchObject({ due: '2026-03-10 10:00' });
  });

  it('is not moved by a pause whose end the source told, ours is', () => {
    expect(
      tell({ ...MONDAY, declared: DECLARED, imported: [['2026-03-03 09:00', '2026-03-05 09:00']] }),
    ).toMatchObject({
      due: '2026-03-06 10:00',
      ours: '2026-03-09 17:00',
    });
  });

  it('is not moved by a pause begun after it', () => {
    expect(
      tell({ ...MONDAY, declared: DECLARED, holds: [['2026-03-06 10:00:01', '2026-03-10 09:00']] }),
    ).toMatchObject({ due: '2026-03-06 10:00' });
    expect(
      tell({ ...MONDAY, declared: DECLARED, holds: [['2026-03-06 10:00', '2026-03-10 09:00']] }),
    ).toMatchObject({ due: '2026-03-10 10:00' });
  });

  it('falls away while a pause that counts is open', () => {
    const c = { ...MONDAY, declared: DECLARED, holds: [['2026-03-04 09:00']] } as const;
    expect(tell(c)).toStrictEqual({ due: null, before: null, ours: null, by: 'declared' });
    const { history, rules, calendar } = clockOf(c);
    expect(local(provisionalDue(history, rules, calendar, at('2026-03-05 12:00')))).toBe(
      '2026-03-09 10:00',
    );
  });

  it('at 24:00 it belongs to the day that ends there', () => {
    const declared = [['2026-03-02 09:00', '2026-03-07 00:00']] as const;
    expect(
      tell({ ...MONDAY, declared, holds: [['2026-03-04 09:00', '2026-03-05 09:00']] }),
    ).toMatchObject({ due: '2026-03-10 00:00' });
  });

  it('on a closed day it stays there until a pause moves it', () => {
    const declared = [['2026-03-02 09:00', '2026-03-07 10:00']] as const;
    expect(
      tell({ ...MONDAY, declared, holds: [['2026-03-04 09:00', '2026-03-04 16:00']] }),
    ).toMatchObject({ due: '2026-03-07 10:00' });
    expect(
      tell({ ...MONDAY, declared, holds: [['2026-03-04 09:00', '2026-03-05 09:00']] }),
    ).toMatchObject({ due: '2026-03-09 10:00' });
  });

  it('counting hours, it is moved by the working time', () => {
    const c = { ...MONDAY, allowance: workingHours(24), declared: DECLARED } as const;
    expect(tell({ ...c, holds: [['2026-03-04 16:00', '2026-03-05 08:00']] })).toMatchObject({
      due: '2026-03-06 11:30',
    });
  });

  it('counting calendar days, it is moved by those and rolled to a working day', () => {
    const c = { ...MONDAY, allowance: calendarDays(4), declared: DECLARED } as const;
    expect(tell({ ...c, holds: [['2026-03-04 09:00', '2026-03-05 09:00']] })).toMatchObject({
      due: '2026-03-09 10:00',
    });
  });

  it('under restart a supplement gives the due moment of a new receipt, and the limit is the rule again', () => {
    const c = { ...MONDAY, onSupplement: 'restart', declared: DECLARED } as const;
    expect(tell({ ...c, supplements: [['2026-03-03 09:00', '2026-03-05 09:00']] })).toStrictEqual({
      due: '2026-03-10 17:00',
      before: '2026-03-10 17:00',
      ours: '2026-03-10 17:00',
      by: 'commune',
    });
  });

  it('for a same-day procedure any wait gives the due moment of a new receipt', () => {
    const c = { ...MONDAY, allowance: sameDay(), declared: DECLARED } as const;
    expect(tell({ ...c, payments: [['2026-03-03 09:00', '2026-03-05 09:00']] })).toMatchObject({
      due: '2026-03-05 17:00',
      by: 'commune',
    });
  });

  it('of an unknown procedure moves by whole working days and has nothing of ours beside it', () => {
    const c = {
      received: '2026-03-02 09:00',
      declared: DECLARED,
      onSupplement: 'restart',
    } as const;
    expect(tell(c)).toStrictEqual({
      due: '2026-03-06 10:00',
      before: '2026-03-06 10:00',
      ours: null,
      by: 'declared',
    });
    expect(tell({ ...c, supplements: [['2026-03-03 09:00', '2026-03-05 09:00']] })).toMatchObject({
      due: '2026-03-10 10:00',
    });
  });
});

describe('a promise for a procedure without any limit', () => {
  const c = { received: '2026-03-02 09:00', declared: DECLARED } as const;
  const supplements = [['2026-03-03 09:00', '2026-03-05 09:00']] as const;

  it('is not moved by a supplement where the procedure lets the clock run on', () => {
    expect(tell({ ...c, onSupplement: 'continue', supplements })).toMatchObject({
      due: '2026-03-06 10:00',
      by: 'declared',
    });
    expect(
      tell({ ...c, onSupplement: 'continue', supplements: [['2026-03-03 09:00']] }),
    ).toMatchObject({ due: '2026-03-06 10:00' });
  });

  it('is moved by a payment all the same', () => {
    expect(tell({ ...c, onSupplement: 'continue', payments: supplements })).toMatchObject({
      due: '2026-03-10 10:00',
    });
  });
});

describe('an extension (Mẫu 04)', () => {
  const EXTENDED = [['2026-03-05 09:00', '2026-03-12 17:00']] as const;

  it('sets the current due moment and never erases the one before it', () => {
    expect(tell({ ...MONDAY, extended: EXTENDED })).toStrictEqual({
      due: '2026-03-12 17:00',
      before: '2026-03-05 17:00',
      ours: '2026-03-05 17:00',
      by: 'extended',
    });
  });

  it('stands beside a declared moment in the same way', () => {
    expect(tell({ ...MONDAY, declared: DECLARED, extended: EXTENDED })).toMatchObject({
      due: '2026-03-12 17:00',
      before: '2026-03-06 10:00',
    });
  });

  it('a second one replaces the first', () => {
    const extended = [...EXTENDED, ['2026-03-11 09:00', '2026-03-18 17:00']] as const;
    expect(tell({ ...MONDAY, extended })).toMatchObject({
      due: '2026-03-18 17:00',
      before: '2026-03-05 17:00',
    });
  });

  it('a pause after it moves what has not passed, and leaves what has', () => {
    expect(
      tell({ ...MONDAY, extended: EXTENDED, holds: [['2026-03-09 09:00', '2026-03-10 09:00']] }),
    ).toMatchObject({ due: '2026-03-13 17:00', before: '2026-03-05 17:00' });
    expect(
      tell({ ...MONDAY, extended: EXTENDED, holds: [['2026-03-05 10:00', '2026-03-06 09:00']] }),
    ).toMatchObject({ due: '2026-03-13 17:00', before: '2026-03-06 17:00' });
  });

  it('an open pause takes away only what has not passed', () => {
    expect(tell({ ...MONDAY, extended: EXTENDED, holds: [['2026-03-09 09:00']] })).toMatchObject({
      due: null,
      before: '2026-03-05 17:00',
      by: 'extended',
    });
  });

  it('a promise the source makes later replaces both', () => {
    const c = {
      ...MONDAY,
      declared: [['2026-03-09 09:00', '2026-03-16 10:00']],
      extended: EXTENDED,
    } as const;
    expect(tell(c)).toMatchObject({
      due: '2026-03-16 10:00',
      before: '2026-03-16 10:00',
      by: 'declared',
    });
  });

  it('once a new receipt replaced it, the limit is the rule, also beside a declared moment already past', () => {
    const c = {
      ...MONDAY,
      declared: DECLARED,
      extended: EXTENDED,
      onSupplement: 'restart',
    } as const;
    expect(tell({ ...c, supplements: [['2026-03-09 09:00', '2026-03-10 09:00']] })).toMatchObject({
      due: '2026-03-13 17:00',
      before: '2026-03-06 10:00',
      by: 'commune',
    });
  });
});

describe('a term agreed', () => {
  const variants = [
    { key: 'long', label: 'Cần xác minh', allowance: workingDays(12) },
    { key: 'short', label: 'Ít trang', allowance: workingDays(4) },
  ];
  const extended = [['2026-03-05 09:00', '2026-03-12 17:00']] as const;
  const agreed = { ...MONDAY, variants, extended, termAgreed: '2026-03-06 09:00' } as const;

  it('after an extension puts the due moment off where it leads further', () => {
    expect(tell({ ...agreed, variantKey: 'long' })).toStrictEqual({
      due: '2026-03-18 17:00',
      before: '2026-03-18 17:00',
      ours: '2026-03-18 17:00',
      by: 'variant',
    });
  });

  it('leaves the extension where that leads further', () => {
    expect(tell({ ...agreed, variantKey: 'short' })).toMatchObject({
      due: '2026-03-12 17:00',
      before: '2026-03-06 17:00',
      by: 'extended',
    });
  });

  it('at the very moment of the extension counts as agreed after it', () => {
    const termAgreed = '2026-03-05 09:00';
    expect(tell({ ...agreed, variantKey: 'long', termAgreed })).toMatchObject({ by: 'variant' });
  });

  it('leading to the same moment leaves the extension the rule', () => {
    const same = [{ key: 'same', label: 'Bằng nhau', allowance: workingDays(8) }];
    expect(tell({ ...agreed, variants: same, variantKey: 'same' })).toMatchObject({
      due: '2026-03-12 17:00',
      ours: '2026-03-12 17:00',
      by: 'extended',
    });
  });

  it('before an extension, or at receipt, does not touch it', () => {
    expect(tell({ ...agreed, variantKey: 'long', termAgreed: '2026-03-04 09:00' })).toMatchObject({
      due: '2026-03-12 17:00',
      by: 'extended',
    });
    expect(tell({ ...MONDAY, variants, extended, variantKey: 'long' })).toMatchObject({
      due: '2026-03-12 17:00',
      by: 'extended',
    });
  });

  it('does not move what the source declared', () => {
    expect(tell({ ...agreed, variantKey: 'long', declared: DECLARED })).toMatchObject({
      due: '2026-03-12 17:00',
      before: '2026-03-06 10:00',
    });
  });
});
