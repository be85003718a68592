import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { JobService } from '../../backend/src/jobs/index.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { queuePlaces } from '../support/queue-places.ts';
import { until } from '../support/until.ts';
import { type WorkerProcess, startWorker } from '../support/worker-process.ts';
import { layOutWorkshop, stampAll } from '../support/workshop.module.ts';
import { openWorkshop } from '../support/workshop.ts';

const clerk = { kind: 'user', id: '0197c5a0-7d1e-7000-8000-000000000001' };

let database: TestDatabase;
let unitId: number;

beforeAll(async () => {
  database = await openDatabase();
  unitId = await aUnitRow(database, 'H24.01');
  await layOutWorkshop(database);
});
afterAll(() => database.close());

describe.each(queuePlaces(() => database))('a job on $kind', (place) => {
  const environment = () => ({
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ...place.environment(),
  });
  let office: INestApplicationContext;
  const workers: WorkerProcess[] = [];

  beforeAll(async () => {
    await place.forget();
    office = await openWorkshop(environment(), { api: true, worker: false });
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await office.close();
  });

  const asked = (count: number): Promise<string> =>
    office.get(JobService).create({
      job: stampAll,
      unitId,
      actor: clerk,
      request: { command: 'assign' },
      targets: Array.from({ length: count }, (_, number) => `d${number}`),
    });

  const progress = async (jobId: string) => {
    const job = await office.get(JobService).find([unitId], jobId);
    if (job === undefined) throw new Error('the job is gone');
    return job;
  };

  const doneBy = (jobId: string, count: number) =>
    until(
      () => progress(jobId),
      ({ done }) => done >= count,
      15_000,
    );

  const stamps = (table: 'stamp' | 'stamp_try', jobId: string) =>
    database.asRoot<{ target: string }>(`select target from ${table} where key like $1`, [
      `job-${jobId}-%`,
    ]);

  it('is done once in effect though its worker is killed three times', async () => {
    const jobId = await asked(60);
    for (let kill = 1; kill <= 3; kill += 1) {
      const worker = await startWorker(environment());
      await doneBy(jobId, kill * 10);
      await worker.kill();
    }
    workers.push(await startWorker(environment()));
    const job = await until(
      () => progress(jobId),
      ({ state }) => state === 'done',
      30_000,
    );
    expect(job).toMatchObject({ done: 60, total: 60 });
    expect(job.results.map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, n) => `d${n}`));
    expect(await stamps('stamp', jobId)).toHaveLength(60);
    // What was under way at a kill is begun again, nothing else is.
    expect((await stamps('stamp_try', jobId)).length).toBeLessThanOrEqual(63);
  });

  it('goes on with another worker when one is frozen, and the frozen one does no harm', async () => {
    const frozen = workers[0];
    if (frozen === undefined) throw new Error('no worker is here');
    const jobId = await asked(40);
    await doneBy(jobId, 5);
    frozen.pause();
    const other = await startWorker(environment());
    workers.push(other);
    await until(
      () => progress(jobId),
      ({ state }) => state === 'done',
      30_000,
    );
    frozen.goOn();
    const next = await asked(3);
    await until(
      () => progress(next),
      ({ state }) => state === 'done',
      30_000,
    );
    expect(await progress(jobId)).toMatchObject({ state: 'done', done: 40 });
    expect(await stamps('stamp', jobId)).toHaveLength(40);
  });

  it('is shared by two workers without being done twice', async () => {
    const jobs = await Promise.all([asked(10), asked(10), asked(10)]);
    for (const jobId of jobs) {
      await until(
        () => progress(jobId),
        ({ state }) => state === 'done',
        30_000,
      );
      expect(await stamps('stamp_try', jobId)).toHaveLength(10);
    }
  });
});
