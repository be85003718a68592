import {
  HOUR_MS,
  MINUTE_MS,
  dayOf,
  instant,
  parseDay,
  parseInstant,
  plusDays,
  startOf,
  type Day,
  type Instant,
} from '../working-time/index.ts';
import { isCountable } from './check-tellings.ts';
import type { ImportFault } from './fault.ts';

/** A date of a table: a moment, or a day where no time stands beside it. */
export type MomentRead =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'fault'; readonly code: ImportFault };

const fault = (code: ImportFault): MomentRead => ({ kind: 'fault', code });

const DATE = String.raw`(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})`;
const ISO_DATE = String.raw`(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})`;
/** By a clock, in Vietnamese halves of a day where it has only twelve hours. AM and PM go with dates told month first. */
const CLOCK = String.raw`(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:\.\d{1,9})?)?(?:\s?(?<half>SA|CH))?`;
/** As it is said: `8h`, `8h02`, `08 giờ 02 phút`. */
const SPOKEN = String.raw`(?<h>\d{1,2})\s?(?:h|giờ)(?:\s?(?<min>\d{2})(?:\s?phút)?)?`;
/** The same where nobody asks what it says. */
const unasked = (time: string): string => time.replaceAll(/\?<\w+>/gu, '?:');

/** A date ruined by a spreadsheet (`2.02601E+13`), and the date some systems write for none at all. */
const RUINED = /^\d+(?:[.,]\d+)?E\+?\d+$/i;
const NO_DATE = /^(?:0001-01-01|0?1[/.-]0?1[/.-]0001)/;

const SHAPES: readonly RegExp[] = [
  new RegExp(`^${ISO_DATE}(?:[T ]${CLOCK})?$`, 'u'),
  ...[CLOCK, SPOKEN].flatMap((time) => [
    new RegExp(`^${DATE}(?:,?\\s+${time})?$`, 'iu'),
    new RegExp(`^${time},?\\s+(?:ngày\\s+|-\\s+)?${DATE}$`, 'iu'),
    // A promise to give the result between two hours is a promise for the end of them.
    new RegExp(`^${DATE},?\\s+từ\\s+${unasked(time)}\\s+đến\\s+${time}$`, 'iu'),
  ]),
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:(?<h>\d{2})(?<min>\d{2})(?<s>\d{2})?)?$/,
];

/**
 * The date of a cell as the systems of the State write it.
 *
 * @example readMoment('15/01/2026 Từ 13:00 đến 17:00') → the moment 15/01/2026 17:00
 */
export function readMoment(cell: string, serials?: Serials): MomentRead {
  const text = cell.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  if (RUINED.test(text)) return fault('date-ruined');
  if (NO_DATE.test(text)) return fault('date-empty');
  return ofSpreadsheet(text, serials) ?? ofText(text);
}

function ofText(text: string): MomentRead {
  const withOffset = parseInstant(text.replace(' ', 'T'));
  if (withOffset !== undefined) return within(withOffset);
  for (const shape of SHAPES) {
    const parts = shape.exec(text)?.groups;
    if (parts !== undefined) return assembled(parts);
  }
  return fault('wrong-format');
}

/** A spreadsheet's own count of days, from 1900 on or, in workbooks made on some machines, from 1904 on. */
export type Serials = '1900' | '1904';

const SERIAL = /^\d{5}(?:\.\d+)?$/;
const BEFORE_1970: Readonly<Record<Serials, number>> = { '1900': 25_569, '1904': 24_107 };
const DAY_SECONDS = 86_400;

const ofSpreadsheet = (text: string, serials: Serials | undefined): MomentRead | undefined =>
  serials !== undefined && SERIAL.test(text) ? ofSerial(Number(text), serials) : undefined;

/** A whole number is a day; a fraction is the time of it, to the second, for it is a rounded one. */
function ofSerial(serial: number, serials: Serials): MomentRead {
  const whole = Math.floor(serial);
  const day = plusDays(dayOf(instant(0)), whole - BEFORE_1970[serials]);
  if (!isCountable(startOf(day))) return fault('out-of-range');
  if (whole === serial) return { kind: 'day', day };
  const seconds = Math.round((serial - whole) * DAY_SECONDS);
  return within(instant(startOf(day) + seconds * 1000));
}

type Parts = Readonly<Record<string, string | undefined>>;

function assembled(parts: Parts): MomentRead {
  const day = dayIn(parts);
  if (day === undefined) return fault('wrong-format');
  if (!isCountable(startOf(day))) return fault('out-of-range');
  if (parts['h'] === undefined) return { kind: 'day', day };
  const wall = timeIn(parts);
  if (wall === undefined) return fault('wrong-format');
  return { kind: 'moment', at: instant(startOf(day) + wall) };
}

const twoDigits = (text = ''): string => text.padStart(2, '0');

const dayIn = ({ y, m, d }: Parts): Day | undefined =>
  parseDay(`${y ?? ''}-${twoDigits(m)}-${twoDigits(d)}`);

function timeIn({ h, min = '0', s = '0', half }: Parts): number | undefined {
  const [hour, minute, second] = [hourIn(Number(h), half), Number(min), Number(s)];
  const isTime = hour !== undefined && hour <= 23 && minute <= 59 && second <= 59;
  return isTime ? hour * HOUR_MS + minute * MINUTE_MS + second * 1000 : undefined;
}

/** *SA* is before noon, *CH* after it; twelve is the first hour of both. */
function hourIn(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'CH' ? 12 : 0);
}

const within = (at: Instant): MomentRead =>
  isCountable(at) ? { kind: 'moment', at } : fault('out-of-range');
