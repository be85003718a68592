import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierAnswer } from '#contract/dossiers';
import type { Clerk } from './kit/clerk.ts';
import type { Door } from './kit/door.ts';
import { noteOnAll, untilDone } from './kit/jobs.ts';
import { BreakableOffice } from './kit/office.ts';
import { receiveMany } from './kit/receipts.ts';

const HOUR_MS = 3_600_000;
const HEARD_MS = 200;
/** How long the office may take to find its pace again, in seconds nobody has set. */
const RECOVERY_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'motcua-clock-'));
const file = join(folder, 'offset');
let office: BreakableOffice;
let door: Door;
let dossier: Pick<DossierAnswer, 'id' | 'version'>;

const step = async (offsetMs: number): Promise<void> => {
  writeFileSync(file, String(offsetMs));
  await pause(HEARD_MS);
};

beforeAll(async () => {
  writeFileSync(file, '0');
  office = await BreakableOffice.found();
  const environment = { MOTCUA_FAULTS_CLOCK: file };
  door = await office.door({ before: './stepped-clock.mjs', environment });
  await office.unit('H24.77', 'can-bo', ['reception', 'processing', 'director']);
  const [received] = await receiveMany(office.clerk(door), 1);
  if (received === undefined) throw new Error('nothing was received');
  dossier = received;
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

const moved = async (clerk: Clerk, command: string, body: object) => {
  const path = `/api/v1/dossiers/${dossier.id}/${command}`;
  const answer = await clerk.ask<DossierAnswer>({ path, body, version: dossier.version });
  expect([command, answer.status, answer.status === 200 || answer.body]).toEqual([
    command,
    200,
    true,
  ]);
  dossier = answer.body;
};

describe('an office whose clock is set', () => {
  it.each([
    ['two hours ahead', 2 * HOUR_MS],
    ['an hour back', -HOUR_MS],
    ['a day ahead', 24 * HOUR_MS],
    ['right again', 0],
  ])('%s goes on receiving, moving and working through its jobs', async (what, offsetMs) => {
    await step(offsetMs);
    const clerk = office.clerk(door);
    const received = await receiveMany(clerk, 5);
    await moved(clerk, 'request-supplement', { items: 'Bản chính', reason: 'Thiếu bản chính' });
    await moved(clerk, 'receive-supplement', {});
    const ids = received.map(({ id }) => id);
    const jobId = await noteOnAll(clerk, ids, what);
    const job = await untilDone(office, jobId, ({ state }) => state === 'done', RECOVERY_MS);
    expect(job.done).toBe(5);
    expect(clerk.failures).toEqual([]);
    expect(await office.findings()).toBe('');
  });

  it('has seen to every time of its schedules once', async () => {
    const runs = await office.ask<{ schedule: string; open: number }>(
      `select schedule, count(*) filter (where finished_at is null)::int as open
       from schedule_run group by schedule`,
    );
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.filter(({ open }) => open > 0)).toEqual([]);
  });
});
