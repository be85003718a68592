const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** How often one may be wrong (machine time). */
export interface ThrottleLimits {
  /** So many failures cost nothing. */
  readonly free: number;
  readonly longestMs: number;
  readonly perDay: number;
}

/** S-3: from the sixth failure 2ⁿ seconds up to a quarter of an hour, a hundred a day. No hard lock. */
export const ACCOUNT_LIMITS: ThrottleLimits = { free: 5, longestMs: 900_000, perDay: 100 };

/** A million short numbers, twenty tries a day: a desk is no place to guess at. */
export const PIN_LIMITS: ThrottleLimits = { free: 3, longestMs: 900_000, perDay: 20 };

/** A whole commune shares one address: wide, and only against those who try many names. */
export const ADDRESS_LIMITS: ThrottleLimits = { free: 300, longestMs: 60_000, perDay: 5_000 };

export interface Attempts {
  readonly failures: number;
  readonly failuresToday: number;
  readonly dayBeganAt: number;
  readonly blockedUntil: number;
}

export const NO_ATTEMPTS: Attempts = {
  failures: 0,
  failuresToday: 0,
  dayBeganAt: Number.NEGATIVE_INFINITY,
  blockedUntil: Number.NEGATIVE_INFINITY,
};

export type Reservation =
  | { readonly allowed: true; readonly attempts: Attempts }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** What costs nothing blocks nobody, not even whoever asked a moment before and is looked at after. */
const blockedUntil = (
  now: number,
  failures: number,
  { free, longestMs }: ThrottleLimits,
): number =>
  failures <= free
    ? Number.NEGATIVE_INFINITY
    : now + Math.min(2 ** Math.min(failures - free, 30) * SECOND_MS, longestMs);

const waitIn = ({ blockedUntil }: Attempts, { longestMs }: ThrottleLimits, now: number): number =>
  blockedUntil > now + longestMs ? now : blockedUntil;

/**
 * An attempt is written down as a failure before the password is looked at, and taken back when it was right:
 * so a thousand at the same moment are not a thousand free guesses.
 */
export const reserve = (attempts: Attempts, limits: ThrottleLimits, now: number): Reservation => {
  // A day that has not begun yet, a wait beyond the longest: the machine's clock was set back since.
  const isNewDay = now - attempts.dayBeganAt >= DAY_MS || attempts.dayBeganAt > now;
  const dayBeganAt = isNewDay ? now : attempts.dayBeganAt;
  const failuresToday = isNewDay ? 0 : attempts.failuresToday;
  const freeAt =
    failuresToday >= limits.perDay ? dayBeganAt + DAY_MS : waitIn(attempts, limits, now);
  if (freeAt > now) {
    return { allowed: false, retryAfterSeconds: Math.ceil((freeAt - now) / SECOND_MS) };
  }
  const failures = attempts.failures + 1;
  return {
    allowed: true,
    attempts: {
      failures,
      failuresToday: failuresToday + 1,
      dayBeganAt,
      blockedUntil: blockedUntil(now, failures, limits),
    },
  };
};
