import { Inject, Injectable } from '@nestjs/common';
import type { IssuesQuery } from '#contract/reports';
import type { IssueState } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { carryOver } from '../text/carry-over.ts';
import { ISSUE_COLUMNS, type IssueRow } from './issue-row.ts';

export interface IssueRef {
  readonly unitId: number;
  readonly id: string;
}

export type NewIssue = Pick<IssueRow, 'unitId' | 'id' | 'template' | 'periods' | 'text'> & {
  readonly at: Instant;
  readonly by: { readonly kind: string; readonly id: string };
};

/** What an act leaves in the row; what is not named stays. */
export interface IssueChange {
  readonly state: IssueState;
  readonly at: Instant;
  readonly periods?: IssueRow['periods'] | undefined;
  readonly text?: string | null | undefined;
  readonly reason?: string | null;
  readonly explanation?: string;
  readonly issuedAt?: Instant;
  readonly sentAt?: Instant;
  readonly document?: NonNullable<IssueRow['document']>;
}

// Of the same kind over the same days: whoever draws the next number waits for whoever draws one now.
const IN_TURN = `select pg_advisory_xact_lock(hashtextextended('report-issue ' || $1 || ' ' || $2, 0))`;

// The highest and not how many: a draft that was moved to other days leaves a gap behind it.
const ADD = `insert into report_issue (unit_id, id, template, number, state, periods, text, created_at,
    created_by, changed_at)
  select $1, $2, $3, (select coalesce(max(number), 0) + 1 from report_issue as former
      where former.unit_id = $1 and former.template = $3
        and former.periods -> 'main' = $4::jsonb -> 'main'), 'draft',
    $4::jsonb, $5, $6, $7::jsonb, $6`;

// Moved to other days, a draft is the next version over those; of its own days it keeps its number.
const CHANGE = `update report_issue set state = $3, changed_at = $4,
    number = case when periods -> 'main' = coalesce($5::jsonb, periods) -> 'main' then number
      else (select coalesce(max(other.number), 0) + 1 from report_issue as other
        where other.unit_id = $1 and other.template = report_issue.template
          and other.periods -> 'main' = $5::jsonb -> 'main') end,
    periods = coalesce($5::jsonb, periods), text = case when $6 then $7 else text end,
    reason = case when $8 then $9 else reason end, issued_at = coalesce($10, issued_at),
    sent_at = coalesce($11, sent_at), document = coalesce($12::jsonb, document),
    explanation = coalesce($13, explanation),
    explained_at = case when $13::text is null then explained_at else $4 end
  where unit_id = $1 and id = $2`;

const orNull = (at: Instant | undefined): string | null =>
  at === undefined ? null : sqlInstant(at);

/** The rows of report issues. */
@Injectable()
export class IssueStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(units: readonly number[], id: string): Promise<IssueRow | undefined> {
    const [row] = await this.#tenancy.ask<IssueRow>(
      { units },
      `select ${ISSUE_COLUMNS} from report_issue where unit_id = any($1) and id = $2`,
      [units, id],
    );
    return row;
  }

  async lock(transaction: Transaction, { unitId, id }: IssueRef): Promise<IssueRow> {
    const [row] = await transaction.query<IssueRow>(
      `select ${ISSUE_COLUMNS} from report_issue where unit_id = $1 and id = $2 for update`,
      [unitId, id],
    );
    if (row === undefined) throw new Error(`No report issue ${id}`);
    return row;
  }

  /** The version before this one, of the same kind over the same days. */
  async previous({ unitId, template, number, periods }: IssueRow): Promise<IssueRow | undefined> {
    const [row] = await this.#tenancy.ask<IssueRow>(
      { units: [unitId] },
      `select ${ISSUE_COLUMNS} from report_issue where unit_id = $1 and template = $2
         and number < $3 and issued_at is not null and periods -> 'main' = $4::jsonb
       order by number desc limit 1`,
      [unitId, template, number, JSON.stringify(periods.main)],
    );
    return row;
  }

  list(
    units: readonly number[],
    { state, limit }: IssuesQuery,
    before: { readonly at: string; readonly id: string },
  ): Promise<readonly IssueRow[]> {
    return this.#tenancy.ask<IssueRow>(
      { units },
      `select ${ISSUE_COLUMNS} from report_issue where unit_id = any($1)
         and (created_at, id) < ($2::timestamptz, $3::uuid) and ($4::text is null or state = $4)
       order by created_at desc, id desc limit $5`,
      [units, before.at, before.id, state ?? null, limit + 1],
    );
  }

  async add(transaction: Transaction, issue: NewIssue): Promise<void> {
    const { unitId, id, template, periods, text, at, by } = issue;
    await transaction.query(IN_TURN, [unitId, template]);
    const values = [unitId, id, template, JSON.stringify(periods), text];
    await transaction.execute(ADD, [...values, sqlInstant(at), JSON.stringify(by)]);
    await carryOver(transaction, issue);
  }

  /** The free text alone, where it was written as a passage. */
  async setText(
    transaction: Transaction,
    { unitId, id }: IssueRef,
    text: string | null,
  ): Promise<void> {
    await transaction.execute('update report_issue set text = $3 where unit_id = $1 and id = $2', [
      unitId,
      id,
      text,
    ]);
  }

  async change(
    transaction: Transaction,
    ref: IssueRef & Pick<IssueRow, 'template'>,
    change: IssueChange,
  ): Promise<void> {
    const { state, at, periods, text, reason, issuedAt, sentAt, document } = change;
    const { explanation } = change;
    if (periods !== undefined) await transaction.query(IN_TURN, [ref.unitId, ref.template]);
    await transaction.execute(CHANGE, [
      ...[ref.unitId, ref.id, state, sqlInstant(at)],
      ...[periods === undefined ? null : JSON.stringify(periods), text !== undefined, text ?? null],
      ...[reason !== undefined, reason ?? null, orNull(issuedAt), orNull(sentAt)],
      ...[document === undefined ? null : JSON.stringify(document), explanation ?? null],
    ]);
  }
}
