import { describe, expect, it } from '@jest/globals';
import type { EventType } from '#domain/dossier';
import {
  TOTAL_ROW,
  checkCarryOver,
  ii06b,
  membersOf,
  numbersOf,
  reportedDossierOf,
  sizeOfNotCounted,
  II06B_COLUMNS,
  type Ii06b,
  type Ii06bColumn,
  type Period,
} from '#domain/report';
import { dayOf, isWorkingDay, plusDays, type Day } from '#domain/working-time';
import { at } from '../support/moment.ts';
import { NATIONAL_CALENDAR } from '../support/office.ts';
import { Dice } from './dice.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isTellable, periodOf, playRecipe, playStory, type Played } from './histories.ts';
import { readPrintedTable, type PrintedTable } from './printed-table.ts';
import { readRecipes, type Recipe } from './recipe.ts';
import { STORIES, UNCOUNTED_STORIES } from './stories/index.ts';
import type { Entry } from './story.ts';

interface Golden {
  readonly recipe: Recipe;
  readonly printed: PrintedTable;
  readonly played: readonly Played[];
  readonly period: Period;
  readonly report: Ii06b;
}

const GOLDENS = readRecipes().map((recipe): readonly [string, Golden] => {
  const printed = readPrintedTable(recipe.table);
  const played = playRecipe(recipe);
  const period = { from: dayOf(at(recipe.from)), to: dayOf(at(recipe.to)) };
  return [
    recipe.unit,
    { recipe, printed, played, period, report: reportOn(played, printed, period) },
  ];
});

function reportOn(played: readonly Played[], printed: PrintedTable, period: Period): Ii06b {
  const dossiers = played.map(({ id, history }) => reportedDossierOf(history, { id, unit: 'xa' }));
  return ii06b(dossiers, { ...period, names: { order: [...printed.rows.keys()] } });
}

/** Which stories stand in which column. */
function storiesIn({ played, report }: Golden, column: Ii06bColumn): ReadonlySet<string> {
  const members = new Set(report.total[column]);
  return new Set(played.filter(({ id }) => members.has(id)).map(({ story }) => story));
}

describe.each(GOLDENS)('the published table of %s', (_unit, golden) => {
  const { recipe, printed, played, period, report } = golden;

  it('comes out number by number, field by field, in its order', () => {
    const rows = report.rows.map(({ key, cells }) => [key, numbersOf(cells)]);
    expect(rows).toEqual([...printed.rows]);
    expect(numbersOf(report.total)).toEqual(printed.total);
  });

  it('satisfies every identity', () => {
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks).toHaveLength(18);
  });

  it('counts each dossier where its story ends', () => {
    for (const { id, place } of played) {
      if (place === null) expect(membersOf(report, TOTAL_ROW, 'total')).not.toContain(id);
    }
    const astray = played.filter(
      ({ id, place }) =>
        place !== null &&
        !(['entry', 'exit'] as const).every((way) => sets(report, place.field)[place[way]].has(id)),
    );
    expect(astray.map(({ id, story }) => [id, story])).toEqual([]);
  });

  it('leaves out all that no column may count, and tells how many citizens that were', () => {
    expect(played.filter(({ place }) => place === null)).toHaveLength(5 * UNCOUNTED_STORIES.length);
    expect(sizeOfNotCounted(report.notCounted)).toBe(10);
    expect(report.withoutDueMoment).toEqual([]);
  });

  it('is fed by at least two kinds of history in every column that holds two dossiers', () => {
    for (const column of II06B_COLUMNS) {
      const least = Math.min(2, report.total[column].length);
      expect([column, storiesIn(golden, column).size >= least]).toEqual([column, true]);
    }
  });

  it('is played the same way on every machine', () => {
    expect(fingerprintOf(played)).toBe(recipe.fingerprint);
    expect(played).toHaveLength(recipe.dossiers);
    expect(played.flatMap(({ history }) => history)).toHaveLength(recipe.events);
  });

  it('hands over from day to day: (13) of one part of the period is (6) of the next', () => {
    const middle = plusDays(period.from, 17);
    const before = reportOn(played, printed, { from: period.from, to: middle }).total;
    const after = reportOn(played, printed, { from: plusDays(middle, 1), to: period.to }).total;
    const handedOver = checkCarryOver(before.pending, after.carriedOver);
    expect(handedOver).toMatchObject({ ok: true, missing: [], added: [] });
    expect(after.pending).toEqual(report.total.pending);
    expect(Math.min(before.resolved.length, after.resolved.length)).toBeGreaterThan(100);
    expect(before.resolved.length + after.resolved.length).toBe(report.total.resolved.length);
  });
});

/** The members of a row as sets, once per row. */
const SETS = new Map<string, Record<Ii06bColumn, ReadonlySet<string>>>();

function sets(report: Ii06b, field: string): Record<Ii06bColumn, ReadonlySet<string>> {
  const key = `${String(report.total.total.length)} ${field}`;
  const known = SETS.get(key);
  if (known !== undefined) return known;
  const entries = II06B_COLUMNS.map((column) => [
    column,
    new Set(membersOf(report, field, column)),
  ]);
  const made = Object.fromEntries(entries) as Record<Ii06bColumn, ReadonlySet<string>>;
  SETS.set(key, made);
  return made;
}

describe('the histories behind both tables', () => {
  const all = GOLDENS.flatMap(([, { played }]) => played);
  const events = all.flatMap(({ history }) => history);
  const counted = all.filter(({ place }) => place !== null);

  it('are those of 12.536 and 3.749 dossiers', () => {
    expect(GOLDENS.map(([, { report }]) => report.total.total.length)).toEqual([12_536, 3749]);
    expect(counted).toHaveLength(12_536 + 3749);
  });

  it('hold corrections, voids, extensions, pauses and events told late', () => {
    const least = (type: EventType): number => events.filter((event) => event.type === type).length;
    expect(least('corrected')).toBeGreaterThan(100);
    expect(least('voided')).toBeGreaterThan(50);
    expect(least('extended')).toBeGreaterThan(50);
    expect(least('supplementRequested')).toBeGreaterThan(100);
    expect(least('paymentRequested')).toBeGreaterThan(50);
    expect(events.filter(({ backdated }) => backdated).length).toBeGreaterThan(50);
  });

  it('are spread over the calendar: làm bù, Tết, weekends and every ordinary week', () => {
    const days = counted.map(({ history }) => dayOf(history[0]?.occurredAt ?? at('1970-01-01')));
    const on = (day: string): number => days.filter((each) => each === dayOf(at(day))).length;
    expect(on('2026-01-10')).toBeGreaterThan(20);
    expect(on('2026-02-17')).toBeGreaterThan(0);
    expect(days.filter((day) => !isWorkingDay(NATIONAL_CALENDAR, day)).length).toBeGreaterThan(500);
    const weeks = new Set(days.map((day: Day) => Math.floor(day / 7)));
    expect(weeks.size).toBeGreaterThanOrEqual(23);
  });

  it('tell every story at least once, save those of a column with a single dossier', () => {
    const told = new Set(all.map(({ story }) => story));
    const untold = [...STORIES, ...UNCOUNTED_STORIES].filter(({ name }) => !told.has(name));
    const single = ['resolvedLate', 'pendingSupplement'];
    expect(untold.filter((story) => !('exit' in story && single.includes(story.exit)))).toEqual([]);
  });
});

describe('every story ends where it is meant to, whichever way the citizen came', () => {
  const entries: readonly Entry[] = ['onlineInPeriod', 'directOrPostInPeriod', 'carriedOver'];
  const cases = STORIES.flatMap((story) =>
    entries
      .map((entry) => ({ field: 'Hộ tịch', entry, exit: story.exit }))
      .filter((place) => isTellable(story, place))
      .map((place) => [story.name, place.entry, story, place] as const),
  );

  it.each(cases)('%s, %s', (_name, _entry, story, place) => {
    const recipe = { from: '2026-01-15', to: '2026-03-14' };
    const scene = { period: periodOf(recipe), dice: new Dice(766) };
    const period = { from: dayOf(at(recipe.from)), to: dayOf(at(recipe.to)) };
    for (let time = 0; time < 20; time += 1) {
      const { history } = playStory(story, place, 'hs', scene);
      const { total } = ii06b([reportedDossierOf(history, { id: 'hs', unit: 'xa' })], period);
      expect([total[place.entry], total[place.exit]]).toEqual([['hs'], ['hs']]);
    }
  });
});
