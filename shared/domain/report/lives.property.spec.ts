import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { naiveReview, naiveStay } from '../../../test/support/naive-lives.ts';
import { at } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import {
  randomBounds,
  randomDossiers,
  type RandomDossier,
} from '../../../test/support/random-dossiers.ts';
import { DAY_MS, instant, startOf, workingBetween, type Day } from '../working-time/index.ts';
import { TOTAL_ROW, membersOf } from './cells.ts';
import { passagesIn } from './passages.ts';
import type { ReportedDossier, ReportedStay } from './reported-dossier.ts';
import { reportedDossierOf } from './reported-dossier-of.ts';
import { REVIEW_ROWS, lifeEventsOf, reviewOf, type Life } from './review.ts';
import { STEP_COLUMNS, stepsReport, type StepsBy } from './steps.ts';

const BEGIN = at('2026-01-11 00:00');

/** Moments on the second before midnight, on it, and one after; and some in between. */
const moment: fc.Arbitrary<number> = fc
  .tuple(fc.nat(9), fc.constantFrom(-1_000, 0, 1_000, 8 * 3_600_000, 13 * 3_600_000 + 59_000))
  .map(([day, past]) => BEGIN + day * DAY_MS + past);

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null, freq: 3 });

const stay: fc.Arbitrary<ReportedStay> = fc
  .record({
    stepKey: fc.constantFrom('nhan', 'xu-ly', 'vanThu'),
    departmentCode: maybe(fc.constantFrom('tu-phap', 'kinh-te')),
    startedAt: moment,
    lasts: maybe(fc.nat(4 * DAY_MS)),
    dueAt: maybe(moment),
  })
  .map(({ stepKey, departmentCode, startedAt, lasts, dueAt }) => ({
    ...{ stepKey, departmentCode, startedAt: instant(startedAt) },
    endedAt: lasts === null ? null : instant(startedAt + lasts),
    dueAt: dueAt === null ? null : instant(dueAt),
  }));

const stays = fc.array(fc.array(stay, { maxLength: 4 }), { minLength: 5, maxLength: 5 });

const reportedOf = ({ id, history }: RandomDossier, its: readonly ReportedStay[] = []) =>
  reportedDossierOf(history, { id, unit: 'xa', stays: its });

type Days = ReturnType<typeof daysOf>;
const daysOf = (from: Day, to: Day) => ({ start: startOf(from), end: startOf((to + 1) as Day) });

/** Those the form counts: held against a pencil of its own. */
const countedIn = (dossiers: readonly ReportedDossier[], from: Day, to: Day) =>
  new Set([...passagesIn(dossiers, { from, to })].map(({ dossier }) => dossier.id));

const rowOf = (by: StepsBy, { stepKey, departmentCode }: ReportedStay): string =>
  by === 'step' ? stepKey : (departmentCode ?? '-');

/** Ids by row and column, as a pencil finds them. */
function pencilled(dossiers: readonly ReportedDossier[], by: StepsBy, days: Days) {
  const cells = new Map<string, Set<string>>();
  const told = dossiers.flatMap(({ id, stays: its }) => its.map((each) => ({ id, each })));
  for (const { id, each } of told) {
    const names = [...naiveStay(each, days)].flatMap((column) =>
      [rowOf(by, each), TOTAL_ROW].map((row) => `${row}/${column}`),
    );
    for (const name of names) cells.set(name, (cells.get(name) ?? new Set()).add(id));
  }
  return cells;
}

describe('the report by steps for every history and every period', () => {
  it('counts in every row and column exactly whom a pencil would count', () => {
    fc.assert(
      fc.property(
        randomDossiers(),
        stays,
        randomBounds,
        fc.constantFrom<StepsBy>('step', 'department'),
        (dossiers, all, [from, , to], by) => {
          const told = dossiers.map((each, index) => reportedOf(each, all[index]));
          const report = stepsReport(told, { from, to, by });
          const counted = countedIn(told, from, to);
          const ours = told.filter(({ id }) => counted.has(id));
          const cells = pencilled(ours, by, daysOf(from, to));
          const rows = [...report.rows.map(({ key }) => key), TOTAL_ROW];
          for (const row of rows) {
            for (const column of STEP_COLUMNS) {
              const members = membersOf(report, row, column);
              expect(new Set(members)).toEqual(cells.get(`${row}/${column}`) ?? new Set());
              expect(members).toHaveLength(new Set(members).size);
            }
          }
          const found = [...cells.keys()].map((name) => name.split('/')[0]);
          expect(new Set(rows)).toEqual(new Set([...found, TOTAL_ROW]));
        },
      ),
      { numRuns: propertyRuns(0.05) },
    );
  });
});

describe('cần xem lại for every history and every period', () => {
  it('names in every row exactly whom a pencil would name', () => {
    fc.assert(
      fc.property(randomDossiers(), randomBounds, (dossiers, [from, , to]) => {
        const lives = dossiers.map((each): Life => ({
          dossier: reportedOf(each),
          events: lifeEventsOf(each.history),
        }));
        const table = reviewOf(lives, { from, to, calendar: NATIONAL_CALENDAR });
        const counted = countedIn(
          lives.map(({ dossier }) => dossier),
          from,
          to,
        );
        const rows = new Map(
          dossiers.map(({ id, history }) => [
            id,
            naiveReview(history, daysOf(from, to), (one, other) =>
              workingBetween(NATIONAL_CALENDAR, one, other),
            ),
          ]),
        );
        const named = (holds: (its: ReadonlySet<string>) => boolean) =>
          dossiers
            .map(({ id }) => id)
            .filter((id) => counted.has(id) && holds(rows.get(id) ?? new Set()));
        for (const row of REVIEW_ROWS) {
          expect(membersOf(table, row, 'dossiers')).toEqual(named((its) => its.has(row)));
        }
        expect(table.total.dossiers).toEqual(named((its) => its.size > 0));
      }),
      { numRuns: propertyRuns(0.05) },
    );
  });
});
