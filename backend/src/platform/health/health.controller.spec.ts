import { describe, expect, it } from '@jest/globals';
import { FixedClock } from '../../../../test/support/fixed-clock.ts';
import type { DatabaseService } from '../database/database.service.ts';
import { HealthController } from './health.controller.ts';

const controller = (clock: FixedClock, answers: boolean) => {
  const database: Pick<DatabaseService, 'answersWithin'> = {
    answersWithin: (limitMs) => {
      clock.advance(answers ? 3 : limitMs);
      return Promise.resolve(answers);
    },
  };
  return new HealthController(clock, database);
};

describe('health', () => {
  it('counts how long the product has been up', () => {
    const clock = new FixedClock('2026-01-15T07:30:00+07:00');
    const health = controller(clock, true);
    clock.advance(61_900);
    expect(health.live()).toMatchObject({ status: 'live', uptimeSeconds: 61 });
  });

  it('is ready when the database answers', async () => {
    const clock = new FixedClock('2026-01-15T07:30:00+07:00');
    expect(await controller(clock, true).ready()).toEqual({
      status: 'ready',
      checks: [{ name: 'database', ok: true, elapsedMs: 3 }],
    });
  });

  it('waits one second for the database, no longer', async () => {
    const clock = new FixedClock('2026-01-15T07:30:00+07:00');
    await expect(controller(clock, false).ready()).rejects.toMatchObject({
      code: 'not-ready',
      facts: { waitingFor: 'database', elapsedMs: 1_000 },
    });
  });
});
