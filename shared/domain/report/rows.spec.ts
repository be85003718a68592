import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf } from '../working-time/index.ts';
import { TOTAL_ROW, membersOf, shareOfTotal } from './cells.ts';
import { ii06b } from './ii06b.ts';
import { II06B_COLUMNS } from './ii06b-columns.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import type { RowBy } from './row-key.ts';

const JANUARY = { from: dayOf(at('2025-12-15')), to: dayOf(at('2026-01-14')) };

const RECEIVED: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-20 17:00' }];
const OVERDUE: Telling = ['received', '2026-01-05 08:00', { due: '2026-01-07 17:00' }];

const inField = (id: string, field: string): ReportedDossier =>
  reported({ id, procedure: { field } }, RECEIVED);

const assigned = (when: string, payload: Readonly<Record<string, string>>): Telling => [
  'assigned',
  when,
  { payload },
];

const rowsBy = (by: RowBy, ...dossiers: readonly ReportedDossier[]): readonly string[] =>
  ii06b(dossiers, { ...JANUARY, by }).rows.map(({ key }) => key);

describe('the rows of a report', () => {
  it('follow the catalogue of the unit, and after it the alphabet', () => {
    const dossiers = ['Thú y', 'Đất đai', 'Chứng thực', 'Hộ tịch', 'Dân tộc'].map((field) =>
      inField(field, field),
    );
    const names = { order: ['Hộ tịch', 'Bảo trợ xã hội', 'Chứng thực'] };
    const { rows } = ii06b(dossiers, { ...JANUARY, names });
    expect(rows.map(({ key }) => key)).toEqual([
      'Hộ tịch',
      'Chứng thực',
      'Dân tộc',
      'Đất đai',
      'Thú y',
    ]);
  });

  it('are there only where somebody is counted', () => {
    const later = reported({ procedure: { field: 'Thú y' } }, ['received', '2026-01-15 08:00']);
    expect(rowsBy('field', later, inField('a', 'Hộ tịch'))).toEqual(['Hộ tịch']);
  });

  it('are one row however the field was typed', () => {
    const dossiers = [inField('a', 'Đất đai'), inField('b', 'Đất đai'.normalize('NFD'))];
    const report = ii06b(dossiers, JANUARY);
    expect(report.rows.map(({ key }) => key)).toEqual(['Đất đai'.normalize('NFC')]);
    expect(membersOf(report, 'Đất đai'.normalize('NFD'), 'total')).toEqual(['a', 'b']);
  });

  it('carry the names the unit gives their codes, in the order of those names', () => {
    const dossiers = [
      reported({ id: 'a', procedure: { code: '1.001193' } }, RECEIVED),
      reported({ id: 'b', procedure: { code: '2.000815' } }, RECEIVED),
    ];
    const labels = new Map([
      ['1.001193', 'Đăng ký khai sinh'],
      ['2.000815', 'Bản sao từ bản chính'],
    ]);
    const { rows } = ii06b(dossiers, { ...JANUARY, by: 'procedure', names: { labels } });
    expect(rows.map(({ key, label }) => [key, label])).toEqual([
      ['2.000815', 'Bản sao từ bản chính'],
      ['1.001193', 'Đăng ký khai sinh'],
    ]);
  });

  it('keep two codes of the same name apart, in the order of the codes', () => {
    const dossiers = ['2.000908', '2.000815', '1.001193'].map((code) =>
      reported({ id: code, procedure: { code } }, RECEIVED),
    );
    const labels = new Map([
      ['2.000815', 'Chứng thực'],
      ['2.000908', 'Chứng thực'],
    ]);
    const { rows } = ii06b(dossiers, { ...JANUARY, by: 'procedure', names: { labels } });
    expect(rows.map(({ key }) => key)).toEqual(['1.001193', '2.000815', '2.000908']);
  });

  it.each([
    ['channel', ['direct', 'online']],
    ['unit', ['H24.98', 'H24.99']],
    ['source', ['-', 'mot-cua-hai-phong']],
  ] as const)('can stand for the %s', (by, keys) => {
    const own = reported({ id: 'a', unit: 'H24.98', intake: { channel: 'direct' } }, RECEIVED);
    const sources = [
      { source: 'mot-cua-hai-phong', externalCode: '1' },
      { source: 'hkd', externalCode: '2' },
    ];
    const theirs = reported({ id: 'b', intake: { sources } }, RECEIVED);
    expect(rowsBy(by, own, theirs)).toEqual(keys);
  });
});

describe('who held a dossier', () => {
  const moved = reported(
    { id: 'moved' },
    RECEIVED,
    assigned('2026-01-12 09:00', { departmentCode: 'VHXH', userId: 'lan' }),
    assigned('2026-01-15 00:00', { departmentCode: 'KT', userId: 'minh' }),
  );

  it('is asked as of the end of the period, not of today', () => {
    expect(rowsBy('department', moved)).toEqual(['VHXH']);
    expect(rowsBy('officer', moved)).toEqual(['lan']);
  });

  it('trap 16: counts dossiers nobody has taken up, in a row and in the total', () => {
    const waiting = reported(
      { id: 'waiting' },
      RECEIVED,
      assigned('2026-01-12 09:00', { departmentCode: 'VHXH' }),
    );
    const report = ii06b([moved, waiting], { ...JANUARY, by: 'officer' });
    expect(report.rows.map(({ key, cells }) => [key, cells.total.length])).toEqual([
      ['-', 1],
      ['lan', 1],
    ]);
    expect(membersOf(report, TOTAL_ROW, 'total')).toEqual(['moved', 'waiting']);
  });

  it('is nobody where it was refused before anybody took it up', () => {
    const refused = reported(
      {},
      ['submitted', '2026-01-12 08:00'],
      ['refused', '2026-01-12 09:00'],
    );
    for (const by of ['department', 'officer', 'responsible'] as const) {
      expect(rowsBy(by, refused)).toEqual(['-']);
    }
  });

  it('is nobody of the unit where another system knows it only at an agency', () => {
    const away: Telling = [
      'sentToAgency',
      '2026-01-12 08:00',
      { payload: { agency: 'so-noi-vu' } },
    ];
    expect(rowsBy('department', reported({}, RECEIVED, away))).toEqual(['-']);
    expect(rowsBy('officer', reported({}, RECEIVED, away))).toEqual(['-']);
  });

  it('stays the department that sent it to another agency', () => {
    const away = reported({}, RECEIVED, assigned('2026-01-12 09:00', { departmentCode: 'VHXH' }), [
      'sentToAgency',
      '2026-01-13 08:00',
      { payload: { agency: 'so-noi-vu' } },
    ]);
    expect(rowsBy('department', away)).toEqual(['VHXH']);
    expect(rowsBy('responsible', away)).toEqual(['agency:so-noi-vu']);
  });
});

describe('whose lateness it is', () => {
  const sent: Telling = ['sentToAgency', '2026-01-06 08:00', { payload: { agency: 'so-noi-vu' } }];
  const sentLater: Telling = ['sentToAgency', '2026-01-15 08:00', { payload: { agency: 'so' } }];
  const back: Telling = ['backFromAgency', '2026-01-09 08:00'];
  const here = assigned('2026-01-05 09:00', { departmentCode: 'VHXH' });

  it('is that of the agency in whose hands the due moment passed', () => {
    const result: Telling = ['resultIssued', '2026-01-12 08:00', { due: '2026-01-07 17:00' }];
    expect(rowsBy('responsible', reported({}, OVERDUE, here, sent, back, result))).toEqual([
      'agency:so-noi-vu',
    ]);
    expect(rowsBy('responsible', reported({}, OVERDUE, here, sent, back))).toEqual([
      'agency:so-noi-vu',
    ]);
  });

  it('is that of the department if the dossier was back by then', () => {
    const soonBack: Telling = ['backFromAgency', '2026-01-07 17:00'];
    expect(rowsBy('responsible', reported({}, OVERDUE, here, sent, soonBack))).toEqual(['VHXH']);
  });

  it('is asked of the due moment the report holds the office to', () => {
    const story = reported(
      {},
      ['received', '2026-01-05 08:00', { due: '2026-01-07 17:00' }],
      here,
      [
        'extended',
        '2026-01-06 08:00',
        { due: '2026-01-12 17:00', beforeExtension: '2026-01-07 17:00' },
      ],
      ['sentToAgency', '2026-01-08 08:00', { payload: { agency: 'so-noi-vu' } }],
      [
        'resultIssued',
        '2026-01-13 08:00',
        { due: '2026-01-12 17:00', beforeExtension: '2026-01-07 17:00' },
      ],
    );
    const by = 'responsible';
    expect(ii06b([story], { ...JANUARY, by }).rows[0]?.key).toBe('VHXH');
    expect(ii06b([story], { ...JANUARY, by, lateAgainst: 'current' }).rows[0]?.key).toBe(
      'agency:so-noi-vu',
    );
  });

  it('is nobody’s where nobody had taken it up, nor where it was late when it came', () => {
    const lateAtBirth: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-09 17:00' }];
    expect(rowsBy('responsible', reported({}, OVERDUE))).toEqual(['-']);
    expect(rowsBy('responsible', reported({}, lateAtBirth))).toEqual(['-']);
  });

  it('is not yet told by a result of the next period', () => {
    const moved = assigned('2026-01-13 08:00', { departmentCode: 'KT' });
    const dueNext: Telling = ['received', '2026-01-05 08:00', { due: '2026-01-14 10:00' }];
    const late: Telling = ['resultIssued', '2026-01-15 00:00', { due: '2026-01-14 10:00' }];
    expect(rowsBy('responsible', reported({}, dueNext, here, moved, late))).toEqual(['KT']);
    const dueLater: Telling = ['received', '2026-01-05 08:00', { due: '2026-01-16 10:00' }];
    const lateLater: Telling = ['resultIssued', '2026-01-20 08:00', { due: '2026-01-16 10:00' }];
    expect(
      rowsBy('responsible', reported({}, dueLater, here, moved, sentLater, lateLater)),
    ).toEqual(['KT']);
  });

  it('of a result in time is whoever held it last, however the due moment stood before', () => {
    const extended: Telling = ['dueRevised', '2026-01-08 08:00', { due: '2026-01-12 17:00' }];
    const moved = assigned('2026-01-09 08:00', { departmentCode: 'KT' });
    const inTime: Telling = ['resultIssued', '2026-01-12 16:00', { due: '2026-01-12 17:00' }];
    expect(rowsBy('responsible', reported({}, OVERDUE, here, extended, moved, inTime))).toEqual([
      'KT',
    ]);
  });

  it('of a dossier in time is whoever held it at the end', () => {
    const inTime = reported({}, RECEIVED, assigned('2026-01-13 08:00', { departmentCode: 'KT' }));
    expect(rowsBy('responsible', inTime)).toEqual(['KT']);
  });
});

describe('the dossiers behind a number', () => {
  it('trap 15: are as many as the number, in every cell and in the totals', () => {
    const dossiers = [
      inField('a', 'Hộ tịch'),
      inField('b', 'Hộ tịch'),
      reported({ id: 'c', procedure: { field: 'Thú y' } }, RECEIVED, [
        'withdrawn',
        '2026-01-13 08:00',
      ]),
    ];
    const report = ii06b(dossiers, JANUARY);
    for (const column of II06B_COLUMNS) {
      const listed = report.rows.flatMap(({ key }) => membersOf(report, key, column));
      expect(new Set(listed).size).toBe(report.total[column].length);
      expect(membersOf(report, TOTAL_ROW, column)).toEqual(listed);
    }
    expect(membersOf(report, 'Hộ tịch', 'pendingInTime')).toEqual(['a', 'b']);
  });

  it('are a share of those in the total', () => {
    const dossiers = ['a', 'b', 'c'].map((id) => inField(id, id === 'c' ? 'Thú y' : 'Hộ tịch'));
    const report = ii06b(dossiers, JANUARY);
    expect(shareOfTotal(report, 'Hộ tịch', 'total')).toEqual({ numerator: 2, denominator: 3 });
    expect(shareOfTotal(report, TOTAL_ROW, 'total')).toEqual({ numerator: 3, denominator: 3 });
  });

  it('are none in a row the report does not have', () => {
    expect(membersOf(ii06b([inField('a', 'Hộ tịch')], JANUARY), 'Thú y', 'total')).toEqual([]);
  });
});
