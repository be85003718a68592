import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierDetail } from '#contract/dossiers';
import type { JobAnswer } from '#contract/jobs';
import type { Problem } from '#contract/problem';
import { CommandManyJob } from '../../backend/src/dossiers/many/command-many.job.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let reception: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  reception = `reception@${unit}`;
});
afterAll(() => app.close());

const order = <Body = { jobId: string }>(body: object, headers = {}) =>
  app.ask<Body>(reception, 'POST /api/v1/dossiers/commands', { body, headers });
const work = (jobId: string) =>
  app.get(CommandManyJob).handle({ unitId: unit, jobId }, { signal: new AbortController().signal });
const job = async (jobId: string) =>
  (await app.ask<JobAnswer>(reception, `GET /api/v1/jobs/${jobId}`)).body;

describe('one command for many dossiers', () => {
  it('is a job that does each as if it had been asked alone, and once however often it runs', async () => {
    const [open, done] = [await app.received(reception), await app.received(reception)];
    await app.done(reception, done, 'withdraw');
    const missing = '0190c000-0000-7000-8000-00000000dead';
    const body = { ids: [open.id, done.id, missing], command: 'withdraw', body: {} };
    const headers = { 'idempotency-key': 'many-1' };
    const { status, body: ordered } = await order(body, headers);
    expect(status).toBe(202);
    expect((await order(body, headers)).body).toEqual(ordered);
    expect(await job(ordered.jobId)).toMatchObject({ state: 'queued', done: 0, total: 3 });
    await work(ordered.jobId);
    await work(ordered.jobId);
    expect(await job(ordered.jobId)).toMatchObject({
      ...{ state: 'done', done: 3, total: 3 },
      results: [
        { id: open.id, status: 200, version: 2 },
        { id: done.id, status: 409, code: 'act-not-allowed-in-state' },
        { id: missing, status: 404, code: 'not-found' },
      ],
    });
  });

  it('may be meant by a filter', async () => {
    const { id } = await app.received(reception, { procedureCode: '2.000815' });
    const filter = { procedure: '2.000815', state: 'received' };
    const { body } = await order({ filter, command: 'note', body: { text: 'Đã gọi điện' } });
    await work(body.jobId);
    expect(await job(body.jobId)).toMatchObject({ state: 'done', total: 1 });
    const seen = await app.ask<DossierDetail>(reception, `GET /api/v1/dossiers/${id}`);
    expect(seen.body.version).toBe(2);
  });

  it('is ordered once by requests that come at the same moment', async () => {
    const { id } = await app.received(reception);
    const headers = { 'idempotency-key': 'many-twins' };
    const body = { ids: [id], command: 'note', body: { text: 'Đã gọi điện' } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => order(body, headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map((each) => each.body.jobId)).size).toBe(1);
  });

  it('reaches every dossier the filter names, however many there are', async () => {
    const { id } = await app.received(reception, { procedureCode: '9.000777' });
    await app.database.asRoot(
      `insert into dossier select (jsonb_populate_record(dossier, jsonb_build_object(
           'id', gen_random_uuid(), 'code', 'MC.H24.99-260302-X' || number))).*
         from dossier cross join generate_series(1, 5200) as number where id = $1`,
      [id],
    );
    const filter = { procedure: '9.000777' };
    const { body } = await order({ filter, command: 'note', body: { text: 'Đã gọi điện' } });
    expect((await job(body.jobId)).total).toBe(5201);
    // They have no events of their own, and whoever verifies the house afterwards must not stumble.
    await app.database.asRoot(`delete from dossier where code like 'MC.H24.99-260302-X%'`);
  });

  it('reaches nothing where the filter names another unit', async () => {
    const filter = { unitId: 999_999 };
    const body = { unitId: unit, filter, command: 'withdraw', body: {} };
    expect((await order<Problem>(body)).status).toBe(404);
  });

  it('tells a number against a rule of each dossier, as if it had been asked alone', async () => {
    const { id } = await app.received(reception);
    const ordered = await order({ ids: [id], command: 'charge-fee', body: { amount: -1 } });
    await work(ordered.body.jobId);
    const { results } = await job(ordered.body.jobId);
    expect(results).toMatchObject([{ id, status: 422, code: 'amount-not-whole' }]);
  });

  it('keeps what officers write out of the job', async () => {
    const { id } = await app.received(reception);
    await order({ ids: [id], command: 'note', body: { text: 'Ông Trần Văn Kín đã đến' } });
    const [row] = await app.database.asRoot<{ told: string }>(
      `select (select json_agg(j)::text from job j) || (select json_agg(o)::text from outbox o) as told`,
    );
    expect(row?.told).not.toContain('Kín');
  });

  it('is refused at once where it is wrong for all of them', async () => {
    const { id } = await app.received(reception);
    expect((await order({ ids: [id], command: 'note', body: {} })).status).toBe(400);
    expect(
      (await order({ ids: [id], command: 'void', body: { version: 1, reason: 'x' } })).status,
    ).toBe(403);
    const nothing = await order<Problem>({ command: 'withdraw', body: {} });
    expect(nothing).toMatchObject({ status: 422, body: { code: 'target-required' } });
  });
});
