import { boundsOf, type IssueState, type Period, type ScheduledReport } from '#domain/report';
import { formatDay, type Day, type Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';

/** A report that is awaited, and how far it has come. */
export interface ExpectedRow {
  readonly unitId: number;
  readonly report: ScheduledReport;
  readonly from: string;
  readonly to: string;
  readonly dueAt: Instant;
  /** The day after which the working days to the due moment are counted. */
  readonly countedAfter: string;
  readonly issueId: string | null;
  readonly state: IssueState | null;
  readonly sentAt: Instant | null;
}

export interface Claim {
  readonly unitId: number;
  readonly report: ScheduledReport;
  readonly period: Period;
  readonly at: Instant;
  /** None where nobody awaits it. */
  readonly due: Due | null;
}

interface Due {
  readonly at: Instant;
  readonly countedAfter: Day;
}

interface Last {
  readonly to: string;
  readonly isAwaited: boolean;
}

const LAST = `select to_char(to_day, 'YYYY-MM-DD') as "to", due_at is not null as "isAwaited"
  from report_expected where unit_id = $1 and report = $2 order by to_day desc limit 1`;

const HAS_WORKED = `select exists (select from dossier
  where unit_id = $1 and coalesce(submitted_at, received_at) < $2) as known`;

// The row decides, whoever came: the second of two waits for the first and finds it done.
const CLAIM = `insert into report_expected as known
    (unit_id, report, from_day, to_day, made_at, due_at, counted_after)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (unit_id, report, to_day) do update
    set made_at = excluded.made_at, due_at = excluded.due_at, counted_after = excluded.counted_after
    where known.due_at is null and excluded.due_at is not null`;

const DRAWN = `select id from report_issue where unit_id = $1 and template = $2
  and periods -> 'main' = jsonb_build_object('from', $3::text, 'to', $4::text)
  order by number desc limit 1`;

const LINK = `update report_expected set issue_id = $4 where unit_id = $1 and report = $2 and to_day = $3`;

// What lies with the city stays sent while the office draws up the next version.
const AWAITED = `select unit_id as "unitId", report, to_char(from_day, 'YYYY-MM-DD') as "from",
    to_char(to_day, 'YYYY-MM-DD') as "to", due_at as "dueAt",
    to_char(counted_after, 'YYYY-MM-DD') as "countedAfter", issue.id as "issueId", issue.state,
    issue.first_sent_at as "sentAt"
  from report_expected as expected left join lateral (select id, state,
      min(sent_at) over () as first_sent_at from report_issue
    where report_issue.unit_id = expected.unit_id and template = report
      and periods -> 'main' = jsonb_build_object('from', to_char(from_day, 'YYYY-MM-DD'),
        'to', to_char(to_day, 'YYYY-MM-DD'))
    order by number desc limit 1) as issue on true
  where unit_id = any($1) and due_at is not null
  order by to_day desc, report, unit_id limit $2`;

const MOVE = `update report_expected set due_at = $4 where unit_id = $1 and report = $2
  and to_day = $3 and due_at is not null`;

/** Which reports are awaited of which unit: one row for each period, whoever writes it. */
export const expected = {
  async last(transaction: Transaction, unitId: number, report: ScheduledReport) {
    const [row] = await transaction.query<Last>(LAST, [unitId, report]);
    return row;
  },

  /** Whether we know the unit from the first half of a period on: of less no report can be made. */
  async hasWorked(transaction: Transaction, unitId: number, period: Period): Promise<boolean> {
    const { start, end } = boundsOf(period);
    const values = [unitId, sqlInstant(start + (end - start) / 2)];
    const [row] = await transaction.query<{ readonly known: boolean }>(HAS_WORKED, values);
    return row?.known ?? false;
  },

  /** False when somebody has seen to this period already. */
  async claim(transaction: Transaction, claim: Claim): Promise<boolean> {
    const { unitId, report, period, at, due } = claim;
    const values = [unitId, report, formatDay(period.from), formatDay(period.to), sqlInstant(at)];
    const awaited = due === null ? [null, null] : [sqlInstant(due.at), formatDay(due.countedAfter)];
    return (await transaction.execute(CLAIM, [...values, ...awaited])) === 1;
  },

  /** The report over these days that somebody has drawn up by hand. */
  async drawn(transaction: Transaction, { unitId, report, period }: Claim) {
    const values = [unitId, report, formatDay(period.from), formatDay(period.to)];
    const [row] = await transaction.query<{ readonly id: string }>(DRAWN, values);
    return row?.id;
  },

  async link(transaction: Transaction, claim: Claim, issueId: string): Promise<void> {
    await transaction.execute(LINK, [
      claim.unitId,
      claim.report,
      formatDay(claim.period.to),
      issueId,
    ]);
  },

  awaited(transaction: Transaction, units: readonly number[], limit: number) {
    return transaction.query<ExpectedRow>(AWAITED, [units, limit]);
  },

  async move(
    transaction: Transaction,
    { unitId, report, to }: Pick<ExpectedRow, 'unitId' | 'report' | 'to'>,
    dueAt: Instant,
  ): Promise<void> {
    await transaction.execute(MOVE, [unitId, report, to, sqlInstant(dueAt)]);
  },
};
