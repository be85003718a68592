import type { Instant } from '../working-time/index.ts';
import type { Road, Stretch } from './stay.ts';

/** How many dossiers each holder had at any moment. */
export type QueueAt = (holder: string | null, at: Instant) => number;

const countUpTo = (moments: readonly number[], at: number): number => {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

interface Moves {
  readonly came: number[];
  readonly went: number[];
}

const liesOn = ({ finishedAt }: Road, { from, isPaused }: Stretch): boolean =>
  !isPaused && (finishedAt === null || from < finishedAt);

const endOf = ({ finishedAt }: Road, { to }: Stretch): number =>
  Math.min(to ?? Infinity, finishedAt ?? Infinity);

const movesOf = (roads: readonly Road[]): ReadonlyMap<string, Moves> => {
  const moves = new Map<string, Moves>();
  for (const road of roads) {
    for (const stretch of road.stretches) {
      if (stretch.holder === null || !liesOn(road, stretch)) continue;
      const own = moves.get(stretch.holder) ?? { came: [], went: [] };
      own.came.push(stretch.from);
      own.went.push(endOf(road, stretch));
      moves.set(stretch.holder, own);
    }
  }
  for (const { came, went } of moves.values()) {
    came.sort((one, other) => one - other);
    went.sort((one, other) => one - other);
  }
  return moves;
};

/** What lay on a desk when, told by the roads that lead over it. What stands still waits for the citizen. */
export function queuesOf(roads: readonly Road[]): QueueAt {
  const moves = movesOf(roads);
  return (holder, at) => {
    const own = holder === null ? undefined : moves.get(holder);
    return own === undefined ? 0 : countUpTo(own.came, at) - countUpTo(own.went, at);
  };
}
