import { NATIONAL_DAYS, instant, type Instant } from '#domain/working-time';

/** Days off of 2026, which every contender is told. */
export const DAYS_OFF_2026: readonly string[] = NATIONAL_DAYS.filter(
  ({ date, kind }) => kind === 'off' && date.startsWith('2026'),
).map(({ date }) => date);

/** Small, repeatable chance: the same receipts on every machine. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const BEGIN = Date.parse('2026-01-12T00:00:00+07:00');
const MINUTE = 60_000;

/** Receipts within office hours of weekdays from January to July, where no Saturday is worked. */
export function officeReceipts(count: number, seed: number): readonly Instant[] {
  const random = chance(seed);
  const receipts: Instant[] = [];
  while (receipts.length < count) {
    const day = Math.floor(random() * 190);
    const minute = Math.floor(random() * 480);
    const clock = minute < 240 ? 450 + minute : 540 + minute;
    const at = instant(BEGIN + (day * 1440 + clock) * MINUTE);
    const date = new Date(at + 7 * 3_600_000);
    const off = DAYS_OFF_2026.includes(date.toISOString().slice(0, 10));
    if (!off && date.getUTCDay() % 6 !== 0) receipts.push(at);
  }
  return receipts;
}
