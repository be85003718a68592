import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportAnswer } from '#contract/imports';
import { TITLES, row, table } from '../support/import-desk.ts';
import { until } from '../support/until.ts';
import type { Clerk } from './kit/clerk.ts';
import type { Door } from './kit/door.ts';
import { noteOnAll, notesOf, untilDone } from './kit/jobs.ts';
import { BreakableOffice } from './kit/office.ts';
import { receiveMany } from './kit/receipts.ts';
import { scale } from './kit/scale.ts';

const CLERKS = 4;
const DOSSIERS = CLERKS * scale(40);
const KILLS = 3;
const ROWS = scale(600);
const IMPORTS = '/api/v1/imports';

let office: BreakableOffice;
let worker: Door;
let clerk: Clerk;
let ids: readonly string[];

beforeAll(async () => {
  office = await BreakableOffice.found();
  const api = await office.door({ door: 'api' });
  await office.unit('H24.77', 'can-bo', ['reception', 'dataOfficer']);
  clerk = office.clerk(api);
  const each = DOSSIERS / CLERKS;
  const clerks = Array.from({ length: CLERKS }, () => receiveMany(office.clerk(api), each));
  ids = (await Promise.all(clerks)).flat().map(({ id }) => id);
  worker = await office.door({ door: 'worker' });
});
afterAll(() => office.close());

describe('a command for many dossiers', () => {
  it('is carried out once on each, though the worker is killed again and again', async () => {
    const jobId = await noteOnAll(clerk, ids, 'Đã gọi điện');
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const enough = (kill * DOSSIERS) / (KILLS + 1);
      await untilDone(office, jobId, ({ done }) => done >= enough);
      await worker.kill();
      await worker.reopen();
    }
    const job = await untilDone(office, jobId, ({ state }) => state === 'done');
    expect(job).toEqual({ state: 'done', done: DOSSIERS, total: DOSSIERS });
    expect(await notesOf(office)).toEqual([{ notes: 1, dossiers: DOSSIERS }]);
    expect(await office.findings()).toBe('');
  });
});

describe('a list that is taken over', () => {
  const imported = async (id: string): Promise<ImportAnswer> =>
    (await clerk.ask<ImportAnswer>({ method: 'GET', path: `${IMPORTS}/${id}` })).body;

  it('is taken over whole, though the database is killed and stopped in the middle', async () => {
    const rows = Array.from({ length: ROWS }, (_, index) => row(index + 1));
    const { body } = await clerk.ask<{ readonly id: string }>({
      path: IMPORTS,
      body: { profile: 'dossiers-national', text: table(TITLES, ...rows) },
      key: randomUUID(),
    });
    const breaks = [() => office.server.killAndRestart(), () => office.server.stopAndRestart()];
    for (const [index, harm] of breaks.entries()) {
      const enough = (index * ROWS) / 2;
      await until(
        () => imported(body.id),
        ({ counts }) => counts.done > enough,
        120_000,
      );
      await harm();
    }
    const { counts } = await until(
      () => imported(body.id),
      ({ state }) => state === 'done',
      120_000,
    );
    expect(counts).toMatchObject({ rows: ROWS, new: ROWS, wrong: 0, done: ROWS });
    const [kept] = await office.ask<{ dossiers: number; told: number }>(
      `select count(*)::int as dossiers, count(distinct code)::int as told from dossier
       where official_code is not null`,
    );
    expect(kept).toEqual({ dossiers: ROWS, told: ROWS });
    expect(await office.findings()).toBe('');
  });
});
