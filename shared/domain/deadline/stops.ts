import { instant, type Instant } from '../working-time/index.ts';
import type { SupplementPolicy } from './allowance.ts';
import type { Pause } from './history.ts';

/** Overlapping or touching pauses taken as one: half-open [from, to). */
export interface Stop {
  readonly from: Instant;
  /** While open: the earliest moment at which it could have ended. */
  readonly to: Instant;
  readonly open: boolean;
  /** Contains a supplement pause, which under `restart` makes its end a new receipt. */
  readonly supplement: boolean;
}

/** The stretches in which the office waits, in order of time. */
export function stopsOf(pauses: readonly Pause[], policy: SupplementPolicy): readonly Stop[] {
  const waited = policy === 'continue' ? pauses.filter((p) => p.cause !== 'supplement') : pauses;
  const stops: Stop[] = [];
  for (const pause of [...waited].sort((a, b) => a.from - b.from)) {
    const stop = stopOf(pause);
    const last = stops.at(-1);
    if (last !== undefined && (last.open || stop.from <= last.to))
      stops[stops.length - 1] = union(last, stop);
    else stops.push(stop);
  }
  return stops;
}

/** Where no limit is known there is nothing to begin anew with: a supplement is waited for like anything else. */
export const policyWithoutTerm = (policy: SupplementPolicy): SupplementPolicy =>
  policy === 'restart' ? 'pause' : policy;

/** The pauses as they would be if every open one ended now, or at its begin where that is later. */
export const endedNow = (pauses: readonly Pause[], now: Instant): readonly Pause[] =>
  pauses.map((pause) =>
    pause.to === undefined ? { ...pause, to: instant(Math.max(now, pause.from)) } : pause,
  );

const stopOf = ({ from, to, cause }: Pause): Stop => ({
  from,
  to: to ?? from,
  open: to === undefined,
  supplement: cause === 'supplement',
});

const union = (a: Stop, b: Stop): Stop => ({
  from: a.from,
  to: instant(Math.max(a.to, b.to)),
  open: a.open || b.open,
  supplement: a.supplement || b.supplement,
});
