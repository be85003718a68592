import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Follower, type Positioned } from '../../backend/src/platform/database/follower.ts';
import type { Transaction } from '../../backend/src/platform/database/tenancy.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';

interface Told extends Positioned {
  readonly id: string;
}

let database: TestDatabase;
let follower: Follower;
let unit: number;
let after: number;

const say = (transaction: Transaction, ...ids: readonly string[]) =>
  transaction.execute(
    `insert into feed (unit_id, op, type, id, at)
     select $1, 'changed', 'dossier', id, '2026-03-02T08:00:00+07:00' from unnest($2::text[]) as id`,
    [unit, ids],
  );
const sayAlone = (...ids: readonly string[]) =>
  database.tenancy.within({ units: [unit] }, (transaction) => say(transaction, ...ids));

const heard = async (limit = 100): Promise<readonly string[]> => {
  const { rows, upTo } = await follower.read<Told>({
    table: 'feed',
    columns: ['id'],
    after,
    limit,
  });
  after = upTo;
  return rows.map(({ id }) => id);
};

/** A transaction that has spoken and not yet ended. */
const speaking = async (...ids: readonly string[]) => {
  let end: (keep: boolean) => void = () => undefined;
  const told = Promise.withResolvers<undefined>();
  const done = database.tenancy
    .within({ units: [unit] }, async (transaction) => {
      await say(transaction, ...ids);
      const ending = new Promise<boolean>((resolve) => {
        end = resolve;
      });
      told.resolve(undefined);
      if (!(await ending)) throw new Error('changed its mind');
    })
    .catch(() => undefined);
  await told.promise;
  return (keep: boolean) => {
    end(keep);
    return done;
  };
};

beforeAll(async () => {
  database = await openDatabase({ unsound: 'it tells of dossiers that are not there' });
  follower = new Follower(database.tenancy);
  unit = await aUnitRow(database, 'H24.31');
});
beforeEach(async () => {
  after = 0;
  await database.asRoot('delete from feed');
});
afterAll(() => database.close());

describe('who follows', () => {
  it('hears everything once, in order, however small the portions', async () => {
    await sayAlone('a', 'b', 'c');
    await sayAlone('d');
    expect([await heard(2), await heard(2), await heard(2)]).toEqual([['a', 'b'], ['c', 'd'], []]);
  });

  it('waits for the slower of two, who spoke first, and skips neither', async () => {
    const slow = await speaking('slow');
    await sayAlone('quick');
    expect(await heard()).toEqual([]);
    await slow(true);
    expect(await heard()).toEqual(['slow', 'quick']);
  });

  it('skips nobody who was given a transaction later and a number earlier', async () => {
    const quick = Promise.withResolvers<undefined>();
    const begun = Promise.withResolvers<undefined>();
    const done = database.tenancy.within({ units: [unit] }, async (transaction) => {
      await transaction.query('select pg_current_xact_id()');
      begun.resolve(undefined);
      await quick.promise;
      await say(transaction, 'older transaction, higher number');
    });
    await begun.promise;
    const slow = await speaking('younger transaction, lower number');
    quick.resolve(undefined);
    await done;
    expect(await heard()).toEqual([]);
    await slow(true);
    expect(await heard()).toEqual([
      'younger transaction, lower number',
      'older transaction, higher number',
    ]);
  });

  it('goes on when somebody takes back what was said', async () => {
    const slow = await speaking('never');
    await sayAlone('kept');
    await slow(false);
    expect(await heard()).toEqual(['kept']);
  });

  it('hears each of two hundred who speak at once exactly once', async () => {
    const list: string[] = [];
    const ids = Array.from({ length: 200 }, (_, index) => String(index));
    let open = ids.length;
    const speakers = Promise.all(
      ids.map(async (id) => {
        await sayAlone(id);
        open -= 1;
      }),
    );
    while (open > 0) list.push(...(await heard(7)));
    await speakers;
    list.push(...(await heard(500)));
    expect([...list].sort()).toEqual([...ids].sort());
  });

  it('hears of its own units only, unless it follows for all', async () => {
    await sayAlone('here');
    const told = { table: 'feed', columns: ['id'], after: 0, limit: 9 } as const;
    expect((await follower.read(told, { units: [unit + 1] })).rows).toEqual([]);
    expect((await follower.read(told, { units: [unit] })).rows).toHaveLength(1);
  });
});
