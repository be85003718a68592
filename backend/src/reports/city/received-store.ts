import type { CityReportsQuery } from '#contract/reports';
import type { DigitisationColumn, Ii06bColumn, IssueState, ToldRow } from '#domain/report';
import { formatDay, type Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';

export type Awaited = Pick<CityReportsQuery, 'report' | 'from' | 'to'>;

/** What the forms of a file say. */
export interface FileForms {
  readonly ii06b: readonly ToldRow<Ii06bColumn>[];
  readonly digitisation: readonly ToldRow<DigitisationColumn>[];
}

interface IssueBits {
  readonly id: string;
  readonly number: number;
  readonly state: IssueState;
  readonly sentAt: Instant | null;
  readonly reason: string | null;
  readonly explanation: string | null;
}

/** How the report of a unit has come so far; rows of nobody are told as nulls. */
export interface ReceivedRow {
  readonly unitId: number;
  readonly dueAt: Instant | null;
  readonly firstSentAt: Instant | null;
  readonly id: string | null;
  readonly number: IssueBits['number'] | null;
  readonly state: IssueState | null;
  readonly sentAt: Instant | null;
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly countedId: string | null;
  readonly countedNumber: number | null;
  readonly countedState: IssueState | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly fileTakenAt: Instant | null;
  readonly fileFindings: number | null;
  readonly fileNamesPeriod: boolean | null;
}

// One statement for all units: a city has over a hundred. What a unit has sent lies before the city until it
// sends another, whatever is drawn up meanwhile.
const RECEIVED = `with version as (select unit_id, id, number, state, sent_at, reason, explanation, issued_at
    from report_issue where unit_id = any($1) and template = $2
      and periods -> 'main' = jsonb_build_object('from', $3::text, 'to', $4::text)),
  newest as (select distinct on (unit_id) * from version
    order by unit_id, sent_at is null, number desc),
  counted as (select distinct on (unit_id) * from version where issued_at is not null
    order by unit_id, number desc),
  first as (select unit_id, min(sent_at) as sent_at from version group by unit_id),
  file as (select distinct on (unit_id) unit_id, id, file_name, taken_at, findings, names_period
    from report_file where unit_id = any($1) and report = $2 and from_day = $3::date
      and to_day = $4::date and withdrawn_at is null order by unit_id, taken_at desc, id)
  select asked.unit_id as "unitId", expected.due_at as "dueAt", first.sent_at as "firstSentAt",
    newest.id, newest.number, newest.state, newest.sent_at as "sentAt", newest.reason,
    newest.explanation, counted.id as "countedId", counted.number as "countedNumber",
    counted.state as "countedState", file.id as "fileId", file.file_name as "fileName",
    file.taken_at as "fileTakenAt", file.findings as "fileFindings",
    file.names_period as "fileNamesPeriod"
  from unnest($1::int[]) as asked (unit_id)
  left join report_expected as expected on expected.unit_id = asked.unit_id
    and expected.report = $2 and expected.from_day = $3::date and expected.to_day = $4::date
  left join newest on newest.unit_id = asked.unit_id
  left join counted on counted.unit_id = asked.unit_id
  left join first on first.unit_id = asked.unit_id
  left join file on file.unit_id = asked.unit_id`;

export const received = (
  transaction: Transaction,
  units: readonly number[],
  { report, from, to }: Awaited,
): Promise<readonly ReceivedRow[]> =>
  transaction.query<ReceivedRow>(RECEIVED, [units, report, formatDay(from), formatDay(to)]);

/** The main section of a frozen version, as it was told. */
export interface FrozenRow {
  readonly unitId: number;
  readonly ii06b: { readonly rows: readonly (Readonly<Record<Ii06bColumn, number>> & Labelled)[] };
  readonly digitisation: { readonly total: Readonly<Record<DigitisationColumn, number>> };
  readonly indicators: { readonly indicators: readonly FrozenFigure[] };
}

interface Labelled {
  readonly label: string;
}

export interface FrozenFigure {
  readonly indicator: string;
  readonly subject: 'dossiers' | 'procedures';
  readonly population: 'new' | 'total';
  readonly targetPercent: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly missing: number;
}

const FROZEN = `select frozen.unit_id as "unitId", section -> 'ii06b' as ii06b,
    section -> 'digitisation' as digitisation, section -> 'indicators' as indicators
  from unnest($1::int[], $2::uuid[]) as asked (unit_id, issue_id)
  join report_frozen as frozen on frozen.unit_id = asked.unit_id and frozen.issue_id = asked.issue_id
  cross join lateral (select each as section from jsonb_array_elements(
      convert_from(frozen.content, 'UTF8')::jsonb -> 'sections') as each
    where each ->> 'section' = 'main') as main`;

export const frozen = (
  transaction: Transaction,
  refs: readonly { readonly unitId: number; readonly id: string }[],
): Promise<readonly FrozenRow[]> =>
  refs.length === 0
    ? Promise.resolve([])
    : transaction.query<FrozenRow>(FROZEN, [
        refs.map(({ unitId }) => unitId),
        refs.map(({ id }) => id),
      ]);

const FILES = `select unit_id as "unitId", forms from unnest($1::int[], $2::uuid[]) as asked (own_id, file_id)
  join report_file on unit_id = own_id and id = file_id`;

export const fileForms = (
  transaction: Transaction,
  refs: readonly { readonly unitId: number; readonly id: string }[],
): Promise<readonly { readonly unitId: number; readonly forms: FileForms }[]> =>
  refs.length === 0
    ? Promise.resolve([])
    : transaction.query(FILES, [refs.map(({ unitId }) => unitId), refs.map(({ id }) => id)]);
