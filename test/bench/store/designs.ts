import type { Pool, PoolClient } from 'pg';
import type { Append } from '../../../backend/src/dossiers/store/append.ts';
import { appendRequest } from '../../../backend/src/dossiers/store/append-request.ts';
import type { EventStore } from '../../../backend/src/dossiers/store/event-store.service.ts';

/** One way to keep a command's outcome. */
export interface Design {
  readonly name: string;
  keep(append: Append): Promise<unknown>;
}

type Request = ReturnType<typeof appendRequest>;
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const NEXT_CODE = 'select next_code($1, $2::date, $3) as code';

/** What the function does, said statement by statement, as a program would without one. */
const statements = (request: Request, code: string): readonly Statement[] => {
  const { unit, dossierId, events, spans, audit, feed } = request;
  const row = { ...request.row, code, unit_id: unit, id: dossierId };
  const key = { unit_id: unit, dossier_id: dossierId };
  const as = (table: string, rows: readonly object[]): Statement => {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    return {
      text: `insert into ${table} (${columns}) select ${columns}
        from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
      values: [JSON.stringify(rows)],
    };
  };
  const chained = events.map((event) => ({ ...event, ...key, hash: `\\x${'00'.repeat(32)}` }));
  return [
    as('dossier', [row]),
    as('dossier_event', chained),
    as(
      'dossier_span',
      spans.map((span) => ({ ...span, ...key })),
    ),
    as('search_word', [{ ...key, word: code.toLowerCase() }]),
    as(
      'audit',
      audit.map((line) => ({ ...line, unit_id: unit })),
    ),
    as(
      'feed',
      feed.map((line) => ({ ...line, unit_id: unit })),
    ),
  ];
};

const inTransaction = async (pool: Pool, work: (client: PoolClient) => Promise<unknown>) => {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
};

const codeFor = async (client: PoolClient, { unit, code }: Request): Promise<string> => {
  const values = [unit, code?.day, code?.prefix];
  const { rows } = await client.query<{ code: string }>(NEXT_CODE, values);
  return rows[0]?.code ?? '';
};

const opening = (unit: number) => `begin; set local app.units = '{${unit}}'`;

const oneByOne = (pool: Pool): Design => ({
  name: 'eight statements, one after the other',
  keep: (append) =>
    inTransaction(pool, async (client) => {
      const request = appendRequest(append);
      await client.query(opening(append.unit));
      const code = await codeFor(client, request);
      for (const { text, values } of statements(request, code))
        await client.query(text, [...values]);
      await client.query('commit');
    }),
});

const together = (pool: Pool): Design => ({
  name: 'the same, sent together after the code is known',
  keep: (append) =>
    inTransaction(pool, async (client) => {
      const request = appendRequest(append);
      const [, code] = await Promise.all([
        client.query(opening(append.unit)),
        codeFor(client, request),
      ]);
      await Promise.all([
        ...statements(request, code).map(({ text, values }) => client.query(text, [...values])),
        client.query('commit'),
      ]);
    }),
});

const ofFunction = (store: EventStore): Design => ({
  name: 'one function, through TypeORM',
  keep: (append) => store.append(append),
});

const raw = (pool: Pool): Design => ({
  name: 'the same function, prepared, by node-postgres alone',
  keep: (append) =>
    pool.query({
      name: 'append',
      text: 'select append_events($1::text::jsonb)',
      values: [JSON.stringify(appendRequest(append))],
    }),
});

export const designs = (pool: Pool, store: EventStore): readonly Design[] => [
  oneByOne(pool),
  together(pool),
  ofFunction(store),
  raw(pool),
];
