import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { numbersOf } from './cells.ts';
import { consolidation, contributions, sharesTogether, type Part } from './consolidation.ts';
import { ii06bChecks } from './ii06b-checks.ts';
import { COLUMNS_OF_EXIT, II06B_COLUMNS, type Ii06bColumn } from './ii06b-columns.ts';

type Numbers = Record<Ii06bColumn, number>;

const NOTHING = Object.fromEntries(II06B_COLUMNS.map((column) => [column, 0])) as Numbers;
const row = (label: string, numbers: Partial<Numbers>) => ({
  label,
  numbers: { ...NOTHING, ...numbers },
});

const XA_A: Part<Ii06bColumn> = {
  unit: 'H24.01',
  rows: [
    row('Chứng thực', { total: 40, onlineInPeriod: 40, resolved: 40, resolvedEarly: 40 }),
    row('Hộ tịch', { total: 7, carriedOver: 7, pending: 7, pendingLate: 7 }),
  ],
};
const XA_B: Part<Ii06bColumn> = {
  unit: 'H24.02',
  rows: [row('HỘ  TỊCH ', { total: 3, directOrPostInPeriod: 3, pending: 3, pendingInTime: 3 })],
};
const PHUONG_C: Part<Ii06bColumn> = { unit: 'H24.03', rows: [] };

describe('the consolidated report of a city', () => {
  it('adds up what units report, whichever way they write a field', () => {
    const { fields } = consolidation(II06B_COLUMNS, [XA_A, XA_B]);
    expect(fields.rows.map(({ label, cells }) => [label, cells.total.length])).toEqual([
      ['Chứng thực', 40],
      ['Hộ tịch', 10],
    ]);
    expect(numbersOf(fields.total)).toMatchObject({ total: 50, pendingLate: 7, pendingInTime: 3 });
  });

  it('has the fields in the order of the catalogue, whichever way units write them', () => {
    const others = row('An ninh', { total: 1 });
    const parts = [{ ...XA_A, rows: [others, ...XA_A.rows] }, XA_B];
    const order = ['hộ tịch', 'Đất đai', 'Chứng thực'];
    const { fields } = consolidation(II06B_COLUMNS, parts, { order });
    expect(fields.rows.map(({ label }) => label)).toEqual(['Hộ tịch', 'Chứng thực', 'An ninh']);
  });

  it('says what each unit adds, a unit without dossiers with its noughts', () => {
    const { units, fields } = consolidation(II06B_COLUMNS, [XA_A, XA_B, PHUONG_C]);
    expect(units.rows.map(({ key, cells }) => [key, cells.total.length])).toEqual([
      ['H24.01', 47],
      ['H24.02', 3],
      ['H24.03', 0],
    ]);
    expect(units.total).toEqual(fields.total);
  });

  it('takes a number apart into the units that make it, each by its own name of the row', () => {
    const parts = [XA_B, XA_A, PHUONG_C];
    expect(contributions(parts, { field: 'Hộ tịch', column: 'total' })).toEqual([
      { unit: 'H24.01', row: 'Hộ tịch', count: 7 },
      { unit: 'H24.02', row: 'HỘ  TỊCH ', count: 3 },
    ]);
    expect(contributions(parts, { field: 'total', column: 'resolved' })).toEqual([
      { unit: 'H24.01', row: 'total', count: 40 },
    ]);
  });

  it('adds parts and wholes of ratios, never percentages', () => {
    expect(
      sharesTogether([
        { numerator: 1, denominator: 2 },
        { numerator: 98, denominator: 98 },
      ]),
    ).toEqual({ numerator: 99, denominator: 100 });
  });
});

/** A row that holds within itself, as a unit's own product would tell it. */
const soundRow = fc
  .record({
    label: fc.constantFrom('Chứng thực', 'Hộ tịch', 'hộ tịch', 'Đất đai'),
    exits: fc.dictionary(
      fc.constantFrom(...(Object.keys(COLUMNS_OF_EXIT) as (keyof typeof COLUMNS_OF_EXIT)[])),
      fc.nat(50),
    ),
  })
  .map(({ label, exits }) => {
    const numbers = { ...NOTHING };
    for (const [exit, count] of Object.entries(exits)) {
      const columns = COLUMNS_OF_EXIT[exit as keyof typeof COLUMNS_OF_EXIT];
      for (const column of ['total', 'onlineInPeriod', ...columns] as const) {
        numbers[column] += count;
      }
    }
    return { label, numbers };
  });

describe('any reports that agree with themselves', () => {
  it('make a consolidated one that does, by field and by unit', () => {
    const anyParts = fc
      .array(fc.array(soundRow, { maxLength: 5 }), { maxLength: 8 })
      .map((all) => all.map((rows, index) => ({ unit: `H24.${index}`, rows })));
    fc.assert(
      fc.property(anyParts, (parts) => {
        const { fields, units } = consolidation(II06B_COLUMNS, parts);
        for (const table of [fields, units]) {
          expect(ii06bChecks(table).filter(({ ok }) => !ok)).toEqual([]);
        }
        expect(fields.total).toEqual(units.total);
      }),
    );
  });
});
