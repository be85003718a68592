import type { IssueSectionAnswer } from '#contract/reports';
import { DIGITISATION_COLUMNS, II06B_COLUMNS, type Ii06bColumn } from '#domain/report';

type Numbers = Readonly<Record<Ii06bColumn, number>>;

const HEAD = {
  unit: { id: 7, code: 'H24.99', name: 'Xã Mẫu' },
  ...{ from: '2025-12-15', to: '2026-01-14', authority: 'commune' as const, position: 42 },
  asOf: '2026-01-15T08:00:00+07:00',
};

const share = (numerator: number, denominator: number, text: string | null) => ({
  ...{ numerator, denominator, text },
});

const SHARES = {
  components: share(3723, 3731, '99,79'),
  result: share(3731, 3731, '100,00'),
  both: share(3723, 3731, '99,79'),
  reused: share(0, 0, null),
};

/** Numbers that differ from column to column, so that none can stand in another's place. */
const FILES = Object.fromEntries(
  DIGITISATION_COLUMNS.map((column, at) => [column, 3000 + at]),
) as Record<(typeof DIGITISATION_COLUMNS)[number], number>;

const sumOf = (rows: readonly Numbers[]): Numbers =>
  Object.fromEntries(
    II06B_COLUMNS.map((column) => [column, rows.reduce((sum, row) => sum + row[column], 0)]),
  ) as Numbers;

/** A section of a report with the given rows, as the server tells it. */
export function printedSection(rows: readonly (readonly [string, Numbers])[]): IssueSectionAnswer {
  const total = sumOf(rows.map(([, numbers]) => numbers));
  return {
    section: 'main',
    ii06b: {
      ...{ ...HEAD, form: 'ii06b', by: 'field', layout: 16, total, checks: [] },
      rows: rows.map(([label, numbers]) => ({ key: label, label, ...numbers })),
      ...{ notCounted: 3, withoutDueMoment: 0 },
      notCountedAs: { withdrawnBeforeAcceptance: 1, awaitingIntakeSupplement: 2 },
    },
    digitisation: {
      ...{ ...HEAD, form: 'digitisation', by: 'unit', checks: [], flags: [] },
      rows: [{ key: 'H24.99', label: 'Xã Mẫu', ...FILES, shares: SHARES }],
      total: { ...FILES, shares: SHARES },
    },
    indicators: {
      ...{ ...HEAD, form: 'indicators' },
      indicators: [
        {
          ...{ indicator: 'onlineReceipts', subject: 'dossiers', population: 'new' },
          ...{ targetPercent: 95, ...share(3726, 3735, '99,76'), missing: 9, needed: 0 },
        },
        {
          ...{ indicator: 'onlinePayment', subject: 'dossiers', population: 'total' },
          ...{ targetPercent: null, ...share(0, 0, null), missing: 0, needed: null },
        },
      ],
    },
  };
}
