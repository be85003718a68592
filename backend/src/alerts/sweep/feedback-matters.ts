import type { FeedbackSubject } from '#domain/alert';
import {
  FIRST_DAY,
  LAST_DAY,
  MINUTE_MS,
  dayEnd,
  instant,
  millis,
  parseDay,
  plusDays,
  startOf,
  type Day,
  type WorkingCalendar,
} from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';

// Of each entry the last revision; an answer entered for a day to come is no answer yet, and is refused before.
const UNANSWERED = `select id, to_char(day, 'YYYY-MM-DD') as day, entry_values ->> 'about' as about,
    entry_values ->> 'dueOn' as "dueOn", recorded_at as "recordedAt"
  from (select distinct on (id) id, day, entry_values, removed, recorded_at from register_entry
    where unit_id = $1 and kind = 'feedback' order by id, revision desc) as entry
  where not removed and coalesce(entry_values ->> 'answeredOn', '') = ''`;

interface FeedbackRow {
  readonly id: string;
  readonly day: string;
  readonly about: string;
  readonly dueOn: string;
  readonly recordedAt: number;
}

const A_YEAR = 366;

/** A slip of the hand in a year must not stop everybody's alerts: the calendar knows no such days. */
const isCounted = (day: Day): boolean =>
  day > plusDays(FIRST_DAY, A_YEAR) && day < plusDays(LAST_DAY, -A_YEAR);

/** Known by its day and what it is about; what somebody wrote in it stands in no alert. */
const subjectId = ({ id, day, about }: FeedbackRow): string => `${day}/${about}/${id}`;

/** Another day to answer by is another cause: its minutes since 1970. */
function subjectOf(row: FeedbackRow, calendar: WorkingCalendar): readonly FeedbackSubject[] {
  const [day, dueOn] = [parseDay(row.day), parseDay(row.dueOn)];
  if (day === undefined || dueOn === undefined || !isCounted(dueOn)) return [];
  const dueAt = dayEnd(calendar, dueOn);
  const since = {
    at: instant(row.recordedAt),
    version: Math.floor(dueAt / MINUTE_MS),
    by: null,
  };
  const due = { startedAt: startOf(day), dueAt, pausedFor: millis(0), since };
  return [{ kind: 'feedback', id: subjectId(row), due }];
}

/** *Phản ánh, kiến nghị* that somebody waits to be answered. */
export async function feedbackMatters(
  transaction: Transaction,
  unitId: number,
  calendar: WorkingCalendar,
): Promise<readonly FeedbackSubject[]> {
  const rows = await transaction.query<FeedbackRow>(UNANSWERED, [unitId]);
  return rows.flatMap((row) => subjectOf(row, calendar));
}
