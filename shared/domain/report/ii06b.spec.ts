import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf } from '../working-time/index.ts';
import { numbersOf } from './cells.ts';
import { ii06b, type Ii06bParameters } from './ii06b.ts';
import { sizeOfNotCounted } from './not-counted.ts';
import { II06B_COLUMNS, columnsOf, numbersIn, type Ii06bColumn } from './ii06b-columns.ts';

/** The January report: from 15/12/2025 00:00 to before 15/01/2026 00:00. */
const JANUARY = { from: dayOf(at('2025-12-15')), to: dayOf(at('2026-01-14')) };

/** The columns that count a dossier with this history, without the sums. */
function columnsFor(
  tellings: readonly Telling[],
  parameters: Partial<Ii06bParameters> = {},
): readonly Ii06bColumn[] {
  const { total } = ii06b([reported({}, ...tellings)], { ...JANUARY, ...parameters });
  return II06B_COLUMNS.filter((column) => total[column].length > 0).filter(
    (column) => !['total', 'resolved', 'pending'].includes(column),
  );
}

const RECEIVED: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-14 17:00' }];

const issued = (when: string, due = '2026-01-14 17:00', beforeExtension = due): Telling => [
  'resultIssued',
  when,
  { due, beforeExtension },
];

describe('how a dossier comes into the period', () => {
  it.each([
    ['online', 'onlineInPeriod'],
    ['direct', 'directOrPostInPeriod'],
    ['post', 'directOrPostInPeriod'],
  ] as const)('counts a new %s dossier in %s', (channel, column) => {
    const dossier = reported({ intake: { channel } }, RECEIVED);
    expect(ii06b([dossier], JANUARY).total[column]).toEqual(['hs-1']);
  });

  it.each([
    ['2025-12-14 23:59:59', 'carriedOver'],
    ['2025-12-15 00:00', 'onlineInPeriod'],
    ['2026-01-14 23:59:59', 'onlineInPeriod'],
  ])('takes a dossier received at %s as %s', (when, column) => {
    expect(columnsFor([['received', when, { due: '2026-02-14 17:00' }]])).toContain(column);
  });

  it('trap 9: a dossier received at 23:30 of the last day belongs to the period, at 00:00 not', () => {
    const { total } = ii06b([reported({}, ['received', '2026-01-14 23:30'])], JANUARY);
    const next = ii06b([reported({}, ['received', '2026-01-15 00:00'])], JANUARY);
    expect([total.total.length, next.total.total.length]).toEqual([1, 0]);
  });

  it('carries over what was not finished before the first day', () => {
    const received: Telling = ['received', '2025-12-01 08:00', { due: '2025-12-30 17:00' }];
    const due = '2025-12-30 17:00';
    expect(columnsFor([received, issued('2025-12-14 23:59:59', due)])).toEqual([]);
    expect(columnsFor([received, issued('2025-12-15 00:00', due)])).toEqual([
      'carriedOver',
      'resolvedEarly',
    ]);
  });
});

describe('how the period ends for a finished dossier', () => {
  it.each([
    ['2026-01-14 16:59', 'resolvedEarly'],
    ['2026-01-14 17:00', 'resolvedOnTime'],
    ['2026-01-14 17:00:59', 'resolvedOnTime'],
    ['2026-01-14 17:01', 'resolvedLate'],
  ])('settles a result of %s, due at 17:00, as %s', (when, column) => {
    expect(columnsFor([RECEIVED, issued(when)])).toEqual(['onlineInPeriod', column]);
  });

  it('compares by day where the unit does', () => {
    const byDay = { earlyBy: 'day', lateAfter: 'endOfDueDay' } as const;
    expect(columnsFor([RECEIVED, issued('2026-01-13 16:00')], byDay)).toContain('resolvedEarly');
    expect(columnsFor([RECEIVED, issued('2026-01-14 08:00')], byDay)).toContain('resolvedOnTime');
    expect(columnsFor([RECEIVED, issued('2026-01-14 23:00')], byDay)).toContain('resolvedOnTime');
  });

  it('holds an extended dossier to its promise before the extension, unless the unit says otherwise', () => {
    const story = [RECEIVED, issued('2026-01-14 18:00', '2026-01-20 17:00', '2026-01-14 17:00')];
    expect(columnsFor(story)).toContain('resolvedLate');
    expect(columnsFor(story, { lateAgainst: 'current' })).toContain('resolvedEarly');
  });

  it.each([
    ['refused', 'rejected'],
    ['stopped', 'rejected'],
    ['withdrawn', 'withdrawn'],
  ] as const)('counts %s in %s, however late', (type, column) => {
    expect(columnsFor([RECEIVED, [type, '2026-01-14 20:00']])).toEqual(['onlineInPeriod', column]);
  });

  it('counts a refusal before acceptance as received and rejected at the refusal', () => {
    const story: readonly Telling[] = [
      ['submitted', '2025-12-14 20:00'],
      ['refused', '2025-12-15 08:00'],
    ];
    expect(columnsFor(story)).toEqual(['onlineInPeriod', 'rejected']);
  });

  it('counts the finish of the next period as still pending', () => {
    const received: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-16 17:00' }];
    expect(columnsFor([received, issued('2026-01-15 00:00', '2026-01-16 17:00')])).toContain(
      'pendingInTime',
    );
  });
});

describe('how the end of the period finds an open dossier', () => {
  it.each([
    ['2026-01-14 17:00', 'pendingLate'],
    ['2026-01-14 23:59:59', 'pendingLate'],
    ['2026-01-15 00:00', 'pendingInTime'],
    ['2026-01-15 17:00', 'pendingInTime'],
  ])('finds one due at %s as %s', (due, column) => {
    expect(columnsFor([['received', '2026-01-12 08:00', { due }]])).toContain(column);
  });

  it('gives the whole due day where the unit is late only after it', () => {
    const byDay = { lateAfter: 'endOfDueDay' } as const;
    const due = (day: string): readonly Telling[] => [
      ['received', '2026-01-12 08:00', { due: day }],
    ];
    expect(columnsFor(due('2026-01-14 08:00'), byDay)).toContain('pendingInTime');
    expect(columnsFor(due('2026-01-13 17:00'), byDay)).toContain('pendingLate');
    expect(columnsFor(due('2026-01-14 00:00'), byDay)).toContain('pendingLate');
    expect(columnsFor(due('2026-01-15 00:00'), byDay)).toContain('pendingInTime');
  });

  it('puts awaiting a supplement before everything else', () => {
    const late: Telling = ['supplementRequested', '2026-01-14 17:30', { due: '2026-01-14 17:00' }];
    expect(columnsFor([RECEIVED, late])).toContain('pendingSupplement');
    expect(columnsFor([RECEIVED, ['held', '2026-01-13 09:00', { due: null }], late])).toContain(
      'pendingSupplement',
    );
  });

  it('forgets a supplement that came before the end', () => {
    const story: readonly Telling[] = [
      RECEIVED,
      ['supplementRequested', '2026-01-13 08:00', { due: null }],
      ['supplementReceived', '2026-01-14 23:00', { due: '2026-01-15 17:00' }],
    ];
    expect(columnsFor(story)).toContain('pendingInTime');
  });

  it.each(['paymentRequested', 'held'] as const)(
    'counts %s as late only where the due moment had passed before it began',
    (type) => {
      const inTime: Telling = [type, '2026-01-14 17:00', { due: null }];
      const tooLate: Telling = [type, '2026-01-14 17:01', { due: '2026-01-14 17:00' }];
      expect(columnsFor([RECEIVED, inTime])).toContain('pendingInTime');
      expect(columnsFor([RECEIVED, tooLate])).toContain('pendingLate');
    },
  );

  it('holds a pause after an extension to the promise before it', () => {
    const story: readonly Telling[] = [
      ['received', '2026-01-12 08:00', { due: '2026-01-13 17:00' }],
      [
        'extended',
        '2026-01-13 08:00',
        { due: '2026-01-20 17:00', beforeExtension: '2026-01-13 17:00' },
      ],
      ['held', '2026-01-14 08:00', { due: null, beforeExtension: '2026-01-13 17:00' }],
    ];
    expect(columnsFor(story)).toContain('pendingLate');
    expect(columnsFor(story, { lateAgainst: 'current' })).toContain('pendingInTime');
  });

  it('trap 10: leaves a past month as it was when the dossier goes on today', () => {
    const before: readonly Telling[] = [
      RECEIVED,
      ['supplementRequested', '2026-01-13 08:00', { due: null }],
    ];
    const after: readonly Telling[] = [
      ...before,
      ['supplementReceived', '2026-01-15 08:00', { due: '2026-01-16 17:00' }],
      issued('2026-01-15 10:00', '2026-01-16 17:00'),
      ['returned', '2026-01-15 11:00'],
    ];
    expect(columnsFor(after)).toEqual(columnsFor(before));
  });
});

describe('what no column counts', () => {
  it('leaves out what waits for an intake supplement or was withdrawn unaccepted, and says so', () => {
    const waiting = reported(
      { id: 'waiting' },
      ['submitted', '2026-01-12 08:00'],
      ['supplementRequested', '2026-01-12 09:00'],
    );
    const withdrawn = reported(
      { id: 'withdrawn' },
      ['submitted', '2026-01-12 08:00'],
      ['withdrawn', '2026-01-12 09:00'],
    );
    const report = ii06b([waiting, withdrawn], JANUARY);
    expect(report.total.total).toEqual([]);
    expect(report.notCounted).toEqual({
      withdrawnBeforeAcceptance: ['withdrawn'],
      awaitingIntakeSupplement: ['waiting'],
    });
    expect(sizeOfNotCounted(report.notCounted)).toBe(2);
  });

  it('tells of them only where they belong to the period', () => {
    const answered = reported(
      { id: 'answered' },
      ['submitted', '2026-01-12 08:00'],
      ['supplementRequested', '2026-01-12 09:00'],
      ['supplementReceived', '2026-01-14 09:00'],
    );
    const longAgo = reported(
      {},
      ['submitted', '2025-12-01 08:00'],
      ['withdrawn', '2025-12-14 09:00'],
    );
    const later = reported(
      {},
      ['submitted', '2026-01-14 08:00'],
      ['withdrawn', '2026-01-15 00:00'],
    );
    expect(ii06b([answered, longAgo, later], JANUARY).notCounted).toEqual({
      withdrawnBeforeAcceptance: [],
      awaitingIntakeSupplement: [],
    });
  });

  it('tells only of the unit’s own, live dossiers that were never accepted', () => {
    const unaccepted: readonly Telling[] = [
      ['submitted', '2026-01-12 08:00'],
      ['withdrawn', '2026-01-12 09:00'],
    ];
    const dossiers = [
      reported({ id: 'annulled' }, ...unaccepted, ['annulled', '2026-01-13 08:00']),
      reported({ id: 'vertical', procedure: { authority: 'vertical' } }, ...unaccepted),
      reported({ id: 'accepted' }, RECEIVED, ['withdrawn', '2026-01-13 08:00']),
    ];
    expect(ii06b(dossiers, JANUARY).notCounted.withdrawnBeforeAcceptance).toEqual([]);
    expect(
      ii06b(dossiers, { ...JANUARY, authority: 'vertical' }).notCounted.withdrawnBeforeAcceptance,
    ).toEqual(['vertical']);
  });

  it('still tells of one that waited for a paper at the end and was accepted afterwards', () => {
    const waiting = (acceptedAt: string): readonly string[] =>
      ii06b(
        [
          reported(
            {},
            ['submitted', '2026-01-12 08:00'],
            ['supplementRequested', '2026-01-12 09:00'],
            ['received', acceptedAt, { due: '2026-01-20 17:00' }],
          ),
        ],
        JANUARY,
      ).notCounted.awaitingIntakeSupplement;
    expect(waiting('2026-01-15 00:00')).toEqual(['hs-1']);
    expect(waiting('2026-01-20 08:00')).toEqual(['hs-1']);
    expect(waiting('2026-01-14 23:59')).toEqual([]);
  });

  it('trap 17: counts a liên thông case once, with its primary, in every period', () => {
    const primary = reported({ id: 'primary' }, RECEIVED);
    const linked = reported({ id: 'linked' }, RECEIVED, [
      'linked',
      '2026-03-01 08:00',
      { payload: { dossierId: 'primary' } },
    ]);
    expect(ii06b([primary, linked], JANUARY).total.total).toEqual(['primary']);
  });

  it('knows nothing of an annulled dossier, whenever it was annulled', () => {
    const story: readonly Telling[] = [
      ['submitted', '2026-01-12 08:00'],
      ['annulled', '2026-03-01 08:00'],
    ];
    const report = ii06b([reported({}, ...story)], JANUARY);
    expect(report.total.total).toEqual([]);
    expect(report.notCounted.withdrawnBeforeAcceptance).toEqual([]);
  });

  it('counts ngành dọc apart', () => {
    const theirs = reported({ id: 'vertical', procedure: { authority: 'vertical' } }, RECEIVED);
    expect(ii06b([theirs], JANUARY).total.total).toEqual([]);
    expect(ii06b([theirs], { ...JANUARY, authority: 'vertical' }).total.total).toEqual([
      'vertical',
    ]);
  });

  it('lists what has no due moment, and never calls it late', () => {
    const received: Telling = ['received', '2026-01-12 08:00', { withoutDue: true }];
    const open = reported({ id: 'open' }, received);
    const finished = reported({ id: 'finished' }, received, ['resultIssued', '2026-01-14 08:00']);
    const known = reported({ id: 'known' }, RECEIVED);
    const report = ii06b([open, finished, known], JANUARY);
    expect(report.total.pendingInTime).toEqual(['open']);
    expect(report.total.resolvedEarly).toEqual(['finished']);
    expect(report.withoutDueMoment).toEqual(['open', 'finished']);
  });

  it('lists a promise that came only after the period, and no refusal that never needed one', () => {
    const received: Telling = ['received', '2026-01-12 08:00', { withoutDue: true }];
    const later: Telling = ['dueRevised', '2026-01-15 00:00', { due: '2026-01-20 17:00' }];
    const inTime: Telling = ['dueRevised', '2026-01-14 23:59', { due: '2026-01-20 17:00' }];
    const dossiers = [
      reported({ id: 'promisedLater' }, received, later),
      reported({ id: 'promised' }, received, inTime),
      reported(
        { id: 'refused' },
        ['submitted', '2026-01-12 08:00'],
        ['refused', '2026-01-12 09:00'],
      ),
      reported({ id: 'withdrawn' }, received, ['withdrawn', '2026-01-12 09:00']),
    ];
    expect(ii06b(dossiers, JANUARY).withoutDueMoment).toEqual(['promisedLater']);
  });
});

describe('the 13-column layout', () => {
  const dossiers = [
    reported({ id: 'refused' }, RECEIVED, ['refused', '2026-01-13 08:00']),
    reported({ id: 'withdrawn' }, RECEIVED, ['withdrawn', '2026-01-13 08:00']),
    reported({ id: 'onTime' }, RECEIVED, issued('2026-01-14 17:00')),
    reported({ id: 'waiting' }, RECEIVED, [
      'supplementRequested',
      '2026-01-13 08:00',
      { due: null },
    ]),
    reported({ id: 'open' }, ['received', '2026-01-14 08:00', { due: '2026-01-16 17:00' }]),
  ];

  it('folds refusals and withdrawals into on time, awaited supplements into in time', () => {
    const { total, checks } = ii06b(dossiers, { ...JANUARY, layout: 13 });
    expect(total.resolvedOnTime).toEqual(['refused', 'withdrawn', 'onTime']);
    expect(total.pendingInTime).toEqual(['waiting', 'open']);
    expect(numbersOf(total)).toMatchObject({ rejected: 0, withdrawn: 0, pendingSupplement: 0 });
    expect(checks.filter((check) => !check.ok)).toEqual([]);
  });

  it('says the same of numbers as of dossiers', () => {
    const printed = numbersOf(ii06b(dossiers, JANUARY).total);
    const folded = numbersOf(ii06b(dossiers, { ...JANUARY, layout: 13 }).total);
    expect(numbersIn(13, printed)).toEqual(folded);
    expect(numbersIn(16, printed)).toEqual(printed);
  });

  it('prints eleven numbers instead of fourteen', () => {
    expect(columnsOf(16)).toEqual(II06B_COLUMNS);
    expect(columnsOf(13)).toEqual(
      II06B_COLUMNS.filter(
        (column) => !['rejected', 'withdrawn', 'pendingSupplement'].includes(column),
      ),
    );
  });
});
