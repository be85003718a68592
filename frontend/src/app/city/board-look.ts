import type { CityOverview, CityReport, ReviewAnswer } from '#contract/reports';
import type { ReportStanding } from '#domain/report';
import type { IconName } from '../ui/index.ts';

export type CityUnit = CityOverview['units'][number];
type Level = 'phuong' | 'xa' | 'dacKhu' | 'none';

const LEVELS: readonly Level[] = ['phuong', 'xa', 'dacKhu', 'none'];

/** What a tile says without words; the words stand beside it. */
export type Heat = 'overdue' | 'today' | 'calm' | 'none';

export const heatOf = ({ overdue, dueToday, open, received }: CityUnit): Heat => {
  if (overdue > 0) return 'overdue';
  if (dueToday > 0) return 'today';
  return open + received === 0 ? 'none' : 'calm';
};

export const HEAT_SIGNS = {
  overdue: 'overdue',
  today: 'clock',
  calm: 'check',
  none: 'inbox',
} as const satisfies Record<Heat, IconName>;

const goesLate = ({ overdue, dueToday }: Pick<CityUnit, 'overdue' | 'dueToday'>): number =>
  overdue + dueToday;

/** How much of the board a unit takes: by what goes late there, beside where most goes late. */
type Weight = 'big' | 'middle' | 'small';

export function weightOf(unit: CityUnit, units: readonly CityUnit[]): Weight {
  const most = Math.max(0, ...units.map(goesLate));
  const part = most === 0 ? 0 : goesLate(unit) / most;
  if (part > 2 / 3) return 'big';
  return part > 1 / 3 ? 'middle' : 'small';
}

/** A unit with what is asked of it beside its work: what to look at again, and its report; null until it is known. */
export interface BoardUnit extends CityUnit {
  readonly review: number | null;
  readonly report: Pick<CityReport, 'standing' | 'sentAt'> | null;
}

export function boardUnits(
  units: readonly CityUnit[],
  review: ReviewAnswer['units'] | undefined,
  reports: readonly CityReport[] | undefined,
): readonly BoardUnit[] {
  const again = new Map(review?.map(({ id, total }) => [id, total]));
  const told = new Map(reports?.map((report) => [report.unit.id, report]));
  return units.map((unit) => ({
    ...unit,
    review: again.get(unit.id) ?? null,
    report: told.get(unit.id) ?? null,
  }));
}

export interface Group {
  readonly level: Level;
  readonly units: readonly CityUnit[];
}

/** The tiles as offices are listed: wards, communes, special zones, each by code. */
export function groupsOf(units: readonly CityUnit[]): readonly Group[] {
  const byLevel = Map.groupBy(units, ({ level }): Level => level ?? 'none');
  return LEVELS.flatMap((level) => {
    const own = byLevel.get(level) ?? [];
    return own.length === 0 ? [] : [{ level, units: own }];
  });
}

export type SortKey =
  'inTime' | 'open' | 'overdue' | 'dueToday' | 'review' | 'report' | `target:${string}`;

/** Who owes a report comes before who was late with it. */
const OWING = {
  overdue: 3,
  notSent: 2,
  sentLate: 1,
  sent: 0,
} as const satisfies Record<ReportStanding, number>;

interface Measured {
  readonly numerator: number;
  readonly denominator: number;
}

/** Nothing to measure comes last, whichever way one sorts. */
const ratio = ({ numerator, denominator }: Measured): number =>
  denominator === 0 ? -1 : numerator / denominator;

function measureOf(unit: BoardUnit, key: SortKey): number {
  switch (key) {
    case 'inTime':
      return ratio(unit.inTime);
    case 'open':
    case 'overdue':
    case 'dueToday':
      return unit[key];
    case 'review':
      return unit.review ?? -1;
    case 'report':
      return unit.report === null ? -1 : OWING[unit.report.standing];
    default: {
      const found = unit.distances.find(({ indicator }) => key === `target:${indicator}`);
      return found === undefined ? -1 : ratio(found);
    }
  }
}

/** The units by a column, the most first; the same by overdue dossiers, then by code. */
export const ranked = (units: readonly BoardUnit[], key: SortKey): readonly BoardUnit[] =>
  units.toSorted(
    (one, other) =>
      measureOf(other, key) - measureOf(one, key) ||
      one.overdue - other.overdue ||
      (one.code < other.code ? -1 : 1),
  );
