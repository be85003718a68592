import type { Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';

const FORMER = `select id, periods -> 'main' as days from report_issue
  where unit_id = $1 and template = $3 and issued_at is not null and id <> $2
    and periods -> 'main' ->> 'to' <= $4::jsonb ->> 'to'
  order by periods -> 'main' ->> 'to' desc, issued_at desc, id desc limit 1`;

// What was read again for these very days stays read; of other days somebody has to read it again.
const PASSAGES = `insert into report_passage (unit_id, issue_id, key, body, reviewed, version,
    carried_from, changed_at, changed_by)
  select $1, $2, passage.key, passage.body, former.days = $4::jsonb, 1, former.days, $5, $6::jsonb
  from (${FORMER}) as former join report_passage as passage
    on passage.unit_id = $1 and passage.issue_id = former.id
  where passage.key <> 'remark' and passage.body <> ''`;

const HEADING = `insert into report_heading (unit_id, issue_id, heading, version, changed_at)
  select $1, $2, kept.heading, 1, $5
  from (${FORMER}) as former join report_heading as kept
    on kept.unit_id = $1 and kept.issue_id = former.id`;

const REMARK = `insert into report_passage (unit_id, issue_id, key, body, reviewed, version, changed_at,
    changed_by) values ($1, $2, 'remark', $3, true, 1, $4, $5::jsonb)
  on conflict (unit_id, issue_id, key) do update set body = excluded.body, reviewed = true,
    version = report_passage.version + 1, changed_at = excluded.changed_at,
    changed_by = excluded.changed_by`;

interface Remarked {
  readonly unitId: number;
  readonly id: string;
  readonly text: string | null;
  readonly at: Instant;
  readonly by: { readonly kind: string; readonly id: string };
}

interface Drawn extends Remarked {
  readonly template: string;
  readonly periods: { readonly main: object };
}

/** The free text of a report is its passage *Nhận xét*. */
export async function remark(transaction: Transaction, issue: Remarked): Promise<void> {
  const { unitId, id, text, at, by } = issue;
  const values = [unitId, id, text ?? '', sqlInstant(at), JSON.stringify(by)];
  await transaction.execute(REMARK, values);
}

/** A new draft begins with what people wrote in the last report of its kind, marked until somebody has read it. */
export async function carryOver(transaction: Transaction, issue: Drawn): Promise<void> {
  const { unitId, id, template, periods, at, by } = issue;
  const moment = sqlInstant(at);
  const days = JSON.stringify(periods.main);
  await transaction.execute(PASSAGES, [
    ...[unitId, id, template, days, moment],
    JSON.stringify(by),
  ]);
  await transaction.execute(HEADING, [unitId, id, template, days, moment]);
  if (issue.text !== null) await remark(transaction, issue);
}
