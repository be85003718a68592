import type { DataSource, QueryRunner } from 'typeorm';
import { Tenancy } from './tenancy.ts';

const OPEN = 'begin isolation level repeatable read read only';
const BEGIN = /^begin(?:; )?/;

/** The one connection, with its small transactions become parts of the great one. */
const within = (runner: QueryRunner): DataSource => {
  const query = (sql: string, ...rest: unknown[]): Promise<unknown> => {
    const inner = sql === 'commit' ? 'select 1' : sql.replace(BEGIN, '') || 'select 1';
    return (runner.query as (...given: unknown[]) => Promise<unknown>).call(runner, inner, ...rest);
  };
  const connect = (): Promise<unknown> => runner.connect();
  const release = (): Promise<void> => Promise.resolve();
  return { createQueryRunner: () => ({ query, connect, release }) } as never;
};

/**
 * Everything the work asks, however many questions it takes, is answered as of one moment: whoever writes
 * meanwhile is not seen by half.
 */
export async function atOneMoment<Result>(
  dataSource: DataSource,
  work: (tenancy: Tenancy) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.connect();
    await runner.query(OPEN);
    return await work(new Tenancy(within(runner)));
  } finally {
    await runner.query('rollback').catch(() => undefined);
    await runner.release();
  }
}
