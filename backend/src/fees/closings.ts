import type { FeeClosing } from '#contract/fees';
import type { BookLine, Counted, Taken } from '#domain/fee';
import { formatInstant, type Day, type Instant, formatDay } from '#domain/working-time';
import type { Transaction } from '../platform/database/tenancy.ts';

/** A closed book as the tables keep it. */
export interface ClosingRow {
  readonly officer: string;
  readonly revision: number;
  readonly lines: readonly BookLine[];
  readonly members: readonly Taken[];
  readonly counted: readonly Counted[];
  readonly difference: number;
  readonly reason: string | null;
  readonly closedAt: Instant;
  readonly closedBy: string;
}

const CLOSINGS = `select closing.officer, closing.revision, lines, members, counted, difference,
    reason.body as reason, closed_at as "closedAt", closed_by as "closedBy"
  from fee_closing as closing left join fee_closing_reason as reason
    using (unit_id, day, officer, revision)
  where unit_id = $1 and day = $2 and ($3::text is null or closing.officer = $3)
  order by closing.officer, closing.revision desc`;

/** Of one day, the latest of each officer first. */
export const closingsOf = (
  transaction: Transaction,
  { unitId, day, officer }: { unitId: number; day: Day; officer?: string },
): Promise<readonly ClosingRow[]> =>
  transaction.query<ClosingRow>(CLOSINGS, [unitId, formatDay(day), officer ?? null]);

export const closingAnswer = (
  row: ClosingRow,
  named: (id: string) => FeeClosing['closedBy'],
): FeeClosing => {
  const { revision, lines, counted, difference, reason } = row;
  return {
    ...{ revision, lines, counted, difference, reason },
    closedAt: formatInstant(row.closedAt),
    closedBy: named(row.closedBy),
  };
};
