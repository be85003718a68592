import {
  dayEnd,
  dayOf,
  dayStart,
  instant,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { DATES, RowDates } from './row-read.ts';

type DateColumn = (typeof DATES)[number];

/** A date as a cell tells it: to the minute, or a day and no more. */
export type DateTold =
  { readonly kind: 'moment'; readonly at: Instant } | { readonly kind: 'day'; readonly day: Day };

export type DatesTold = Partial<Readonly<Record<DateColumn, DateTold>>>;

interface DaysOffice {
  readonly calendar: WorkingCalendar;
  readonly exportedAt: Instant;
}

/** In the order in which things happen that happen on one day; the promise happens never. */
const ORDER = [
  ...(['NgayNopHoSo', 'NgayTiepNhan', 'NgayYeuCauBoSung', 'NgayBoSung', 'NgayTuChoi'] as const),
  ...(['NgayKetThucXuLy', 'NgayDung', 'NgayRut', 'NgayTra'] as const),
] as const satisfies readonly DateColumn[];

type HappenedColumn = (typeof ORDER)[number];

const OPENINGS: ReadonlySet<HappenedColumn> = new Set(['NgayNopHoSo', 'NgayTiepNhan']);

/**
 * Moments for a row that knows days only (contract §5: such a dossier is compared by day). What happened on the
 * promised day happened at the promised moment, what happened on another day at the end of it: so the ordinary
 * comparison to the minute says exactly what one of days would. A dossier comes when the office opens.
 */
export function placedDates(told: DatesTold, office: DaysOffice): RowDates {
  const { NgayHenTra: promised } = told;
  const due = promised && momentOf(promised, (day) => dayEnd(office.calendar, day));
  const placed = new Map<DateColumn, Instant>();
  for (const column of ORDER) {
    const each = told[column];
    if (each === undefined) continue;
    const at = momentOf(each, (day) => within({ told, column, day, placed }, due, office));
    placed.set(column, at);
  }
  if (due !== undefined) placed.set('NgayHenTra', due);
  return Object.fromEntries(placed);
}

const momentOf = (told: DateTold, of: (day: Day) => Instant): Instant =>
  told.kind === 'moment' ? told.at : of(told.day);

interface Placing {
  readonly told: DatesTold;
  readonly column: HappenedColumn;
  readonly day: Day;
  readonly placed: ReadonlyMap<DateColumn, Instant>;
}

/** Not before what came before it on that day, nor after what is known to have come later, nor after the list. */
function within(
  { told, column, day, placed }: Placing,
  due: Instant | undefined,
  { calendar, exportedAt }: DaysOffice,
): Instant {
  const isDueDay = due !== undefined && dayOf(due) === day;
  const usual = isDueDay ? due : dayEnd(calendar, day);
  const wanted = OPENINGS.has(column) ? dayStart(calendar, day) : usual;
  const later = ORDER.slice(ORDER.indexOf(column) + 1).flatMap((each) => {
    const other = told[each];
    return other?.kind === 'moment' && dayOf(other.at) === day ? [other.at] : [];
  });
  const earlier = [...placed.values()].filter((at) => dayOf(at) === day);
  const latest = dayOf(exportedAt) === day ? [...later, exportedAt] : later;
  return instant(Math.max(Math.min(wanted, ...latest), ...earlier));
}
