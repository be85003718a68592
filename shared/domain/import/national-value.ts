import type { Channel } from '../dossier/index.ts';
import type { ImportFault } from './fault.ts';
import { readMoment, type Serials } from './moment-text.ts';
import type { DateTold } from './national-days.ts';
import { plainTitle, type NationalColumn } from './title.ts';

/** A cell read, or why it cannot be. */
export type Cell<Value> = { readonly value: Value } | { readonly code: ImportFault };

/**
 * Channels by column: the portal's own two say the opposite of each other with 1 and 2. Words say the same in
 * both.
 */
const CHANNELS: Readonly<
  Record<'KenhNop' | 'KenhThucHien', Readonly<Partial<Record<string, Channel>>>>
> = {
  KenhNop: { '1': 'online', '2': 'direct', '3': 'post' },
  KenhThucHien: { '1': 'direct', '2': 'online', '3': 'post' },
};

const CHANNEL_WORDS: Readonly<Partial<Record<string, Channel>>> = {
  tructuyen: 'online',
  noptructuyen: 'online',
  tructiep: 'direct',
  noptructiep: 'direct',
  buuchinh: 'post',
  buuchinhcongich: 'post',
  quabuuchinh: 'post',
  dichvubuuchinhcongich: 'post',
};

export function readChannel(column: keyof typeof CHANNELS, cell: string): Cell<Channel> {
  const word = plainTitle(cell);
  const channel = CHANNELS[column][word] ?? CHANNEL_WORDS[word];
  return channel === undefined ? { code: 'unknown-value' } : { value: channel };
}

/** Status codes of the national portal by the words beside them. */
const STATUS_WORDS: Readonly<Partial<Record<string, number>>> = {
  moidangky: 1,
  chotiepnhan: 1,
  duoctiepnhan: 2,
  datiepnhan: 2,
  khongduoctiepnhan: 3,
  tuchoitiepnhan: 3,
  dangxuly: 4,
  yeucaubosunggiayto: 5,
  yeucaubosung: 5,
  yeucauthuchiennghiavutaichinh: 6,
  congdanyeucauruthoso: 7,
  dungxuly: 8,
  daxulyxong: 9,
  datraketqua: 10,
};

export function readStatus(cell: string): Cell<number> {
  const word = plainTitle(cell);
  const status = /^\d{1,2}$/.test(word) ? Number(word) : STATUS_WORDS[word];
  return status !== undefined && status >= 1 && status <= 10
    ? { value: status }
    : { code: 'unknown-value' };
}

const YES: ReadonlySet<string> = new Set(['1', 'x', 'co', 'true', 'yes', 'dung', 'roi']);
const NO: ReadonlySet<string> = new Set(['', '0', 'khong', 'false', 'no', 'sai', 'chua']);

export function readFlag(cell: string): Cell<boolean> {
  const word = plainTitle(cell);
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { code: 'unknown-value' };
}

interface ReadingDates {
  readonly serials?: Serials;
  /** Whether a person let days stand without an hour. */
  readonly daysOnly?: boolean;
  /** Columns of which a spreadsheet took half for dates, months for days: the others are as they were written. */
  readonly halfDated?: ReadonlySet<NationalColumn>;
}

/** A day that may as well be a month. */
const SWAPPED = /^(?:0?[1-9]|1[0-2])\//;

/** A promise without an hour is one for the end of that day; of anything else the hour changes figures. */
export function readDate(
  column: NationalColumn,
  cell: string,
  { serials, daysOnly, halfDated }: ReadingDates,
): Cell<DateTold> {
  if (halfDated?.has(column) === true && SWAPPED.test(cell)) return { code: 'date-ruined' };
  const read = readMoment(cell, serials);
  if (read.kind === 'fault') return { code: read.code };
  if (read.kind === 'moment') return { value: read };
  return column === 'NgayHenTra' || daysOnly === true ? { value: read } : { code: 'time-required' };
}
