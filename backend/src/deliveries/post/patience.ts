const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * How long after the given try the next one comes; undefined when a day has been spent on it.
 *
 * @example pauseAfter(1, 0) // 15 s; then 30, 60 … at most an hour
 */
export const pauseAfter = (tries: number, elapsedMs: number): number | undefined =>
  elapsedMs >= DAY_MS
    ? undefined
    : Math.min(FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20), LONGEST_PAUSE_MS);
