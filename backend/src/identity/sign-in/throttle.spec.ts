import { describe, expect, it } from '@jest/globals';
import { ACCOUNT_LIMITS, type Attempts, NO_ATTEMPTS, reserve } from './throttle.ts';

const START = Date.parse('2026-03-02T08:00:00+07:00');
const SECOND = 1000;

interface Guesser {
  attempts: Attempts;
  now: number;
  guesses: number;
}

/** Guesses as soon as it may, wrong every time. */
const guess = (guesser: Guesser): number => {
  const answer = reserve(guesser.attempts, ACCOUNT_LIMITS, guesser.now);
  if (answer.allowed) {
    guesser.attempts = answer.attempts;
    guesser.guesses += 1;
    return 0;
  }
  guesser.now += answer.retryAfterSeconds * SECOND;
  return answer.retryAfterSeconds;
};

const aGuesser = (): Guesser => ({ attempts: NO_ATTEMPTS, now: START, guesses: 0 });

describe('wrong passwords', () => {
  it('cost nothing five times, and from the sixth on twice as long each time', () => {
    const guesser = aGuesser();
    const waits: number[] = [];
    while (guesser.guesses < 18) {
      const wait = guess(guesser);
      if (wait > 0) waits.push(wait);
    }
    expect(waits).toEqual(
      [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900].slice(0, waits.length),
    );
  });

  it('are a hundred a day at most, and the next day begins anew', () => {
    const guesser = aGuesser();
    while (guesser.now < START + 86_400 * SECOND) guess(guesser);
    expect(guesser.guesses).toBeLessThanOrEqual(101);
    expect(guesser.guesses).toBeGreaterThan(90);
  });

  it('at the same moment are no free guesses', () => {
    const guesser = aGuesser();
    let refused = 0;
    for (let at = 0; at < 1000; at += 1) {
      const answer = reserve(guesser.attempts, ACCOUNT_LIMITS, START);
      if (answer.allowed) guesser.attempts = answer.attempts;
      else refused += 1;
    }
    expect(refused).toBe(994);
  });

  it('that are free hold nobody up who asked a moment earlier and was looked at later', () => {
    const later = reserve(NO_ATTEMPTS, ACCOUNT_LIMITS, START + 5);
    if (!later.allowed) throw new Error('the first is free');
    expect(reserve(later.attempts, ACCOUNT_LIMITS, START).allowed).toBe(true);
  });

  it('never lock anybody out for long because the clock of the machine was set back', () => {
    const ahead = START + 7_200 * SECOND;
    const before: Attempts = {
      ...{ failures: 9, failuresToday: ACCOUNT_LIMITS.perDay },
      ...{ dayBeganAt: ahead, blockedUntil: ahead },
    };
    const answer = reserve(before, ACCOUNT_LIMITS, START);
    expect(answer).toMatchObject({ allowed: true, attempts: { failures: 10, failuresToday: 1 } });
    if (answer.allowed) {
      expect(reserve(answer.attempts, ACCOUNT_LIMITS, START)).toEqual({
        ...{ allowed: false, retryAfterSeconds: 32 },
      });
    }
  });
});
