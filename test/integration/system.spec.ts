import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemPath, systemStatusSchema, type SystemStatus } from '#contract/system';
import { OfficeApp } from '../support/office-app.ts';
import { until } from '../support/until.ts';

describe.each([
  ['with its queue', {}],
  ['without a queue', { QUEUE: 'off' }],
] as const)('how the product is doing, %s', (_how, environment) => {
  let office: OfficeApp;
  beforeAll(async () => {
    office = await OfficeApp.open(environment);
    const unitId = await office.unit({ code: 'H24.99' });
    await office.person('quantri', { unitId, roles: ['admin'] });
    await office.person('xuly', { unitId, roles: ['processing', 'director'] });
  });
  afterAll(() => office.close());

  const told = async (): Promise<SystemStatus> => {
    const browser = await office.signedIn('quantri');
    return systemStatusSchema.parse((await browser.get(systemPath)).body);
  };

  it('is told to administrators: what runs, when it last did, and how far it is behind', async () => {
    // An office that is just beginning may be too busy to answer itself within the second it has.
    const status = await until(
      told,
      ({ rounds, status: how, sweepLagSeconds }) =>
        how === 'ready' && sweepLagSeconds === 0 && rounds.every(({ by }) => by !== null),
    );
    expect(status.rounds.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['alert.sweep', 'delivery.send', 'outbox.relay', 'schedule.fire']),
    );
    expect(status.rounds.every(({ failures }) => failures === 0)).toBe(true);
    expect(status.workers).toHaveLength(1);
    const tidying = status.schedules.find(({ name }) => name === 'platform.tidyUp');
    expect(tidying?.nextAt).toMatch(/T02:10:00\+07:00$/);
    const lanes = status.queue.lanes?.map(({ lane }) => lane);
    expect(lanes).toEqual(['prompt', 'long']);
  });

  it('misses processes that stopped without a word, wherever they ran', async () => {
    const beats = (): Promise<readonly object[]> =>
      office.database.asRoot('select worker from worker_pulse');
    await until(beats, (rows) => rows.length === 1);
    for (const worker of [randomUUID(), randomUUID()]) {
      await office.database.asRoot(
        `insert into worker_pulse (worker, begun_at, heard_at, rounds) values ($1, $2, $3, '[]')`,
        [worker, '2026-01-01T00:00:00Z', new Date(Date.now() - 60_000).toISOString()],
      );
    }
    // The one that runs here may have begun in the place of one of them, never of both.
    const { workers } = await told();
    expect(workers.filter(({ isMissed }) => isMissed).length).toBeGreaterThanOrEqual(1);
    expect(workers.filter(({ isMissed }) => !isMissed)).toHaveLength(1);
  });

  it('is nobody else’s to see, and names no person and no place', async () => {
    const browser = await office.signedIn('xuly');
    expect((await browser.get(systemPath)).status).toBe(403);
    expect(JSON.stringify(await told())).not.toMatch(/quantri|xuly|postgres:\/\/|127\.0\.0\.1/);
  });
});
