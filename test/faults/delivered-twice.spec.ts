import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import {
  clearLane,
  sendDeliveries,
} from '../../backend/src/deliveries/post/send-deliveries.jobs.ts';
import { sweepAlerts } from '../../backend/src/alerts/sweep/sweep.job.ts';
import { sealAudit } from '../../backend/src/audit/seal-audit.job.ts';
import { recoverJobs } from '../../backend/src/jobs/recover-jobs.job.ts';
import { relayOutbox } from '../../backend/src/platform/outbox/outbox.jobs.ts';
import { BullStore } from '../../backend/src/platform/queue/bull-store.ts';
import { type JobOrder, orderJob } from '../../backend/src/platform/queue/job.ts';
import { postgresPlace } from '../../backend/src/platform/queue/postgres-place.ts';
import { redisPlace } from '../../backend/src/platform/queue/redis-place.ts';
import { fireSchedules } from '../../backend/src/platform/schedule/fire-schedules.job.ts';
import { textOf } from '../support/letter.ts';
import { MailRoom } from '../support/mail-room.ts';
import { until } from '../support/until.ts';
import type { Door } from './kit/door.ts';
import { FallingDue } from './kit/falling-due.ts';
import { BreakableOffice } from './kit/office.ts';
import { OwnRedis } from './kit/own-redis.ts';

const DOSSIERS = 12;
const TIMES = 5;
const FLOODS = 60;

const rounds = [sweepAlerts, sendDeliveries, relayOutbox, recoverJobs, fireSchedules, sealAudit];
const settings = {
  log: pino({ level: 'silent' }),
  find: (name: string) => [...rounds, clearLane].find((job) => job.name === name),
};

let office: BreakableOffice;
let room: MailRoom;

beforeAll(async () => {
  office = await BreakableOffice.found();
  room = await MailRoom.open();
});
afterAll(async () => {
  await office.close();
  await room.close();
});

const kinds =
  process.env['MOTCUA_TEST_REDIS'] === undefined
    ? (['postgresql'] as const)
    : (['postgresql', 'redis'] as const);

/** The same store of orders that the doors use. */
const placeFor = async (kind: (typeof kinds)[number]) => {
  if (kind === 'postgresql') {
    const store = new BullStore(postgresPlace({ url: office.server.urls.databaseUrl }), settings);
    return { store, environment: {}, close: () => Promise.resolve() };
  }
  const redis = await OwnRedis.start();
  const store = new BullStore(redisPlace(redis.url), settings);
  return { store, environment: { REDIS_URL: redis.url }, close: () => redis.end() };
};

/** Orders without a key: each is delivered by itself, several at a time, to whichever worker is free. */
const manyTimes = (unitId: number): readonly JobOrder[] =>
  Array.from({ length: TIMES }, () => [
    ...rounds.map((job) => orderJob(job, {})),
    orderJob(clearLane, { unitId, channel: 'email' }),
  ]).flat();

describe.each(kinds)('work that %s delivers again and again, to two workers at once', (kind) => {
  it('is done once: one alert and one letter about each dossier', async () => {
    const { store, environment, close } = await placeFor(kind);
    const given = { ...environment, SMTP_URL: `smtp://127.0.0.1:${room.port}` };
    const api = await office.door({ door: 'api', environment: given });
    const worker = (): Promise<Door> => office.door({ door: 'worker', environment: given });
    const doors = [api, await worker(), await worker()];
    const unit = await office.unit(`H24.${kind.toUpperCase()}`, `can-bo-${kind}`, ['reception']);
    await office.ask(
      `insert into contact (user_id, email, changed_at)
       select id, username || '@xa.example', now() from office_user where username = $1`,
      [`can-bo-${kind}`],
    );
    await store.open();
    const due = new FallingDue(office, DOSSIERS);
    const dueAt = await due.promiseShortly(office.clerk(api, `can-bo-${kind}`));
    const flood = async (): Promise<void> => {
      for (let times = 0; times < FLOODS; times += 1) {
        await store.add(manyTimes(unit.id));
        await pause(250);
      }
    };
    await Promise.all([flood(), due.expectAllTold(dueAt)]);

    const letters = await until(
      () => lettersTo(`can-bo-${kind}@xa.example`),
      (texts) => codesIn(texts).length >= DOSSIERS,
      60_000,
    );
    const codes = codesIn(letters);
    expect([codes.length, new Set(codes).size]).toEqual([DOSSIERS, DOSSIERS]);
    const tries = await office.ask(
      `select distinct state, tries from delivery where unit_id = $1 and channel = 'email'`,
      [unit.id],
    );
    expect(tries).toEqual([{ state: 'sent', tries: 1 }]);
    await store.close(5_000);
    await Promise.all(doors.map((door) => door.close()));
    await close();
  });
});

const lettersTo = (mailbox: string): readonly string[] =>
  room.arrived.filter(({ to }) => to[0] === mailbox).map(({ source }) => textOf(source));

/** A dossier each line speaks of. */
const codesIn = (letters: readonly string[]): readonly string[] =>
  letters.flatMap((text) => text.match(/^• Hồ sơ MC\.\S+/gm) ?? []);
