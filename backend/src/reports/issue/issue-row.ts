import type { IssueAnswer, IssueItem, ReportTemplate } from '#contract/reports';
import { tellInstant } from '#contract/time';
import { actsIn, type IssueState, type Period } from '#domain/report';
import { formatDay, formatInstant, parseDay, type Day, type Instant } from '#domain/working-time';

type ToldPeriods = IssueItem['periods'];
type Document = NonNullable<IssueItem['document']>;

/** A report issue as its row keeps it. */
export interface IssueRow {
  readonly unitId: number;
  readonly id: string;
  readonly template: ReportTemplate;
  readonly number: number;
  readonly state: IssueState;
  readonly periods: ToldPeriods;
  readonly text: string | null;
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly createdAt: Instant;
  readonly issuedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly document: Document | null;
}

// Before files were kept nobody said whether they are.
export const ISSUE_COLUMNS = `unit_id as "unitId", id, template, number, state, periods, text, reason,
  explanation, created_at as "createdAt", issued_at as "issuedAt", sent_at as "sentAt",
  '{"isKept": false}'::jsonb || document as document`;

export const itemOf = (row: IssueRow): IssueItem => ({
  ...row,
  allowed: actsIn(row.state),
  createdAt: formatInstant(row.createdAt),
  issuedAt: tellInstant(row.issuedAt),
  sentAt: tellInstant(row.sentAt),
});

export const tellPeriods = (periods: Readonly<Record<string, Period>>): ToldPeriods =>
  Object.fromEntries(
    Object.entries(periods).map(([section, { from, to }]) => [
      section,
      { from: formatDay(from), to: formatDay(to) },
    ]),
  ) as ToldPeriods;

const dayOf = (text: string): Day => {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`Not a day: ${text}`);
  return day;
};

export const periodOf = ({ from, to }: ToldPeriods['main']): Period => ({
  from: dayOf(from),
  to: dayOf(to),
});

/** What was frozen, as the answer tells it. */
export type Seal = NonNullable<IssueAnswer['frozen']>;
