import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { naiveReport, type NaiveRules } from '../../../test/support/naive-report.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import {
  randomBounds,
  randomDossiers,
  type RandomDossier,
} from '../../../test/support/random-dossiers.ts';
import type { DossierEvent } from '../dossier/index.ts';
import { startOf, type Instant } from '../working-time/index.ts';
import { TOTAL_ROW, membersOf, type Members } from './cells.ts';
import { digitisation } from './digitisation.ts';
import { ii06b, type Ii06b, type Ii06bParameters } from './ii06b.ts';
import { checkCarryOver } from './ii06b-checks.ts';
import { II06B_COLUMNS } from './ii06b-columns.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { reportedDossierOf } from './reported-dossier-of.ts';
import type { RowBy } from './row-key.ts';

const rules: fc.Arbitrary<NaiveRules> = fc.record({
  lateAgainst: fc.constantFrom('beforeExtension', 'current'),
  earlyBy: fc.constantFrom('minute', 'day'),
  lateAfter: fc.constantFrom('dueMoment', 'endOfDueDay'),
});

const by: fc.Arbitrary<RowBy> = fc.constantFrom(
  'field',
  'procedure',
  'department',
  'officer',
  'source',
  'channel',
  'unit',
  'responsible',
);

const reportedOf = (dossiers: readonly RandomDossier[]): readonly ReportedDossier[] =>
  dossiers.map(({ id, history }) => reportedDossierOf(history, { id, unit: 'xa' }));

const reportOn = (dossiers: readonly RandomDossier[], parameters: Ii06bParameters): Ii06b =>
  ii06b(reportedOf(dossiers), parameters);

const together = (...parts: readonly Members[]): Members => parts.flat().sort();

describe('II.06b for every history and every period', () => {
  it('counts in every column exactly whom a pencil would count', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, rules, (dossiers, [from, , to], lateness) => {
        const { total } = reportOn(dossiers, { from, to, ...lateness });
        const byNumber = Object.fromEntries(
          II06B_COLUMNS.map((column, index) => [index + 3, total[column]]),
        );
        expect(byNumber).toEqual(naiveReport(dossiers, from, to, lateness));
      }),
      { numRuns: propertyRuns(0.1) },
    );
  });

  it('satisfies its identities, and every list is as long as its number', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, by, (dossiers, [from, , to], rowBy) => {
        const report = reportOn(dossiers, { from, to, by: rowBy });
        expect(report.checks.every(({ ok }) => ok)).toBe(true);
        expect(report.rows.every(({ cells }) => cells.total.length > 0)).toBe(true);
        const listed = II06B_COLUMNS.map((column) =>
          together(...report.rows.map(({ key }) => membersOf(report, key, column))),
        );
        const totals = II06B_COLUMNS.map((column) => membersOf(report, TOTAL_ROW, column));
        expect(listed).toEqual(totals.map((members) => together(members)));
        expect(listed.map((ids) => new Set(ids).size)).toEqual(totals.map(({ length }) => length));
      }),
      { numRuns: propertyRuns(0.05) },
    );
  });

  it('hands every open dossier over to the next period and no other', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, (dossiers, [from, middle, to]) => {
        const then = reportOn(dossiers, { from, to: middle });
        const now = reportOn(dossiers, { from: next(middle), to });
        expect(now.total.carriedOver).toEqual(then.total.pending);
        expect(checkCarryOver(then.total.pending, now.total.carriedOver).ok).toBe(true);
      }),
      { numRuns: propertyRuns(0.08) },
    );
  });

  it('adds up when a period is split', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, (dossiers, [from, middle, to]) => {
        const whole = reportOn(dossiers, { from, to }).total;
        const first = reportOn(dossiers, { from, to: middle }).total;
        const second = reportOn(dossiers, { from: next(middle), to }).total;
        expect([whole.carriedOver, whole.pending]).toEqual([first.carriedOver, second.pending]);
        expect(SUMMED.map((column) => together(whole[column]))).toEqual(
          SUMMED.map((column) => together(first[column], second[column])),
        );
      }),
      { numRuns: propertyRuns(0.05) },
    );
  });

  it('prints the same dossiers in both layouts', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, (dossiers, [from, , to]) => {
        const wide = reportOn(dossiers, { from, to }).total;
        const narrow = reportOn(dossiers, { from, to, layout: 13 }).total;
        const { resolvedOnTime, rejected, withdrawn, pendingInTime, pendingSupplement } = wide;
        expect(together(narrow.resolvedOnTime)).toEqual(
          together(resolvedOnTime, rejected, withdrawn),
        );
        expect(together(narrow.pendingInTime)).toEqual(together(pendingInTime, pendingSupplement));
        expect(SAME_IN_BOTH.map((column) => narrow[column])).toEqual(
          SAME_IN_BOTH.map((column) => wide[column]),
        );
      }),
      { numRuns: propertyRuns(0.05) },
    );
  });

  it('does not see what happens after the period', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, (dossiers, [from, middle]) => {
        const known = dossiers.filter(({ history }) => !isAmended(history));
        const cut = known.flatMap((dossier) => before(dossier, startOf(next(middle))));
        const parameters = { from, to: middle, by: 'department' } as const;
        expect(reportOn(cut, parameters).total).toEqual(reportOn(known, parameters).total);
      }),
      { numRuns: propertyRuns(0.05) },
    );
  });

  it('is Phụ lục 01 as far as both speak of the same', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, by, (dossiers, [from, , to], rowBy) => {
        const appendix = digitisation(reportedOf(dossiers), { from, to, by: rowBy });
        const form = reportOn(dossiers, { from, to });
        expect(appendix.checks.every(({ ok }) => ok)).toBe(true);
        expect([appendix.total.total, appendix.total.pending, appendix.total.resolved]).toEqual([
          form.total.total,
          form.total.pending,
          form.total.resolved,
        ]);
      }),
      { numRuns: propertyRuns(0.03) },
    );
  });
});

const next = (day: Ii06bParameters['to']): Ii06bParameters['to'] => (day + 1) as typeof day;

const SUMMED = [
  'onlineInPeriod',
  'directOrPostInPeriod',
  'resolved',
  'rejected',
  'withdrawn',
] as const;

const SAME_IN_BOTH = ['total', 'resolved', 'pending', 'resolvedLate', 'resolvedEarly'] as const;

/** What was told wrong and what leaves a dossier out hold for the past too. */
const isAmended = (history: readonly DossierEvent[]): boolean =>
  history.some(({ type }) =>
    ['corrected', 'voided', 'annulled', 'linked', 'unlinked'].includes(type),
  );

function before({ id, history }: RandomDossier, end: Instant): readonly RandomDossier[] {
  const told = history.filter(({ occurredAt }) => occurredAt < end);
  return told.length === 0 ? [] : [{ id, history: told }];
}
