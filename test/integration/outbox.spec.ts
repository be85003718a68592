import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { OutboxStore } from '../../backend/src/platform/outbox/outbox-store.ts';
import { Outbox } from '../../backend/src/platform/outbox/outbox.service.ts';
import { type JobOrder, orderJob } from '../../backend/src/platform/queue/job.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { queuePlaces } from '../support/queue-places.ts';
import { until } from '../support/until.ts';
import { layOutWorkshop, leaveMark } from '../support/workshop.module.ts';
import { openWorkshop } from '../support/workshop.ts';

const BOTH = { api: true, worker: true };
const at = Date.parse('2026-03-02T08:00:00+07:00');

let database: TestDatabase;
let unitId: number;

beforeAll(async () => {
  database = await openDatabase();
  unitId = await aUnitRow(database, 'H24.01');
  await layOutWorkshop(database);
});
afterAll(() => database.close());

const marks = async (prefix: string): Promise<readonly string[]> =>
  (
    await database.asRoot<{ id: string }>('select id from mark where id like $1', [`${prefix}%`])
  ).map(({ id }) => id);

const mark = (id: string): JobOrder => orderJob(leaveMark, { id });

const stateOf = (id: string) =>
  database.asRoot<{ state: string; tries: number }>(
    `select state, tries from outbox where message->>'id' = $1`,
    [id],
  );

describe('an order somebody has taken', () => {
  const MINUTE = 60_000;
  const now = Date.parse('2026-03-02T08:00:00Z');

  const taken = async () => {
    const store = new OutboxStore(database.tenancy);
    await database.asRoot(
      `insert into outbox (unit_id, topic, message, at) values ($1, 'nobody.does', '{"id": "lease"}', now())`,
      [unitId],
    );
    expect(await store.take(now, MINUTE, 10)).toHaveLength(1);
    return store;
  };
  afterEach(() => database.asRoot(`delete from outbox where topic = 'nobody.does'`, []));

  it('is nobody else’s until he was away too long', async () => {
    const store = await taken();
    expect(await store.take(now + 59_000, MINUTE, 10)).toEqual([]);
    // Another machine whose clock is a little behind.
    expect(await store.take(now - 5 * MINUTE, MINUTE, 10)).toEqual([]);
    expect(await store.take(now + MINUTE, MINUTE, 10)).toHaveLength(1);
  });

  it('is free again when the clock was set back by more than anything is ever left alone', async () => {
    const store = await taken();
    expect(await store.isEmpty(now - 60 * MINUTE)).toBe(false);
    expect(await store.take(now - 60 * MINUTE, MINUTE, 10)).toHaveLength(1);
  });
});

const places = queuePlaces(() => database);
const withoutQueue = {
  kind: 'off',
  environment: () => ({ QUEUE: 'off' }),
  forget: () => Promise.resolve(),
};

describe.each([...places, withoutQueue])('the outbox with the queue $kind', (place) => {
  const open: INestApplicationContext[] = [];
  const opened = async (doors = BOTH): Promise<INestApplicationContext> => {
    const context = await openWorkshop(
      {
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        ...place.environment(),
      },
      doors,
    );
    open.push(context);
    return context;
  };
  beforeAll(() => place.forget());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
    await place.forget();
  });

  const commit = async (context: INestApplicationContext, orders: readonly JobOrder[]) => {
    const outbox = context.get(Outbox);
    await database.tenancy.within({ units: [unitId] }, (transaction) =>
      outbox.put(transaction, { unitId, at }, orders),
    );
    outbox.announce();
  };

  it('has what a transaction ordered done soon after its commit', async () => {
    const office = await opened();
    await commit(office, [mark(`soon-${place.kind}`)]);
    await until(
      () => marks(`soon-${place.kind}`),
      ({ length }) => length === 1,
      3_000,
    );
    expect(
      await until(
        () => stateOf(`soon-${place.kind}`),
        ([row]) => row?.state === 'sent',
      ),
    ).toHaveLength(1);
  });

  it('never does what was rolled back, and misses nothing that commits late', async () => {
    const office = await opened();
    const outbox = office.get(Outbox);
    const name = (what: string) => `${what}-${place.kind}`;
    const undone = database.tenancy.within({ units: [unitId] }, async (transaction) => {
      await outbox.put(transaction, { unitId, at }, [mark(name('undone'))]);
      throw new Error('refused after all');
    });
    await expect(undone).rejects.toThrow('refused after all');
    let letGo = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (letGo = resolve));
    // It drew the lower position and commits after the higher one was taken.
    const late = database.tenancy.within({ units: [unitId] }, async (transaction) => {
      await outbox.put(transaction, { unitId, at }, [mark(name('late'))]);
      await commit(office, [mark(name('early'))]);
      await waiting;
    });
    await until(
      () => marks(name('early')),
      ({ length }) => length === 1,
    );
    expect(await marks(name('late'))).toEqual([]);
    letGo();
    await late;
    outbox.announce();
    await until(
      () => marks(name('late')),
      ({ length }) => length === 1,
    );
    expect(await marks(name('undone'))).toEqual([]);
  });

  it('is emptied by whoever works, when the office that wrote it has closed', async () => {
    const office = await opened({ api: true, worker: false });
    const orders = Array.from({ length: 30 }, (_, n) => mark(`left-${place.kind}-${n}`));
    await commit(office, orders);
    await office.close();
    await opened({ api: false, worker: true });
    await opened({ api: false, worker: true });
    await until(
      () => marks(`left-${place.kind}`),
      ({ length }) => length >= 30,
    );
    expect(new Set(await marks(`left-${place.kind}`)).size).toBe(30);
  });

  it('gives up in the end what never works, and does the rest', async () => {
    const office = await opened();
    await commit(office, [mark(`broken-${place.kind}`), mark(`whole-${place.kind}`)]);
    await until(
      () => marks(`whole-${place.kind}`),
      ({ length }) => length === 1,
    );
    await until(
      () => marks(`broken-${place.kind}`),
      ({ length }) => length === 3,
      20_000,
    );
  });

  it('keeps what nobody can do for the administrator to see', async () => {
    const office = await opened();
    await commit(office, [{ name: 'mark.forgotten', payload: { id: `alien-${place.kind}` } }]);
    await until(
      () => stateOf(`alien-${place.kind}`),
      ([row]) => row?.state === 'dead',
    );
  });
});

describe.each(places)('when $kind forgets everything', (place) => {
  it('rounds are done and ordered again within a minute, and orders in the outbox are done', async () => {
    await place.forget();
    const office = await openWorkshop(
      {
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        ...place.environment(),
      },
      BOTH,
    );
    const sweeps = async () => (await marks('sweep')).length;
    const first = await sweeps();
    await until(sweeps, (count) => count > first + 1);
    await place.forget();
    const lost = await sweeps();
    await until(sweeps, (count) => count >= lost + 4, 45_000);
    await office.close();
  });
});
