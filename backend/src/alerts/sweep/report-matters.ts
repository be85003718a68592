import type { ReportSubject } from '#domain/alert';
import { reportSubject } from '#domain/report';
import { MINUTE_MS, instant, millis } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';

// Awaited, and no version of it issued that the city has not sent back.
const AWAITED = `select report, to_char(from_day, 'YYYY-MM-DD') as "from",
    to_char(to_day, 'YYYY-MM-DD') as "to", made_at as "madeAt", due_at as "dueAt",
    exists (select from report_issue as draft where draft.unit_id = expected.unit_id
      and draft.id = issue_id and draft.state = 'draft') as "isDraft",
    (select max(changed_at) from report_issue as back where back.unit_id = expected.unit_id
      and back.template = expected.report and back.state = 'returnedByCity'
      and back.periods -> 'main' = jsonb_build_object('from', to_char(from_day, 'YYYY-MM-DD'),
        'to', to_char(to_day, 'YYYY-MM-DD'))) as "returnedAt"
  from report_expected as expected
  where unit_id = $1 and due_at is not null and not exists (select from report_issue as issue
    where issue.unit_id = expected.unit_id and issue.template = expected.report
      and issue.periods -> 'main' = jsonb_build_object('from', to_char(from_day, 'YYYY-MM-DD'),
        'to', to_char(to_day, 'YYYY-MM-DD')) and issue.issued_at is not null and issue.state <> 'returnedByCity')`;

interface AwaitedRow {
  readonly report: string;
  readonly from: string;
  readonly to: string;
  readonly madeAt: number;
  readonly dueAt: number;
  readonly isDraft: boolean;
  readonly returnedAt: number | null;
}

/** Another day to send it by is another cause, and so is the city's question: their minutes since 1970. */
const subjectOf = ({ report, isDraft, ...row }: AwaitedRow): ReportSubject => {
  const madeAt = instant(row.madeAt);
  const dueAt = instant(row.dueAt);
  const since = {
    at: madeAt,
    version: Math.floor((row.returnedAt ?? dueAt) / MINUTE_MS),
    by: null,
  };
  return {
    kind: 'report',
    id: reportSubject(report, row),
    ready: isDraft ? { at: madeAt, version: 1, by: null } : null,
    due: { startedAt: madeAt, dueAt, pausedFor: millis(0), since },
  };
};

/** The reports a unit still owes: drafts that wait to be read, and days by which to send them. */
export async function reportMatters(
  transaction: Transaction,
  unitId: number,
): Promise<readonly ReportSubject[]> {
  const rows = await transaction.query<AwaitedRow>(AWAITED, [unitId]);
  return rows.map(subjectOf);
}
