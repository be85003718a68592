import type { Ii06bAnswer, PrintedLate } from '#contract/reports';
import { parseInstant, type Instant } from '#domain/working-time';
import { momentText } from '#wording/moment';
import { reportWords } from '#wording/reports';
import { uiWords } from '#wording/ui';
import type { HeadCell, WideTable } from '../../forms/index.ts';

type Item = PrintedLate['items'][number];
type Hand = Item['held'][number];

const { late, screen, by, groups } = reportWords.vi;
const { span: unitsOfTime } = uiWords.vi;
const HOUR = 60;
/** As the office says "một ngày làm việc" of time on the clock. */
const WORKING_DAY = 8 * HOUR;

export const LATE_HEADINGS: readonly HeadCell[] = [
  { text: groups.number },
  { text: screen.list.code },
  { text: by.field },
  { text: late.due },
  { text: late.until },
  { text: late.late },
  { text: late.kind },
  { text: late.responsible },
  { text: late.held },
];

export const LATE_PLACES = LATE_HEADINGS.map((_, at) => `(${at + 1})`);

/** Working minutes in two units at most, never rounded up. */
const spanOf = (minutes: number): string => {
  const parts = [
    [Math.floor(minutes / WORKING_DAY), unitsOfTime.days],
    [Math.floor((minutes % WORKING_DAY) / HOUR), unitsOfTime.hours],
    [minutes % HOUR, unitsOfTime.minutes],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, say]) => say(count));
  return told.slice(0, 2).join(' ') || unitsOfTime.lessThanMinute;
};

const instantOf = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`Not an instant: ${text}`);
  return at;
};

const handOf = ({ by: place, minutes, lateMinutes }: Hand): string => {
  const after = `, ${late.afterDue.toLocaleLowerCase('vi')} ${spanOf(lateMinutes)}`;
  return `${place}: ${spanOf(minutes)}${lateMinutes > 0 ? after : ''}`;
};

/** A late dossier as a line of words; where it lay is told in the order it went. */
export const lateCells = (item: Item): readonly string[] => [
  item.code,
  item.field,
  momentText(instantOf(item.heldTo)),
  momentText(instantOf(item.until)),
  item.lateMinutes > 0 ? spanOf(item.lateMinutes) : late.notYet,
  late.columns[item.column],
  item.responsible,
  item.held.map(handOf).join('; '),
];

/** The list is read beside the form: its fields in the order of the form, in each what was due first. */
export function inFieldOrder(late: PrintedLate, { rows }: Pick<Ii06bAnswer, 'rows'>): PrintedLate {
  const places = new Map(rows.map(({ key }, at) => [key, at]));
  const placeOf = ({ field }: Item): number => places.get(field.normalize('NFC')) ?? rows.length;
  const items = late.items.toSorted((one, other) => placeOf(one) - placeOf(other));
  return { ...late, items };
}

/** What the list does not tell by itself. */
export const lateNotes = ({ count, items }: PrintedLate): readonly string[] => [
  late.hint,
  ...(count > items.length ? [late.others(count - items.length)] : []),
];

const WIDTHS = [9, 34, 34, 22, 22, 20, 26, 32, 66];

/** *Danh sách hồ sơ quá hạn* as it is printed. */
export const lateTable = ({ items }: PrintedLate): WideTable => ({
  columns: WIDTHS.map((width, at) => ({ width, align: at === 0 ? 'middle' : 'text' })),
  head: [LATE_HEADINGS],
  places: LATE_PLACES,
  rows: items.map((item, index) => [index + 1, ...lateCells(item)]),
  totals: [],
});
