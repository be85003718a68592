const BUILT_IN_DAYS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
]);
const BUILT_IN_TIMED = 22;

export type NumberFormat = 'number' | 'day' | 'moment';

/** A format is for dates where letters of dates are left once colours, conditions and quoted words are taken out. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (id === BUILT_IN_TIMED) return 'moment';
    return BUILT_IN_DAYS.has(id) ? 'day' : 'number';
  }
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/giu, '').toLowerCase();
  if (!/[dy]/u.test(bare)) return 'number';
  return /[hs]/u.test(bare) ? 'moment' : 'day';
}

const DAY_SECONDS = 86_400;
const FROM_1970 = { '1900': 25_569, '1904': 24_107 } as const;
/** Days before it are counted wrong by the spreadsheets themselves. */
const FIRST_SURE = 61;

const two = (part: number): string => String(part).padStart(2, '0');

/** A number a spreadsheet shows as a date, in the words of a list; undefined where it cannot be one. */
export function dateText(
  serial: number,
  format: Exclude<NumberFormat, 'number'>,
  counting: keyof typeof FROM_1970,
): string | undefined {
  if (!(serial >= FIRST_SURE && serial < 100_000)) return undefined;
  const seconds = Math.round((serial - FROM_1970[counting]) * DAY_SECONDS);
  const at = new Date(seconds * 1_000);
  const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
  if (format === 'day' && seconds % DAY_SECONDS === 0) return day;
  return `${day} ${[at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':')}`;
}
