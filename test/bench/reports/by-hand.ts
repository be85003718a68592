import { Client } from 'pg';
import { II06B_COLUMNS, type Ii06bColumn } from '#domain/report';

type Numbers = Readonly<Record<Ii06bColumn, number>>;

/** The days both ask about, as moments: `start` belongs to them, `end` no more. */
export interface Span {
  readonly units: readonly number[];
  readonly start: string;
  readonly end: string;
}

const minute = (moment: string): string => `date_bin('1 minute', ${moment}, 'epoch')`;
const isLate = `${minute('finished_at')} > ${minute('due')}`;
const isEarly = `due is null or ${minute('finished_at')} < ${minute('due')}`;

const numbered = (counts: Readonly<Record<Ii06bColumn, string>>): string =>
  II06B_COLUMNS.map((column) => `(${counts[column]})::int as "${column}"`).join(', ');

const NUMBERS = numbered({
  total: 'count(*)',
  onlineInPeriod: `count(*) filter (where came_at >= $2 and channel = 'online')`,
  directOrPostInPeriod: `count(*) filter (where came_at >= $2 and channel <> 'online')`,
  carriedOver: 'count(*) filter (where came_at < $2)',
  resolved: 'count(*) filter (where done)',
  resolvedEarly: `count(*) filter (where done and outcome = 'issued' and (${isEarly}))`,
  resolvedOnTime: `count(*) filter (where done and outcome = 'issued'
    and ${minute('finished_at')} = ${minute('due')})`,
  resolvedLate: `count(*) filter (where done and outcome = 'issued' and ${isLate})`,
  rejected: `count(*) filter (where done and outcome in ('refused', 'stopped'))`,
  withdrawn: `count(*) filter (where done and outcome = 'withdrawn')`,
  pending: 'count(*) filter (where not done)',
  pendingInTime: `count(*) filter (where not done and state <> 'awaitingSupplement'
    and (due is null or due >= $3))`,
  pendingLate: `count(*) filter (where not done and state <> 'awaitingSupplement' and due < $3)`,
  pendingSupplement: `count(*) filter (where not done and state = 'awaitingSupplement')`,
});

/** II.06b by field as somebody would write it who needed nothing else, for an office with the rules as shipped. */
const II06B = `select field, ${NUMBERS} from (
    select field, channel, came_at, fact.finished_at, outcome, state, fact.finished_at < $3 as done,
      case when fact.finished_at < $3 then fact.before_extension_at else span.before_extension_at end
        as due
    from dossier_fact as fact
    left join lateral (select state, before_extension_at from dossier_span as span
      where span.unit_id = fact.unit_id and span.dossier_id = fact.dossier_id
        and fact.finished_at >= $3 and span.from_at < $3 and span.to_at >= $3 limit 1) as span on true
    where fact.unit_id = any($1) and not left_out and authority = 'commune'
      and came_at < $3 and (came_at >= $2 or fact.finished_at >= $2)) as life
  group by field`;

/** Past the walls and without the product: the same spans, one connection, one statement. */
export class ByHand {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<ByHand> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`set search_path = motcua, pg_temp; set timezone = 'UTC'`);
    return new ByHand(client);
  }

  async ii06b({ units, start, end }: Span): Promise<Numbers> {
    const { rows } = await this.#client.query<Numbers>(II06B, [units, start, end]);
    const sums = II06B_COLUMNS.map((column) => [
      column,
      rows.reduce((sum, row) => sum + row[column], 0),
    ]);
    return Object.fromEntries(sums) as Numbers;
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}
