import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { declareJob, orderJob } from '../../backend/src/platform/queue/job.ts';
import type { QueueStore } from '../../backend/src/platform/queue/queue-store.ts';
import { type TestDatabase, openDatabase } from '../support/database.ts';
import { queuePlaces } from '../support/queue-places.ts';
import { until } from '../support/until.ts';

const ids = z.strictObject({ id: z.string() });
const retries = { attempts: 5, firstPauseMs: 50 };
const send = declareJob({ name: 'slip.send', payload: ids, retries });
const freeze = declareJob({ name: 'report.freeze', payload: ids, lane: 'long', retries });
const tick = declareJob({ name: 'deadline.sweep', payload: z.strictObject({}), everyMs: 200 });
const jobs = [send, freeze, tick];

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

describe.each(queuePlaces(() => database))('the queue on $kind', (place) => {
  const open: QueueStore[] = [];
  const opened = async (): Promise<QueueStore> => {
    const store = place.store(jobs);
    open.push(store);
    await store.open();
    return store;
  };
  beforeAll(() => place.forget());
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.close(2_000)));
    await place.forget();
  });

  it('brings every order to a worker, of both lanes', async () => {
    const office = await opened();
    const worker = await opened();
    const done: string[] = [];
    await worker.work(({ name, payload }) => {
      done.push(`${name} ${ids.parse(payload).id}`);
      return Promise.resolve();
    });
    await office.add([
      ...Array.from({ length: 50 }, (_, place) => orderJob(send, { id: String(place) })),
      orderJob(freeze, { id: 'month' }),
    ]);
    await until(
      () => done.length,
      (count) => count === 51,
    );
    expect(new Set(done).size).toBe(51);
    expect(done).toContain('report.freeze month');
  });

  it('tells how much lies in each lane, and as what', async () => {
    const office = await opened();
    await office.add([orderJob(send, { id: 'a' }), orderJob(send, { id: 'b' })]);
    await office.add([orderJob(freeze, { id: 'month' })]);
    const there = (await office.depths()).filter(({ count }) => count > 0);
    expect(there).toEqual([
      { lane: 'prompt', state: 'waiting', count: 2 },
      { lane: 'long', state: 'waiting', count: 1 },
    ]);
  });

  it('keeps orders for a worker who comes later', async () => {
    const office = await opened();
    await office.add([orderJob(send, { id: 'early' })]);
    await office.close(1_000);
    const worker = await opened();
    let done = 0;
    await worker.work(() => Promise.resolve(void (done += 1)));
    await until(
      () => done,
      (count) => count === 1,
    );
  });

  it('takes an order again under the key of one that was given up', async () => {
    const office = await opened();
    const worker = await opened();
    let tried = 0;
    await worker.work(() => {
      tried += 1;
      return tried <= retries.attempts ? Promise.reject(new Error('not now')) : Promise.resolve();
    });
    await office.add([orderJob(send, { id: 'x' }, 'slip-x')]);
    await until(
      () => tried,
      (count) => count === retries.attempts,
    );
    await until(
      async () => {
        await office.add([orderJob(send, { id: 'x' }, 'slip-x')]);
        return tried;
      },
      (count) => count > retries.attempts,
    );
    expect(tried).toBeGreaterThan(retries.attempts);
  });

  it('takes two orders with one key for one', async () => {
    const office = await opened();
    const order = orderJob(send, { id: 'a' }, 'outbox-1-7');
    await office.add([order, order]);
    await office.add([order, orderJob(send, { id: 'last' })]);
    const done: string[] = [];
    await office.work(({ payload }) => Promise.resolve(void done.push(ids.parse(payload).id)));
    await until(
      () => done,
      (seen) => seen.includes('last'),
    );
    expect(done.toSorted()).toEqual(['a', 'last']);
  });

  it('tries again what failed', async () => {
    const worker = await opened();
    let tries = 0;
    await worker.work(() => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    await worker.add([orderJob(send, { id: 'a' })]);
    await until(
      () => tries,
      (count) => count === 3,
    );
  });

  it('has work done again and again, by one of several workers', async () => {
    const [one, other] = [await opened(), await opened()];
    const seen = { one: 0, other: 0 };
    await one.repeat(tick);
    await other.repeat(tick);
    await one.work(() => Promise.resolve(void (seen.one += 1)));
    await other.work(() => Promise.resolve(void (seen.other += 1)));
    await until(
      () => seen.one + seen.other,
      (count) => count >= 5,
    );
    // Every 200 ms whoever asks for it: two who ask do not make it twice as often.
    const before = seen.one + seen.other;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(seen.one + seen.other - before).toBeLessThanOrEqual(7);
  });

  it('ticks again when it is told again after it has forgotten everything', async () => {
    const worker = await opened();
    let ticks = 0;
    await worker.repeat(tick);
    await worker.work(() => Promise.resolve(void (ticks += 1)));
    await until(
      () => ticks,
      (count) => count >= 2,
    );
    await place.forget();
    const before = ticks;
    await worker.repeat(tick);
    await until(
      () => ticks,
      (count) => count >= before + 3,
    );
  });

  it('takes an order for work nobody declared for a fault', async () => {
    const office = await opened();
    await expect(office.add([{ name: 'slip.burn', payload: {} }])).rejects.toThrow('slip.burn');
  });
});
