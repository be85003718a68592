import {
  fieldsOf,
  type RegisterField,
  type RegisterFigure,
  type RegisterKind,
  type RegisterList,
} from '#domain/register';
import { formatDay, parseDay, type Day } from '#domain/working-time';
import { registerWords } from '#wording/registers';
import { reportWords } from '#wording/reports';
import type { SheetCell, WideSheet } from '../../forms/index.ts';

type Entry = RegisterList['entries'][number];

const { vi } = registerWords;

const DAY = 'dd/mm/yyyy';
const WIDTHS = { text: 40, choice: 22, day: 13, count: 13, number: 13 } as const satisfies Record<
  RegisterField['type'],
  number
>;

// What somebody complained of is read in the register, by who may: a report goes further than that.
const toldFields = (kind: RegisterKind): readonly RegisterField[] =>
  fieldsOf(kind).filter(({ key }) => kind !== 'feedback' || key !== 'content');

const printed = (day: Day): string => formatDay(day).split('-').reverse().join('/');
const dayCell = (text: string): SheetCell => ({
  value: new Date(`${text}T00:00:00Z`),
  format: DAY,
});

/** A score shows its decimals where it has any. */
const numberCell = (value: number): SheetCell =>
  Number.isInteger(value) ? value : { value, format: '#,##0.00' };

// A map: what stands in a group is whatever somebody typed, `constructor` as well.
const OPTIONS: ReadonlyMap<string, string> = new Map(Object.entries(vi.options));
const optionName = (kind: RegisterKind, option: string): string =>
  kind === 'index766' && option === 'online' ? vi.online766 : (OPTIONS.get(option) ?? option);

function cellOf(kind: RegisterKind, { key, type }: RegisterField, { values }: Entry): SheetCell {
  const value = values[key];
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return numberCell(value);
  if (type === 'day') return parseDay(value) === undefined ? value : dayCell(value);
  return type === 'choice' ? optionName(kind, value) : value;
}

/** *Số liệu của kỳ*: the number, and what it is of; they are those of the sentences. */
const figureLine = ({ kind, key, group, value }: RegisterFigure): readonly SheetCell[] => {
  const name = vi.figures[key] ?? key;
  const whole = group === null ? name : `${name}: ${optionName(kind, group)}`;
  return [null, numberCell(value), whole];
};

/** A register as a sheet: its lines, and under them the figures a report tells of them. */
export function registerSheet(
  { kind, days, entries }: RegisterList,
  figures: readonly RegisterFigure[],
): WideSheet {
  const fields = toldFields(kind);
  const names = ['STT', vi.days[kind], ...fields.map(({ key }) => vi.fields[key] ?? key)];
  return {
    name: vi.kinds[kind],
    headlines: [
      vi.kinds[kind].toLocaleUpperCase('vi'),
      reportWords.vi.formPeriod(printed(days.from), printed(days.to)),
    ],
    ...{ measure: '', places: [], totals: [] },
    head: [names.map((text) => ({ text }))],
    widths: [6, 14, ...fields.map(({ type }) => WIDTHS[type])],
    rows: entries.map((entry, index) => [
      index + 1,
      dayCell(formatDay(entry.day)),
      ...fields.map((field) => cellOf(kind, field, entry)),
    ]),
    below: [
      [null, vi.counted],
      ...figures.filter((figure) => figure.kind === kind).map(figureLine),
    ],
  };
}
