import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { CreatedDossier } from '#contract/dossiers';
import {
  EVALUATION_PASSWORD,
  evaluationAccounts,
  silent,
} from '../../backend/src/evaluation/index.ts';
import { LiveSources } from '../../backend/src/evaluation/month/live-sources.service.ts';
import { LIVE_SOURCES } from '../../backend/src/evaluation/month/sources.ts';
import { Founder } from '../../backend/src/evaluation/stage/founder.service.ts';
import { seed } from '../../backend/src/seed.ts';
import { PasswordHasher } from '../../backend/src/identity/index.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { EvaluationApp, trialEnvironment } from '../support/evaluation-app.ts';
import { FixedClock } from '../support/fixed-clock.ts';

const NOW = '2026-03-12T10:00:00+07:00';
const TOMORROW = '2026-03-13T11:00:00+07:00';
const FRIEND = '0190b000-0000-7000-8000-000000000001';

let database: TestDatabase;

beforeEach(async () => {
  database = await openDatabase();
});

afterEach(async () => {
  await database.close();
});

/** All that was ever told, as one short text. */
const fingerprint = async (): Promise<string> => {
  const [row] = await database.asRoot<{ print: string }>(
    `select count(*) || ' ' || md5(string_agg(
       concat_ws(' ', dossier_id, version, type, occurred_at, due), '|' order by dossier_id, version))
       as print from dossier_event`,
  );
  return row?.print ?? '';
};

const playedAt = async (now: string) => {
  const app = await EvaluationApp.start(database, now);
  const played = await app.evaluation.done;
  await app.close();
  return played;
};

const untilSomething = async (): Promise<void> => {
  for (;;) {
    const rows = await database.asRoot('select 1 as one from dossier limit 1');
    if (rows.length > 0) return;
  }
};

const clock = new FixedClock(NOW);

const founderIn = (mode: 'production' | 'development'): Founder =>
  new Founder(database.tenancy, new PasswordHasher(), clock, { NODE_ENV: mode });

describe('a trial database that is started again', () => {
  it('is left as it is when no time has passed, and goes on when some has', async () => {
    expect(await seed(trialEnvironment(database, NOW), pino({ level: 'warn' }), silent)).toBe(true);
    const before = await fingerprint();
    expect(await playedAt(NOW)).toEqual({ moved: 0, refusals: [] });
    expect(await fingerprint()).toBe(before);

    const next = await playedAt(TOMORROW);
    expect(next?.refusals).toEqual([]);
    expect(next?.moved).toBeGreaterThan(40);
  }, 400_000);

  it('goes on where it was when it was stopped in the middle, and lives all the while', async () => {
    const first = await EvaluationApp.start(database, NOW);
    await untilSomething();
    expect(await first.isLive()).toBe(true);
    await first.close();
    const half = await fingerprint();
    await playedAt(NOW);
    const whole = await fingerprint();
    expect(half).not.toBe(whole);

    await database.close();
    database = await openDatabase();
    await playedAt(NOW);
    expect(await fingerprint()).toBe(whole);
  }, 400_000);

  it('leaves alone what a visitor has taken into his own hands', async () => {
    const app = await EvaluationApp.start(database, NOW);
    await app.evaluation.done;
    const browser = app.browser();
    await browser.signIn('xuly', { password: EVALUATION_PASSWORD });
    const [open] = await database.asRoot<{ id: string; version: number }>(
      `select id, version from dossier where state = 'processing'
         and unit_id = (select id from unit where code = 'H24.99') order by id limit 1`,
    );
    const route = `/api/v1/dossiers/${open?.id}/note`;
    const sent = { text: 'Đã gọi cho người nộp' };
    const match = { 'if-match': `"${open?.version}"` };
    const { status, body } = await browser.post<CreatedDossier>(route, sent, match);
    expect([status, body.version]).toEqual([200, (open?.version ?? 0) + 1]);
    await app.close();

    await playedAt('2026-03-19T11:00:00+07:00');
    const [later] = await database.asRoot<{ version: number }>(
      'select version from dossier where id = $1',
      [open?.id],
    );
    expect(later?.version).toBe(body.version);
  }, 400_000);
});

describe('the systems a trial commune follows live', () => {
  it('have just been asked, and what they speak of is looked at again', async () => {
    await playedAt(NOW);
    const later = new FixedClock(TOMORROW);
    const [{ id } = { id: 0 }] = await database.asRoot<{ id: number }>(
      `select id from unit where code = 'H24.99'`,
    );
    await new LiveSources(database.tenancy, later, pino({ level: 'silent' })).ask(id);
    const told = await database.asRoot<{ asOf: Date; signalAt: Date }>(
      `select distinct record.as_of as "asOf", next_signal_at as "signalAt" from source_record as record
       join dossier on dossier.unit_id = record.unit_id and dossier.id = dossier_id
       where finished_at = 'infinity' and record.source = any ($1) and record.unit_id = $2`,
      [LIVE_SOURCES, id],
    );
    const at = new Date(later.officeNow());
    expect(told).toEqual([{ asOf: at, signalAt: at }]);
  }, 400_000);
});

describe('evaluation accounts', () => {
  it('are made once, and what was taken from them since stays taken', async () => {
    await founderIn('development').found();
    await database.asRoot(`delete from membership where 'cityReader' = any (roles)`);
    await founderIn('development').found();
    const [row] = await database.asRoot<{ people: number; members: number }>(
      `select (select count(*)::int from office_user) as people,
         (select count(*)::int from membership) as members`,
    );
    expect(row).toEqual({ people: evaluationAccounts().length, members: 8 });
  });

  it('have mailboxes that lead nowhere, and none again once somebody has taken it away', async () => {
    const boxes = () =>
      database.asRoot<{ email: string | null }>('select email from contact order by email');
    await founderIn('development').found();
    const found = await boxes();
    expect(found).toHaveLength(evaluationAccounts().length);
    expect(found.filter(({ email }) => email?.endsWith('@xa-mau.example') !== true)).toEqual([]);
    await database.asRoot('update contact set email = null');
    await founderIn('development').found();
    expect((await boxes()).filter(({ email }) => email !== null)).toEqual([]);
  });

  it('are neither made nor borne in production', async () => {
    await expect(founderIn('production').found()).rejects.toThrow('No evaluation data are made');
    await expect(founderIn('production').refuseInProduction()).resolves.toBeUndefined();
    await founderIn('development').found();
    await expect(founderIn('production').refuseInProduction()).rejects.toThrow(
      'This database holds evaluation accounts.',
    );
  });

  it('are not put among people who work in earnest', async () => {
    await database.asRoot(
      `insert into office_user (id, username, display_name) values ($1, 'lan', 'Lan')`,
      [FRIEND],
    );
    await expect(founderIn('development').found()).rejects.toThrow('already has users of its own');
  });
});
