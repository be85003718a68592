import { boundsOf, isWithin, type Period } from './period.ts';
import type { ReportedStay } from './reported-dossier.ts';
import { ROW_OF_STAY, type Stayed, type StepsBy } from './steps.ts';

/** How long stays lasted, in working milliseconds: what a box plot is drawn from. */
export interface Spread {
  readonly count: number;
  readonly least: number;
  readonly lowerQuarter: number;
  readonly median: number;
  readonly upperQuarter: number;
  readonly p90: number;
  readonly most: number;
}

/**
 * The spread of some times by nearest rank, so that each figure is the time of a dossier that was there.
 *
 * @example spreadOf([1, 2, 3, 10]).median // 2
 */
export function spreadOf(times: readonly number[]): Spread | null {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (percent: number): number =>
    sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)] ?? 0;
  if (sorted.length === 0) return null;
  return {
    count: sorted.length,
    least: at(0),
    lowerQuarter: at(25),
    median: at(50),
    upperQuarter: at(75),
    p90: at(90),
    most: at(100),
  };
}

type Worked = (dossier: Stayed, stay: ReportedStay) => number;

/** How long stays lasted, row by row, in working milliseconds. */
export type Durations = ReadonlyMap<string, readonly number[]>;

/**
 * How long the stays that ended in the period lasted, step by step or department by department.
 *
 * @example stepDurations(dossiers, { ...january, by: 'step' }, workedOf).get('vanThu') // [5,400,000, …]
 */
export function stepDurations(
  dossiers: Iterable<Stayed>,
  { by, ...period }: Period & { readonly by: StepsBy },
  workedOf: Worked,
): Durations {
  const bounds = boundsOf(period);
  const times = new Map<string, number[]>();
  for (const dossier of dossiers) {
    for (const stay of dossier.stays) {
      if (stay.endedAt === null || !isWithin(stay.endedAt, bounds)) continue;
      const row = ROW_OF_STAY[by](stay).normalize('NFC');
      const worked = workedOf(dossier, stay);
      const others = times.get(row);
      if (others === undefined) times.set(row, [worked]);
      else others.push(worked);
    }
  }
  return times;
}

/**
 * The spread of each row, over as many units as there are: a quarter of quarters would be no quarter.
 *
 * @example spreadsOf([ofOneUnit, ofAnother]).get('vanThu').median // 5,400,000
 */
export function spreadsOf(all: readonly Durations[]): ReadonlyMap<string, Spread> {
  const byRow = Map.groupBy(
    all.flatMap((durations) => [...durations]),
    ([row]) => row,
  );
  const spreads = [...byRow].flatMap(([row, parts]) => {
    const spread = spreadOf(parts.flatMap(([, times]) => times));
    return spread === null ? [] : [[row, spread] as const];
  });
  return new Map(spreads);
}
