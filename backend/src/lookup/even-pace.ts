import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../platform/clock/clock.ts';

/**
 * Waits until whole steps have passed since the question came: how long was looked for, and whether there
 * was something to look at, cannot be told from when the answer comes.
 */
export const evenPace = async (
  clock: Pick<Clock, 'monotonicMs'>,
  beganMs: number,
  stepMs: number,
): Promise<void> => {
  const gone = Math.max(0, clock.monotonicMs() - beganMs);
  await pause(stepMs - (gone % stepMs));
};
