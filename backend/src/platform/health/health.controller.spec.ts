import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { FixedClock } from '../../../../test/support/fixed-clock.ts';
import { Beginnings } from './beginnings.ts';
import { HealthController } from './health.controller.ts';
import type { VitalSigns } from './vital-signs.service.ts';

const WELL: VitalSigns = { outbox: { open: 2, lagSeconds: 0.4 }, queue: [], skewMs: 12 };

const clockOf = () => new FixedClock('2026-01-15T07:30:00+07:00');

const controller = (
  signs: Partial<VitalSigns> = {},
  clock = clockOf(),
  answers = true,
  beginnings = new Beginnings(),
) =>
  new HealthController(
    clock,
    {
      queueKind: 'redis',
      databaseAnswers: () => {
        clock.advance(answers ? 3 : 1_000);
        return Promise.resolve(answers);
      },
      read: () => Promise.resolve({ ...WELL, ...signs }),
    },
    beginnings,
    pino({ level: 'silent' }),
  );

const failing = async (signs: Partial<VitalSigns>): Promise<readonly string[]> => {
  const { status, checks } = await controller(signs).ready();
  expect(status).toBe('degraded');
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
};

describe('health', () => {
  it('counts how long the product has been up', () => {
    const clock = clockOf();
    const health = controller({}, clock);
    clock.advance(61_900);
    expect(health.live()).toMatchObject({ status: 'live', uptimeSeconds: 61 });
  });

  it('is ready when everything answers, and says how it looks', async () => {
    expect(await controller().ready()).toEqual({
      status: 'ready',
      checks: [
        { name: 'database', ok: true, elapsedMs: 3 },
        { name: 'migrations', ok: true },
        { name: 'queue', ok: true, kind: 'redis' },
        { name: 'outbox', ok: true, open: 2, lagSeconds: 0 },
        { name: 'clock', ok: true, skewMs: 12 },
      ],
    });
  });

  it('waits one second for the database, no longer', async () => {
    await expect(controller({}, clockOf(), false).ready()).rejects.toMatchObject({
      code: 'not-ready',
      facts: { waitingFor: 'database', elapsedMs: 1_000 },
    });
  });
});

describe('an office that is just being made', () => {
  it.each([
    ['well', () => Promise.resolve(undefined)],
    ['badly', () => Promise.reject(new Error('no room left'))],
  ] as const)('is not ready until that has ended, %s', async (_how, ending) => {
    const beginnings = new Beginnings();
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    beginnings.await('people', promise);
    const health = controller({}, clockOf(), true, beginnings);
    await expect(health.ready()).rejects.toMatchObject({
      code: 'not-ready',
      facts: { waitingFor: 'people' },
    });
    ending().then(resolve, reject);
    await promise.catch(() => undefined);
    await expect(health.ready()).resolves.toMatchObject({ status: 'ready' });
  });
});

describe('an office that can still be served', () => {
  it.each([
    ['whose queue is away', { queue: undefined }, ['queue']],
    ['whose orders nobody takes', { outbox: { open: 40, lagSeconds: 61 } }, ['outbox']],
    ['that cannot say how many orders wait', { outbox: undefined }, ['outbox']],
    ['whose clock is 6 s ahead of the database’s', { skewMs: -6_000 }, ['clock']],
    ['whose clock is 6 s behind it', { skewMs: 6_000 }, ['clock']],
  ] as const)('%s is degraded, not closed', async (_which, signs, expected) => {
    expect(await failing(signs)).toEqual(expected);
  });

  it.each([
    ['orders that wait for a minute', { outbox: { open: 1, lagSeconds: 60 } }],
    ['a clock that differs by 5 s', { skewMs: 5_000 }],
  ])('has nothing to tell of %s', async (_what, signs) => {
    expect((await controller(signs).ready()).status).toBe('ready');
  });
});

describe('a clock more than a minute away from the database’s', () => {
  it.each([60_001, -60_001])('closes the door: %d ms', async (skewMs) => {
    await expect(controller({ skewMs }).ready()).rejects.toMatchObject({
      code: 'not-ready',
      facts: { waitingFor: 'clock', skewMs },
    });
  });
});
