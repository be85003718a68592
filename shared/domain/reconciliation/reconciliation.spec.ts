import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { TOTAL_ROW, boundsOf } from '../report/index.ts';
import { dayOf } from '../working-time/index.ts';
import {
  againstList,
  candidatesOf,
  causesOf,
  compareCells,
  lateOtherwise,
  type CountedDossier,
  type ListedDossier,
} from './index.ts';

const bounds = boundsOf({ from: dayOf(at('2026-02-15')), to: dayOf(at('2026-03-14')) });

let number = 0;

/** Counted, finished in time, told long after it was finished, in one system and nothing odd about it. */
const aDossier = (told: Partial<CountedDossier> = {}): CountedDossier => {
  number += 1;
  const code = `H24.99-260302-${String(number).padStart(4, '0')}`;
  return {
    ...{ id: `d${number}`, code, externalCode: code, row: 'Chứng thực' },
    passage: { entry: 'onlineInPeriod', exit: 'resolvedOnTime' },
    receivedAt: at('2026-03-02 08:00'),
    finishedAt: at('2026-03-03 10:00'),
    asOf: at('2026-03-15 08:00'),
    ...{ saysOtherwise: false, systems: 1, hasUnknownProcedure: false, isNotViaCentre: false },
    ...told,
  };
};

const listed = (dossier: Pick<CountedDossier, 'externalCode'> & { id?: string }, more = {}) =>
  ({
    ...{ externalCode: dossier.externalCode, line: 2, dossierId: dossier.id },
    ...{ receivedAt: at('2026-03-02 08:00'), finishedAt: null },
    ...{ saysOtherwise: false, isAnnulledHere: false, isUnreadable: false },
    ...more,
  }) satisfies ListedDossier;

const asked = { bounds, exportedAt: at('2026-03-15 08:00') };

describe('declared totals', () => {
  const ours = [aDossier(), aDossier(), aDossier({ row: 'Hộ tịch' })];

  it('stand beside ours, in the order of the form, fields and sums alike', () => {
    const declared = [
      { row: TOTAL_ROW, numbers: { resolved: 3, total: 4 } },
      { row: 'Hộ tịch', numbers: { total: 1 } },
    ];
    expect(compareCells(declared, ours)).toEqual([
      { row: TOTAL_ROW, column: 'total', declared: 4, ours: 3 },
      { row: TOTAL_ROW, column: 'resolved', declared: 3, ours: 3 },
      { row: 'Hộ tịch', column: 'total', declared: 1, ours: 1 },
    ]);
  });

  it('know a field however its letters are composed', () => {
    const declared = [{ row: ' Hộ tịch '.normalize('NFD'), numbers: { total: 1 } }];
    expect(compareCells(declared, ours)).toMatchObject([{ row: 'Hộ tịch', ours: 1 }]);
  });

  it('name nobody while they agree', () => {
    const cells = compareCells([{ row: TOTAL_ROW, numbers: { total: 1 } }], [aDossier()]);
    expect(candidatesOf(cells, [aDossier({ systems: 2 })], bounds)).toEqual([]);
  });
});

describe('dossiers that may be what numbers differ by', () => {
  const plain = aDossier();
  const twice = aDossier({ systems: 2 });
  const otherwise = aDossier({ saysOtherwise: true });
  const elsewhere = aDossier({ row: 'Hộ tịch', saysOtherwise: true });
  const ours = [plain, twice, otherwise, elsewhere];
  const found = (declared: Parameters<typeof compareCells>[0]) =>
    candidatesOf(compareCells(declared, ours), ours, bounds);

  it('are ranked by what speaks for them, and silent ones are not named', () => {
    const candidates = found([{ row: 'Chứng thực', numbers: { total: 2 } }]);
    expect(candidates.map(({ dossier }) => dossier)).toEqual([otherwise, twice]);
    expect(candidates.map(({ causes }) => causes)).toEqual([['otherStatus'], ['countedTwice']]);
  });

  it('are told with the most particular number that differs', () => {
    const candidates = found([
      { row: TOTAL_ROW, numbers: { total: 3 } },
      { row: 'Chứng thực', numbers: { total: 2, resolvedOnTime: 2 } },
    ]);
    expect(candidates.map(({ row, column }) => `${row} ${column}`)).toEqual([
      'Chứng thực resolvedOnTime',
      `${TOTAL_ROW} total`,
      'Chứng thực resolvedOnTime',
    ]);
  });

  it('are sought in the same field when the source counts more than we do', () => {
    const candidates = found([{ row: 'Hộ tịch', numbers: { pending: 1 } }]);
    expect(candidates.map(({ dossier }) => dossier)).toEqual([elsewhere]);
  });
});

describe('what speaks for counting a dossier otherwise', () => {
  it.each([
    ['nothing', {}, []],
    ['a day near the end of the period', { receivedAt: at('2026-03-14 23:45') }, ['otherDate']],
    ['a finish near its beginning', { finishedAt: at('2026-02-15 00:10') }, ['otherDate']],
    ['data older than its finish', { asOf: at('2026-03-02 09:00') }, ['lateSync']],
    [
      'data older than the end, while open',
      { asOf: at('2026-03-12 09:00'), finishedAt: null },
      ['lateSync'],
    ],
    ['a procedure in no catalogue', { hasUnknownProcedure: true }, ['unknownCode']],
    ['a way past the centre', { isNotViaCentre: true }, ['notViaCentre']],
    ['a source that told of no time', { asOf: null }, []],
  ] as const)('is %s', (_, told, causes) => {
    expect(causesOf(aDossier(told), bounds)).toEqual(causes);
  });
});

describe('a list of the source', () => {
  const ours = [aDossier(), aDossier()];
  const shared = ours.map((dossier) => listed(dossier));
  const three = ['X-1', 'X-2', 'X-3'].map((externalCode) => listed({ externalCode }));

  it('names exactly the dossiers it has more', () => {
    const findings = againstList([...shared, ...three], ours, asked);
    expect(findings).toEqual(
      three.map((each) => ({ kind: 'onlyThere', listed: each, causes: ['notImported'] })),
    );
  });

  it('names exactly those it does not have', () => {
    expect(againstList(shared.slice(1), ours, asked)).toEqual([
      { kind: 'onlyHere', dossier: ours[0], causes: [] },
    ]);
  });

  it('may be older than a dossier it does not have', () => {
    const newer = aDossier({ receivedAt: at('2026-03-10 08:00') });
    const early = { bounds, exportedAt: at('2026-03-09 08:00') };
    expect(againstList([], [newer], early)).toMatchObject([{ causes: ['lateSync'] }]);
  });

  it('counts a dossier once that it shows twice', () => {
    expect(againstList([...three, ...three, ...shared], ours, asked)).toHaveLength(3);
  });

  it('is not read past the end of the period', () => {
    const later = listed({ externalCode: 'X-9' }, { receivedAt: bounds.end });
    expect(againstList([...shared, later], ours, asked)).toEqual([]);
  });

  it('is not read before its beginning, unless we count the dossier all the same', () => {
    const finishedAt = at('2026-02-14 16:00');
    const gone = listed({ externalCode: 'X-7' }, { finishedAt });
    const known = listed(
      { externalCode: 'X-6', id: 'elsewhere' },
      { finishedAt, saysOtherwise: true },
    );
    expect(againstList([...shared, gone, known], ours, asked)).toEqual([]);
    const [first, ...rest] = shared;
    const disputed = { ...first, finishedAt, saysOtherwise: true } as ListedDossier;
    expect(againstList([disputed, ...rest], ours, asked)).toMatchObject([{ kind: 'otherwise' }]);
    const last = listed({ externalCode: 'X-5' }, { finishedAt: bounds.start });
    expect(againstList([...shared, last], ours, asked)).toMatchObject([{ kind: 'onlyThere' }]);
  });

  it('knows a dossier by its code that was not ours when the list came', () => {
    const [first, second] = ours;
    if (first === undefined || second === undefined) throw new Error('two dossiers are needed');
    const lines = [
      listed(first),
      listed({ externalCode: second.externalCode }, { dossierId: second.id }),
    ];
    expect(againstList(lines, ours, asked)).toEqual([]);
  });

  it('names what it still counts and we annulled', () => {
    const annulled = listed({ externalCode: 'X-4', id: 'annulled' }, { isAnnulledHere: true });
    expect(againstList([...shared, annulled], ours, asked)).toEqual([
      { kind: 'otherwise', listed: annulled, causes: ['otherStatus'] },
    ]);
  });

  it('tells what it says otherwise, and which lines have to be mended first', () => {
    const [first] = shared;
    const unreadable = listed({ externalCode: 'X-8' }, { isUnreadable: true, receivedAt: null });
    const findings = againstList(
      [{ ...first, saysOtherwise: true } as ListedDossier, unreadable],
      ours.slice(0, 1),
      asked,
    );
    expect(findings.map(({ kind, causes }) => [kind, causes])).toEqual([
      ['otherwise', ['otherStatus']],
      ['onlyThere', ['unknownCode']],
    ]);
  });
});

describe('two due moments of a dossier', () => {
  const now = at('2026-03-20 08:00');
  const due = (declared: string, ours: string, finished?: string) =>
    lateOtherwise(
      {
        ...{ id: 'd', declaredDueAt: at(declared), dueAt: at(ours) },
        finishedAt: finished === undefined ? null : at(finished),
      },
      now,
    );

  it.each([
    ['2026-03-10 17:00', '2026-03-17 17:00', '2026-03-12 09:00', 'lateThere'],
    ['2026-03-17 17:00', '2026-03-10 17:00', '2026-03-12 09:00', 'lateHere'],
    ['2026-03-10 17:00', '2026-03-11 17:00', '2026-03-12 09:00', null],
    ['2026-03-17 17:00', '2026-03-25 17:00', undefined, 'lateThere'],
    ['2026-03-12 09:00', '2026-03-17 17:00', '2026-03-12 09:00:59', null],
  ])('declared %s, ours %s, finished %s: %s', (declared, ours, finished, expected) => {
    expect(due(declared, ours, finished)).toBe(expected);
  });

  it('say nothing where one of them is not known', () => {
    const unknown = {
      id: 'd',
      declaredDueAt: null,
      dueAt: at('2026-03-10 17:00'),
      finishedAt: null,
    };
    expect(lateOtherwise(unknown, now)).toBeNull();
  });
});
