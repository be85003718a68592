import { periodOf, type NamedPeriod } from '../report/index.ts';
import { dayOfDate, formatDay, parseDay, plusDays, type Day } from '../working-time/index.ts';
import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { sentenceAround, type Paragraph, type Place } from './written-text.ts';

/** Days that a sentence names as those of its figures. */
interface Told {
  readonly place: Place;
  readonly raw: string;
  readonly hasOwnDays: boolean;
  readonly first: Day;
  readonly last: Day;
}

const DATE = String.raw`(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?`;
const FROM_TO = new RegExp(
  String.raw`tu\s+(?:ngay\s+)?${DATE}\s*(?:den|-|–)\s*(?:het\s+)?(?:ngay\s+)?${DATE}`,
  'g',
);
const UNTIL = /den het ngay\s+(\d{1,2})\/(\d{1,2})\/(\d{4})/g;
/** These keep days of their own (*PAKN* and *công bố* from the 21st), or speak of other days. */
const OWN_DAYS = /phan anh|pakn|kien nghi|cong bo|cung ky|trong tuan|luy ke/;
const NEAR = 80;

const dayFrom = (date = '', month = '', year = ''): Day | undefined =>
  parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);

const shown = (day: Day): string => formatDay(day).split('-').reverse().join('/');
const daysOf = (first: Day, last: Day): string => `${shown(first)} – ${shown(last)}`;

function periodsIn(paragraph: Paragraph): readonly Told[] {
  return [...paragraph.plain.matchAll(FROM_TO)].flatMap((found): readonly Told[] => {
    const [whole, date, month, year, endDate, endMonth, endYear] = found;
    const [first, last] = [
      dayFrom(date, month, year ?? endYear),
      dayFrom(endDate, endMonth, endYear),
    ];
    if (first === undefined || last === undefined) return [];
    const at = paragraph.from + found.index;
    const place = sentenceAround(paragraph, { from: at, to: at + whole.length });
    const raw = paragraph.text.slice(found.index, found.index + whole.length);
    const hasOwnDays = isOfOthers(paragraph, found.index, found.index + whole.length);
    return [{ place, raw, hasOwnDays, first, last }];
  });
}

const isOfOthers = ({ plain }: Paragraph, from: number, to: number): boolean => {
  const before = plain.slice(Math.max(0, from - NEAR), from);
  return OWN_DAYS.test(`${before} ${plain.slice(to, to + NEAR)}`) || /ky truoc/.test(before);
};

/** What the figures are of: the days told most often, the first of them where several are. */
function mainOf(told: readonly Told[]): Told | undefined {
  const times = ({ first, last }: Told): number =>
    told.filter((other) => other.first === first && other.last === last).length;
  const own = told.filter(({ hasOwnDays, first, last }) => first <= last && !hasOwnDays);
  return own.reduce<Told | undefined>(
    (best, each) => (best === undefined || times(each) > times(best) ? each : best),
    undefined,
  );
}

const sameDate = (one: Day, other: Day): boolean =>
  formatDay(one).slice(5) === formatDay(other).slice(5);

function disagreement(main: Told, told: Told): readonly Finding[] {
  const { first, last, place, raw } = told;
  if (first === main.first && last === main.last) return [];
  const expected = daysOf(main.first, main.last);
  const isYear = sameDate(first, main.first) && sameDate(last, main.last);
  if (isYear) return [{ kind: 'period-year', place, values: [raw], expected }];
  if (last < first) return [{ kind: 'period-backwards', place, values: [raw], expected: null }];
  if (told.hasOwnDays) return [];
  return [{ kind: 'period-differs', place, values: [raw, expected], expected }];
}

/** *Tính đến hết ngày …* of another year than the report's. */
function strayYears(main: Told, paragraph: Paragraph): readonly Finding[] {
  if (periodsIn(paragraph).length > 0) return [];
  return [...paragraph.plain.matchAll(UNTIL)].flatMap((found): readonly Finding[] => {
    const [whole, date, month, year] = found;
    const last = dayFrom(date, month, year);
    if (last === undefined || last === main.last || !sameDate(last, main.last)) return [];
    const at = paragraph.from + found.index;
    const place = sentenceAround(paragraph, { from: at, to: at + whole.length });
    const raw = paragraph.text.slice(found.index, found.index + whole.length);
    return [{ kind: 'period-year', place, values: [raw], expected: shown(main.last) }];
  });
}

const QUARTERS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
};

const quarterIn = (title: string) => QUARTERS[/\bquy (iv|i{1,3}|[1-4])\b/.exec(title)?.[1] ?? ''];

const monthIn = (title: string): number | undefined => {
  const month = Number(/\bthang (\d{1,2})\b/.exec(title)?.[1]);
  return month >= 1 && month <= 12 ? month : undefined;
};

type Titled = Extract<NamedPeriod, { readonly year: number }>;

/** *Tháng … năm …*, *quý … năm …* in the title. */
function namedIn(title: string): Titled | undefined {
  const year = Number(/nam (20\d\d)/.exec(title)?.[1]);
  if (Number.isNaN(year)) return undefined;
  const [quarter, month] = [quarterIn(title), monthIn(title)];
  if (quarter !== undefined) return { kind: 'quarter', year, quarter };
  if (/\b(?:6|sau) thang (?:dau )?nam\b/.test(title)) return { kind: 'halfYear', year, half: 1 };
  if (/\b(?:9|chin) thang (?:dau )?nam\b/.test(title)) return { kind: 'nineMonths', year };
  return month === undefined ? undefined : { kind: 'month', year, month };
}

/** The first and the last month. */
type Months = readonly [first: number, last: number];

function monthsOf(named: Titled): Months | undefined {
  if (named.kind === 'month') return [named.month, named.month];
  if (named.kind === 'quarter') return [3 * named.quarter - 2, 3 * named.quarter];
  if (named.kind === 'halfYear') return [1, 6];
  return named.kind === 'nineMonths' ? [1, 9] : undefined;
}

function plainDays(named: Titled): { readonly from: Day; readonly to: Day } | undefined {
  const months = monthsOf(named);
  if (months === undefined) return undefined;
  const [first, last] = months;
  const after = last === 12 ? dayOfDate(named.year + 1, 1, 1) : dayOfDate(named.year, last + 1, 1);
  return { from: dayOfDate(named.year, first, 1), to: plusDays(after, -1) };
}

/** Quarters and months are closed on the 14th (CV 137/UBND-TTPVHCC 23/01/2026); whole months are borne. */
function notStandard({ paragraphs }: Document, main: Told): readonly Finding[] {
  const heading = paragraphs.findIndex(({ plain }) => /^bao cao$/.test(plain.trim()));
  const title = paragraphs
    .slice(heading + 1, heading + 3)
    .map(({ plain }) => plain)
    .join(' ');
  const named = heading < 0 ? undefined : namedIn(title);
  if (named === undefined) return [];
  const usual = periodOf(named);
  const isUsual = [usual, plainDays(named)].some(
    (days) => days?.from === main.first && days.to === main.last,
  );
  if (isUsual) return [];
  const [values, expected] = [[main.raw], daysOf(usual.from, usual.to)];
  return [{ kind: 'period-not-standard', place: main.place, values, expected }];
}

/** The days of the figures, held against each other and against the title. */
export function periodFindings(document: Document): readonly Finding[] {
  const told = document.paragraphs.flatMap(periodsIn);
  const main = mainOf(told);
  const backwards = told
    .filter(({ first, last }) => last < first)
    .map(({ place, raw }): Finding => ({
      kind: 'period-backwards',
      place,
      values: [raw],
      expected: null,
    }));
  if (main === undefined) return backwards;
  return [
    ...told.flatMap((each) => disagreement(main, each)),
    ...document.paragraphs.flatMap((paragraph) => strayYears(main, paragraph)),
    ...notStandard(document, main),
  ];
}
