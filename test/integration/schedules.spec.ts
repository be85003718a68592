import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { ScheduleRuns } from '../../backend/src/platform/schedule/schedule-runs.service.ts';
import { type TestDatabase, openDatabase } from '../support/database.ts';
import { queuePlaces } from '../support/queue-places.ts';
import { until } from '../support/until.ts';
import { layOutWorkshop, leaveNightly } from '../support/workshop.module.ts';
import { openWorkshop } from '../support/workshop.ts';

const BOTH = { api: true, worker: true };
const HOUR_MS = 3_600_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
  await layOutWorkshop(database);
});
afterAll(() => database.close());

const withoutQueue = {
  kind: 'off',
  environment: () => ({ QUEUE: 'off' }),
  forget: () => Promise.resolve(),
};

const nights = async (): Promise<readonly string[]> => {
  const rows = await database.asRoot<{ id: string }>(
    `select id from mark where id like 'night %' order by place`,
  );
  return rows.map(({ id }) => id.slice('night '.length, 'night '.length + 10));
};

const unfinished = async (): Promise<number> => {
  const [row] = await database.asRoot<{ open: number }>(
    'select count(*)::int as open from schedule_run where finished_at is null',
  );
  return row?.open ?? 0;
};

/** Every night from the first to the last, by the calendar. */
const nightsFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * 24 * HOUR_MS).toISOString().slice(0, 10),
  );

describe.each([...queuePlaces(() => database), withoutQueue])(
  'the schedules with the queue $kind',
  (place) => {
    const open: INestApplicationContext[] = [];
    const opened = async (clock: string): Promise<INestApplicationContext> => {
      const context = await openWorkshop(
        {
          DATABASE_URL: database.appUrl,
          DATABASE_OWNER_URL: database.ownerUrl,
          MOTCUA_CLOCK: clock,
          ...place.environment(),
        },
        BOTH,
      );
      open.push(context);
      return context;
    };
    beforeAll(() => place.forget());
    afterEach(async () => {
      await Promise.all(open.splice(0).map((context) => context.close()));
      await place.forget();
      await database.asRoot('truncate mark, schedule_run, office_clock, outbox');
    });

    it('does every night once, though three workers look and a day takes seconds', async () => {
      const clock = '2026-03-02T08:00:00+07:00@43200';
      await Promise.all([opened(clock), opened(clock), opened(clock)]);
      const done = await until(nights, ({ length }) => length >= 5, 50_000);
      expect([...done].sort()).toEqual(nightsFrom('2026-03-02', done.length));
    });

    it('makes up for the nights in which nobody was there, each once', async () => {
      await opened('2026-03-02T08:00:00+07:00@0');
      await until(nights, ({ length }) => length === 1, 30_000);
      await Promise.all(open.splice(0).map((context) => context.close()));
      await opened('2026-03-06T08:00:00+07:00@0');
      const done = await until(nights, ({ length }) => length >= 5, 30_000);
      expect([...done].sort()).toEqual(nightsFrom('2026-03-02', 5));
    });

    it('does nothing again when the clock of the office is set back', async () => {
      await opened('2026-03-06T08:00:00+07:00@0');
      await until(nights, ({ length }) => length === 1, 30_000);
      await until(unfinished, (count) => count === 0, 30_000);
      await Promise.all(open.splice(0).map((context) => context.close()));
      await opened('2026-03-06T02:35:00+07:00@0');
      await until(
        async () => (await database.asRoot('select from office_clock')).length,
        (rows) => rows === 1,
      );
      await opened('2026-03-07T03:00:00+07:00@0');
      const done = await until(nights, ({ length }) => length >= 2, 30_000);
      expect([...done].sort()).toEqual(['2026-03-06', '2026-03-07']);
    });

    it('does a time once, however often its order is delivered', async () => {
      const context = await opened('2026-03-06T08:00:00+07:00@0');
      await until(nights, ({ length }) => length === 1, 30_000);
      await until(unfinished, (count) => count === 0, 30_000);
      const firesAt = '2026-03-06T02:30:00+07:00';
      let done = 0;
      const work = () => Promise.resolve(void (done += 1));
      await context.get(ScheduleRuns).once(leaveNightly.name, { firesAt }, work);
      expect(done).toBe(0);
      expect(await nights()).toEqual(['2026-03-06']);
    });

    it('orders a time again whose order was lost with the queue', async () => {
      await database.asRoot(
        `insert into schedule_run (schedule, fires_at, ordered_at)
         values ($1, '2026-03-06T02:30:00+07:00', '2026-01-01')`,
        [leaveNightly.name],
      );
      await opened('2026-03-06T08:00:00+07:00@0');
      expect(await until(nights, ({ length }) => length === 1, 30_000)).toEqual(['2026-03-06']);
    });
  },
);
