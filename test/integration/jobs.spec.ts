import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { type JobAnswer, jobRefSchema, jobSchema, jobsPath } from '#contract/jobs';
import { type Problem } from '#contract/problem';
import { JobService } from '../../backend/src/jobs/index.ts';
import { JobStore } from '../../backend/src/jobs/job-store.ts';
import { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { declareJob } from '../../backend/src/platform/queue/job.ts';
import { OfficeApp } from '../support/office-app.ts';

const clerk = { kind: 'user', id: randomUUID() };
// Nobody here does it: the job stays as the test leaves it.
const stamp = declareJob({ name: 'stamp.some', payload: jobRefSchema, lane: 'long' });
const targets = ['d1', 'd2', 'd3'];
const going = new AbortController().signal;

let office: OfficeApp;
let here: number;
let there: number;
let jobs: JobService;

beforeAll(async () => {
  office = await OfficeApp.open();
  const city = await office.unit({ code: 'H24', kind: 'city' });
  here = await office.unit({ code: 'H24.01', parentId: city });
  there = await office.unit({ code: 'H24.02' });
  await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  await office.person('noikhac', { unitId: there, roles: ['reception'] });
  await office.person('quansat', { unitId: here, roles: ['observer'] });
  await office.person('quantri', { unitId: city, roles: ['admin'] });
  await office.person('thanhpho', { unitId: city, roles: ['cityReader'] });
  jobs = office.application.app.get(JobService, { strict: false });
});
afterAll(() => office.close());

const asked = (): Promise<string> =>
  jobs.create({ job: stamp, unitId: here, actor: clerk, request: { command: 'assign' }, targets });

const seenBy = async (username: string, jobId: string) => {
  const browser = await office.signedIn(username);
  return browser.get<JobAnswer | Problem>(`${jobsPath}/${jobId}`);
};

describe('a job', () => {
  it('waits, and says of how many things', async () => {
    const { status, body } = await seenBy('tiepnhan', await asked());
    expect(status).toBe(200);
    expect(jobSchema.parse(body)).toEqual({ state: 'queued', done: 0, total: 3, results: [] });
  });

  it('tells what became of each thing, as its own request would have been answered', async () => {
    const jobId = await asked();
    await jobs.run(
      { unitId: here, jobId },
      ({ target, place, request }) => {
        z.strictObject({ command: z.literal('assign') }).parse(request);
        return Promise.resolve(
          place === 1
            ? { id: target, status: 404, code: 'not-found' }
            : { id: target, status: 200, version: 2 },
        );
      },
      going,
    );
    expect((await seenBy('tiepnhan', jobId)).body).toEqual({
      state: 'done',
      done: 3,
      total: 3,
      results: [
        { id: 'd1', status: 200, version: 2 },
        { id: 'd2', status: 404, code: 'not-found' },
        { id: 'd3', status: 200, version: 2 },
      ],
    });
  });

  it('goes on after a failure where it stopped', async () => {
    const jobId = await asked();
    const done: string[] = [];
    let isBroken = true;
    const run = () =>
      jobs.run(
        { unitId: here, jobId },
        ({ target }) => {
          if (target === 'd2' && isBroken) return Promise.reject(new Error('no database'));
          done.push(target);
          return Promise.resolve({ id: target, status: 200 });
        },
        going,
      );
    await expect(run()).rejects.toThrow('no database');
    expect((await seenBy('tiepnhan', jobId)).body).toMatchObject({ state: 'queued', done: 1 });
    isBroken = false;
    await run();
    expect(done).toEqual(['d1', 'd2', 'd3']);
  });

  it('is given up after ten failures, never for a kill', async () => {
    const jobId = await asked();
    const run = () =>
      jobs.run({ unitId: here, jobId }, () => Promise.reject(new Error('broken')), going);
    for (let failure = 1; failure <= 10; failure += 1) await expect(run()).rejects.toThrow();
    expect((await seenBy('tiepnhan', jobId)).body).toMatchObject({ state: 'failed', done: 0 });
  });

  it('is done by one worker though it is delivered twice at once', async () => {
    const jobId = await asked();
    const done: string[] = [];
    const run = () =>
      jobs.run(
        { unitId: here, jobId },
        ({ target }) => {
          done.push(target);
          return Promise.resolve({ id: target, status: 200 });
        },
        going,
      );
    await Promise.all([run(), run(), run()]);
    await run();
    expect(done).toEqual(['d1', 'd2', 'd3']);
  });

  it('stays with whoever took it, though another read the clock a moment before', async () => {
    const job = { unitId: here, jobId: await asked() };
    const store = new JobStore(office.application.app.get(Tenancy, { strict: false }));
    const moment = (now: number) => ({ now, until: now + 5_000, officeNow: now });
    const claim = (at: ReturnType<typeof moment>) => store.claim(job, randomUUID(), at);
    expect(await claim(moment(1_000_000))).toBeDefined();
    expect(await claim(moment(999_999))).toBeUndefined();
    expect(await claim(moment(996_000))).toBeUndefined();
    // Set back by more than two machines ever differ: nobody keeps it.
    expect(await claim(moment(500_000))).toBeDefined();
  });

  it('does not exist for another unit, and not for a made-up id', async () => {
    const others = await seenBy('noikhac', await asked());
    const nobodys = await seenBy('tiepnhan', randomUUID());
    const noId = await seenBy('tiepnhan', 'latest');
    for (const { status, body } of [others, nobodys, noId]) {
      expect(status).toBe(404);
      expect(body).toMatchObject({ code: 'not-found' });
    }
  });

  it('is about dossiers: whoever only looks after the unit finds none', async () => {
    const jobId = await asked();
    for (const username of ['quantri', 'thanhpho']) {
      const { status, body } = await seenBy(username, jobId);
      expect([status, body]).toMatchObject([404, { code: 'not-found' }]);
    }
    expect((await seenBy('quansat', jobId)).status).toBe(200);
  });

  it('is for people who have signed in', async () => {
    expect((await office.browser().get(`${jobsPath}/${randomUUID()}`)).status).toBe(401);
  });
});
