import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import type { Append } from '../../../backend/src/dossiers/store/append.ts';
import { appendRequest } from '../../../backend/src/dossiers/store/append-request.ts';
import { COURSES } from './courses.ts';
import { FEES } from './fees.ts';
import { Rows, type Request } from './rows.ts';

// Past the walls, without looking up every reference again, and without waiting for the disk: a load that is
// cut short is thrown away.
const SESSION = `set search_path = motcua, pg_temp; set timezone = 'UTC';
  set session_replication_role = replica; set synchronous_commit = off;
  set maintenance_work_mem = '512MB'`;

const DRAW = `insert into code_counter as counter (unit_id, day, n) values ($1, $2, $3)
  on conflict (unit_id, day) do update set n = counter.n + $3 returning n`;

const TABLES = `('dossier', 'dossier_event', 'dossier_span', 'dossier_fact', 'applicant', 'search_word', 'source_record',
  'lookup_code', 'audit')`;

// What stands for uniqueness stays, but for the words: they come in no order at all.
const LATER = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made,
    pg_get_constraintdef(pg_constraint.oid) as constraint, indrelid::regclass::text as table
  from pg_index join pg_class on pg_class.oid = indrelid
    left join pg_constraint on conindid = indexrelid and contype = 'p'
  where relnamespace = 'motcua'::regnamespace and relname in ${TABLES}
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u')
      and relname <> 'search_word')`;

interface Later {
  readonly name: string;
  readonly made: string;
  readonly constraint: string | null;
  readonly table: string;
}

const bare = (name: string): string => name.replace(/^motcua\./, '');

const dropped = ({ name, constraint, table }: Later): string =>
  constraint === null ? `drop index ${name}` : `alter table ${table} drop constraint ${bare(name)}`;

const restored = ({ name, made, constraint, table }: Later): string =>
  constraint === null ? made : `alter table ${table} add constraint ${bare(name)} ${constraint}`;

/** The superuser's connection by which the tests' databases are filled. */
export class Bulk {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<Bulk> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(SESSION);
    return new Bulk(client);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
    return (await this.#client.query<Row>(sql, [...parameters])).rows;
  }

  /** All of these dossiers with everything around them, or none of them. */
  async keep(appends: readonly Append[]): Promise<void> {
    await this.#client.query('begin');
    try {
      const rows = await this.#numbered(appends);
      for (const [table, columns, text] of rows.tables()) await this.#copy(table, columns, text);
      await this.#client.query('commit');
    } catch (error) {
      await this.#client.query('rollback');
      throw error;
    }
  }

  /** While the work goes on there are no indexes to keep up; afterwards they are made at once. */
  async withoutIndexes<Result>(work: () => Promise<Result>): Promise<Result> {
    const later = await this.query<Later>(LATER);
    for (const index of later) await this.#client.query(dropped(index));
    const result = await work();
    for (const index of later) await this.#client.query(restored(index));
    await this.#client.query('vacuum analyze');
    for (const statement of [...FEES, ...COURSES]) await this.#client.query(statement);
    return result;
  }

  /** Its own code is drawn for each beforehand, by unit and day, as the store's function would. */
  async #numbered(appends: readonly Append[]): Promise<Rows> {
    const rows = new Rows();
    const days = Map.groupBy(appends.map(appendRequest), dayOf);
    for (const requests of days.values()) {
      const [first] = requests;
      if (first?.code === undefined) throw new Error('Only what is new here is brought in');
      const { day, prefix } = first.code;
      const drawn = await this.query<{ n: number }>(DRAW, [first.unit, day, requests.length]);
      const before = (drawn[0]?.n ?? 0) - requests.length;
      for (const [index, request] of requests.entries()) {
        rows.add(request, prefix + String(before + index + 1).padStart(4, '0'));
      }
    }
    return rows;
  }

  async #copy(table: string, columns: readonly string[], text: string): Promise<void> {
    const copying = this.#client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
    copying.end(text);
    await finished(copying);
  }
}

const dayOf = ({ unit, code }: Request): string => `${unit} ${code?.day}`;
