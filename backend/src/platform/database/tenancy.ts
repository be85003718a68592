import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { inOnePiece } from './in-one-piece.ts';
import { withoutParameters } from './statement-failed.ts';
import { DATA_SOURCE } from './tokens.ts';

/** Whose rows exist for the work at hand. A report reads as `reader`, which sees no persons and no secrets. */
export interface Scope {
  readonly units: readonly number[];
  readonly role?: 'app' | 'reader';
  /** By one process of the database: what every open page asks may not take both processors for one answer. */
  readonly byOne?: boolean;
  /** Nothing is written, and all that is read is of one moment: who writes meanwhile is not counted by half. */
  readonly isSteady?: boolean;
}

export interface Transaction {
  /** The rows of a statement; every value a parameter, moments by `sqlInstant`. */
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** How many rows a statement touched. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

// Every unit there is, and 0: the installation itself.
const EVERY_UNIT = `select set_config('app.units', (select array_agg(id) from
  (select id from unit union all select 0) as every)::text, true)`;

const asArray = (units: readonly number[]): string => {
  const strange = units.find((unit) => !Number.isSafeInteger(unit) || unit < 0);
  if (strange !== undefined) throw new RangeError(`Not a unit: ${strange}`);
  return `{${units.join(',')}}`;
};

// Both texts are made of whole numbers and of our own words: nothing from outside gets in.
const opening = ({ units, role, byOne, isSteady = false }: Scope): string =>
  [
    isSteady ? 'begin isolation level repeatable read, read only' : 'begin',
    `set local app.units = '${asArray(units)}'`,
    ...(role === 'reader' ? ['set local role motcua_reader'] : []),
    ...(byOne === true ? ['set local max_parallel_workers_per_gather = 0'] : []),
  ].join('; ');

interface Answer<Row> {
  readonly records: readonly Row[];
  readonly affected?: number;
}

const answer = async <Row extends object>(
  runner: QueryRunner,
  sql: string,
  parameters: readonly unknown[],
): Promise<Answer<Row>> => {
  try {
    return (await runner.query(sql, [...parameters], true)) as Answer<Row>;
  } catch (error) {
    // Whoever catches it inside the work must not meet the parameters either.
    throw withoutParameters(error);
  }
};

const bound = (runner: QueryRunner): Transaction => ({
  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []) {
    const { records } = await answer<Row>(runner, sql, parameters);
    return records;
  },
  async execute(sql, parameters = []) {
    const { affected } = await answer(runner, sql, parameters);
    return affected ?? 0;
  },
});

// After a refused statement PostgreSQL answers `commit` by rolling back, without an error: whoever caught the
// refusal would believe the work was kept.
const STILL_WHOLE = 'select 1';

/**
 * The one way to the rows. Nothing else in the product holds the data source, so nothing can ask without
 * having said for whom.
 */
@Injectable()
export class Tenancy {
  readonly #dataSource: DataSource;

  constructor(@Inject(DATA_SOURCE) dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One transaction in which only the named units have rows; what throws is rolled back. */
  within<Result>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.#transact([opening(scope)], work);
  }

  /** For sign-in, schedules and followers: every unit's rows, and those of the installation. */
  everywhere<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.#transact(['begin', EVERY_UNIT], work);
  }

  /** One statement in a transaction of its own, in one way there and back. */
  ask<Row extends object>(
    scope: Scope,
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return this.#once(opening(scope), sql, parameters);
  }

  /** The same over every unit's rows. */
  askEverywhere<Row extends object>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return this.#once(`begin; ${EVERY_UNIT}`, sql, parameters);
  }

  /**
   * One call of a function that says itself for whom it acts: nothing around it, not even a transaction,
   * for the server makes one of it.
   */
  async call<Row extends object>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<readonly Row[]> {
    return this.#withRunner((runner) => bound(runner).query<Row>(sql, parameters));
  }

  async #once<Row extends object>(
    begin: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<readonly Row[]> {
    return this.#withRunner(async (runner, client) => {
      const [opened, answered, closed] = await inOnePiece(client, () =>
        Promise.allSettled([
          runner.query(begin),
          bound(runner).query<Row>(sql, parameters),
          runner.query('commit'),
        ]),
      );
      if (opened.status === 'rejected') throw opened.reason;
      if (answered.status === 'rejected') throw answered.reason;
      if (closed.status === 'rejected') throw closed.reason;
      return answered.value;
    });
  }

  #transact<Result>(
    begin: readonly string[],
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.#withRunner(async (runner) => {
      try {
        for (const statement of begin) await runner.query(statement);
        const result = await work(bound(runner));
        await Promise.all([runner.query(STILL_WHOLE), runner.query('commit')]);
        return result;
      } catch (error) {
        // A connection that is gone has rolled back by itself, and the first error is the one to tell.
        await runner.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  async #withRunner<Result>(
    work: (runner: QueryRunner, client: unknown) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.#dataSource.createQueryRunner();
    try {
      const client: unknown = await runner.connect();
      return await work(runner, client);
    } catch (error) {
      throw withoutParameters(error);
    } finally {
      await runner.release();
    }
  }
}
