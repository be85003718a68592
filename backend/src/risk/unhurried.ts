import { setImmediate as others } from 'node:timers/promises';
import type { Slices } from '#domain/kernel';
import type { Clock } from '../platform/clock/clock.ts';

/** Whoever is waiting for an answer does not feel it. */
const STRETCH_MS = 8;

/** Does long work a little at a time: whatever else the process has to do comes in between. */
export async function unhurried<Result>(
  work: Slices<Result>,
  clock: Pick<Clock, 'monotonicMs'>,
): Promise<Result> {
  let begun = clock.monotonicMs();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (clock.monotonicMs() - begun < STRETCH_MS) continue;
    await others();
    begun = clock.monotonicMs();
  }
}
