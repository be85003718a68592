import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  StatementFailed,
  isOutOfTime,
} from '../../backend/src/platform/database/statement-failed.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';

let database: TestDatabase;
let here: number;
let there: number;

const departments = 'select unit_id, code from department order by unit_id, code';

beforeAll(async () => {
  database = await openDatabase({ connections: 2 });
  here = await aUnitRow(database, 'H24.01');
  there = await aUnitRow(database, 'H24.02');
  await database.asRoot(
    `insert into department values ($1, 'tu-phap', 'Tư pháp'),
    ($2, 'tu-phap', 'Tư pháp')`,
    [here, there],
  );
});
afterAll(() => database.close());

describe('the wall between units', () => {
  it('shows an officer the rows of the own unit, whatever the statement forgot to say', async () => {
    const rows = await database.tenancy.ask({ units: [here] }, departments);
    expect(rows).toEqual([{ unit_id: here, code: 'tu-phap' }]);
  });

  it('shows a city reader the rows of every child', async () => {
    const rows = await database.tenancy.ask({ units: [here, there], role: 'reader' }, departments);
    expect(rows).toHaveLength(2);
  });

  it('shows nothing to whoever has no unit', async () => {
    expect(await database.tenancy.ask({ units: [] }, departments)).toEqual([]);
    expect(await database.tenancy.call(departments, [])).toEqual([]);
  });

  it('lets nobody put a row into another unit', async () => {
    const work = database.tenancy.within({ units: [here] }, (transaction) =>
      transaction.execute(`insert into department values ($1, 'van-thu', 'Văn thư')`, [there]),
    );
    await expect(work).rejects.toThrow(/row-level security/);
  });

  it('lets nobody change or remove a row of another unit', async () => {
    const touched = await database.tenancy.within({ units: [here] }, (transaction) =>
      transaction.execute(`update department set name = 'x' where unit_id = $1`, [there]),
    );
    expect(touched).toBe(0);
  });

  it('gives up what takes longer than a statement may, and says which it was', async () => {
    const work = database.tenancy.within({ units: [here] }, async (transaction) => {
      await transaction.execute('set local statement_timeout = 50');
      await transaction.query('select pg_sleep(60)');
    });
    expect(await work.catch(isOutOfTime)).toBe(true);
    expect(await database.tenancy.ask({ units: [here] }, departments)).toHaveLength(1);
  });

  it('keeps apart a thousand questions of two units on two connections', async () => {
    const answers: unknown[] = [];
    // By the hundred: what is asked is that nobody sees another's, not how long one may queue.
    for (let from = 0; from < 1_000; from += 100) {
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 100 }, (_, offset) => {
            const unit = (from + offset) % 2 === 0 ? here : there;
            return (from + offset) % 3 === 0
              ? database.tenancy.within({ units: [unit] }, (transaction) =>
                  transaction.query(departments),
                )
              : database.tenancy.ask({ units: [unit] }, departments);
          }),
        )),
      );
    }
    const wrong = answers.filter((rows, index) => {
      const unit = index % 2 === 0 ? here : there;
      return JSON.stringify(rows) !== JSON.stringify([{ unit_id: unit, code: 'tu-phap' }]);
    });
    expect(wrong).toEqual([]);
  });

  it('opens for sign-in and schedules, which are of no unit', async () => {
    const rows = await database.tenancy.everywhere((transaction) => transaction.query(departments));
    expect(rows).toHaveLength(2);
  });

  it('lets one process alone answer what every open page asks, and the next question by as many as usual', async () => {
    const most = `select current_setting('max_parallel_workers_per_gather')::int as most`;
    const units = [here];
    const usual = await database.tenancy.ask({ units }, most);
    expect(usual).not.toEqual([{ most: 0 }]);
    // Two connections: each is asked anew.
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await database.tenancy.ask({ units, byOne: true }, most)).toEqual([{ most: 0 }]);
      expect(await database.tenancy.ask({ units }, most)).toEqual(usual);
    }
  });

  it('refuses a unit that is no number', async () => {
    const units = ['1}; drop table unit' as unknown as number];
    await expect(async () => database.tenancy.ask({ units }, departments)).rejects.toThrow(
      RangeError,
    );
  });

  it('lets reports read, and write nothing', async () => {
    const scope = { units: [here], role: 'reader' } as const;
    const write = database.tenancy.ask(scope, `update department set name = 'x'`);
    await expect(write).rejects.toThrow(/permission denied/);
    await expect(database.tenancy.ask(scope, 'select * from applicant')).rejects.toThrow(/denied/);
  });
});

describe('a transaction', () => {
  it('leaves nothing behind when the work fails', async () => {
    const work = database.tenancy.within({ units: [here] }, async (transaction) => {
      await transaction.execute(`insert into department values ($1, 'mot', 'Một')`, [here]);
      throw new Error('half way');
    });
    await expect(work).rejects.toThrow('half way');
    expect(await database.tenancy.ask({ units: [here] }, departments)).toHaveLength(1);
  });

  it('never seems kept when a statement in it was refused and the refusal passed over', async () => {
    const work = database.tenancy.within({ units: [here] }, async (transaction) => {
      await transaction.execute(`insert into department values ($1, 'ba', 'Ba')`, [here]);
      await transaction.execute('select 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toMatchObject({ state: '25P02' });
    expect(await database.tenancy.ask({ units: [here] }, departments)).toHaveLength(1);
  });

  it('is undone when its one statement is refused', async () => {
    const twice = `insert into department values ($1, 'hai', 'Hai'), ($1, 'hai', 'Hai')`;
    await expect(database.tenancy.ask({ units: [here] }, twice, [here])).rejects.toThrow(
      StatementFailed,
    );
    expect(await database.tenancy.ask({ units: [here] }, departments)).toHaveLength(1);
  });

  it('reads moments as milliseconds and days as texts', async () => {
    const sql = `select '2026-03-02T08:00:00.5+07:00'::timestamptz as at, 'infinity'::timestamptz as never,
      '2026-03-02'::date as day, 9007199254740991::bigint as position`;
    expect(await database.tenancy.ask({ units: [] }, sql)).toEqual([
      {
        at: Date.parse('2026-03-02T08:00:00.500+07:00'),
        never: Infinity,
        day: '2026-03-02',
        position: Number.MAX_SAFE_INTEGER,
      },
    ]);
  });
});

describe('an error of the database', () => {
  it('says what was refused and nothing of the person it was about', async () => {
    const sql = `insert into applicant (unit_id, dossier_id, kind, name, name_plain)
      values ($1, gen_random_uuid(), 'person', $2, 'nguyen van an')`;
    const error: unknown = await database.tenancy
      .ask({ units: [here] }, sql, [here, 'Nguyễn Văn An'])
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ state: '23503', constraint: /applicant/ });
    const told = JSON.stringify(error, Object.getOwnPropertyNames(error));
    expect(told).not.toContain('Nguyễn');
  });
});
