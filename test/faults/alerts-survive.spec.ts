import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Clerk } from './kit/clerk.ts';
import type { Door } from './kit/door.ts';
import { FallingDue, SHORTLY_MS } from './kit/falling-due.ts';
import { BreakableOffice } from './kit/office.ts';
import { OwnRedis } from './kit/own-redis.ts';
import { scale } from './kit/scale.ts';

const DOSSIERS = scale(15);
const HOUR_MS = 3_600_000;
const HEARD_MS = 300;

let office: BreakableOffice;
let due: FallingDue;

beforeAll(async () => {
  office = await BreakableOffice.found();
  due = new FallingDue(office, DOSSIERS);
});
afterAll(() => office.close());

const forgetOrders = async (): Promise<void> => {
  const tables = await office.ask<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'bullmq' and tablename <> 'migration'`,
  );
  await office.ask(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
};

/** Where orders are kept, and how all of them are lost at one blow. */
interface Place {
  readonly kind: string;
  open(): Promise<{
    readonly environment: Readonly<Record<string, string>>;
    readonly lose: () => Promise<void>;
    readonly close: () => Promise<void>;
  }>;
}

const inPostgres: Place = {
  kind: 'postgresql',
  open: () =>
    Promise.resolve({ environment: {}, lose: forgetOrders, close: () => Promise.resolve() }),
};

const inRedis: Place = {
  kind: 'redis',
  open: async () => {
    const redis = await OwnRedis.start();
    return {
      environment: { REDIS_URL: redis.url },
      lose: () => redis.killAndRestart(),
      close: () => redis.end(),
    };
  },
};

/** Where the services have brought a Redis, both; else the one everybody has. */
const places =
  process.env['MOTCUA_TEST_REDIS'] === undefined ? [inPostgres] : [inPostgres, inRedis];

describe('dossiers that fall due', () => {
  const doors: Door[] = [];
  const open = async (...given: Parameters<BreakableOffice['door']>): Promise<Door> => {
    const door = await office.door(...given);
    doors.push(door);
    return door;
  };
  const clerkAt = async (door: Door, name: string): Promise<Clerk> => {
    await office.unit(`H24.${name.toUpperCase()}`, name, ['reception']);
    return office.clerk(door, name);
  };
  afterEach(async () => {
    await Promise.all(doors.splice(0).map((door) => door.close()));
  });

  it('are told of without any queue', async () => {
    const clerk = await clerkAt(await open({ environment: { QUEUE: 'off' } }), 'f6');
    await due.expectAllTold(await due.promiseShortly(clerk));
  });

  it.each(places)('are told of when $kind has lost every order', async (place) => {
    const { environment, lose, close } = await place.open();
    const clerk = await clerkAt(await open({ environment }), `f5${place.kind}`);
    const dueAt = await due.promiseShortly(clerk);
    await lose();
    await due.expectAllTold(dueAt);
    await close();
  });

  it('are told of once by three workers, one of which is killed and comes back', async () => {
    const clerk = await clerkAt(await open(), 'f10');
    const workers = [await open({ door: 'worker' }), await open({ door: 'worker' })];
    const dueAt = await due.promiseShortly(clerk);
    await workers[0]?.kill();
    await pause(SHORTLY_MS / 2);
    await workers[0]?.reopen();
    await due.expectAllTold(dueAt);
    const steps = await office.ask<{ times: number }>(
      `select distinct count(*)::int as times from alert_step where act = 'raised' group by alert_id`,
    );
    expect(steps).toEqual([{ times: 1 }]);
  });

  it.each([
    { how: 'an hour back and right again', name: 'f9back', offsets: [-HOUR_MS, 0] },
    {
      how: 'two hours and a day ahead and right again',
      name: 'f9ahead',
      offsets: [2 * HOUR_MS, 24 * HOUR_MS, 0],
    },
  ])('are told of, none twice, while the clock is set $how', async ({ name, offsets }) => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-clock-'));
    const file = join(folder, 'offset');
    writeFileSync(file, '0');
    const environment = { MOTCUA_FAULTS_CLOCK: file };
    const clerk = await clerkAt(await open({ before: './stepped-clock.mjs', environment }), name);
    const dueAt = await due.promiseShortly(clerk);
    for (const offsetMs of offsets) {
      writeFileSync(file, String(offsetMs));
      await pause(HEARD_MS + 2_000);
    }
    await due.expectAllTold(dueAt);
    rmSync(folder, { recursive: true, force: true });
  });
});
