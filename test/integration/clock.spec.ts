import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { officeTimeSchema } from '#contract/clock';
import { formatInstant, instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../../backend/src/platform/clock/clock.ts';
import { officeTimeOf } from '../../backend/src/platform/clock/office-time.ts';
import { type TestDatabase, openDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';
import { layOutWorkshop } from '../support/workshop.module.ts';
import { openWorkshop } from '../support/workshop.ts';

const SETTING = '2026-01-15T07:30:00+07:00@600';
const OFFICE_SECOND = 1_000;
// What passes in the office while a test takes a real second or two.
const SOON = 1_800 * OFFICE_SECOND;

let database: TestDatabase;
const open: INestApplicationContext[] = [];

beforeAll(async () => {
  database = await openDatabase();
  await layOutWorkshop(database);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((context) => context.close()));
});
afterAll(() => database.close());

const started = async (variables: Record<string, string> = {}): Promise<Clock> => {
  const context = await openWorkshop(
    {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      QUEUE: 'off',
      ...variables,
    },
    { api: true, worker: false },
  );
  open.push(context);
  return context.get<Clock>(CLOCK);
};

const wall = (clock: Clock): string => formatInstant(instant(clock.officeNow()));

describe('the office clock', () => {
  it('is the machine’s where nobody moved it', async () => {
    const clock = await started();
    expect(Math.abs(clock.officeNow() - clock.machineNow())).toBeLessThan(50);
    expect(clock.officeRate()).toBe(1);
  });

  it('runs from the moment it was set to, as fast as it was told', async () => {
    const clock = await started({ MOTCUA_CLOCK: SETTING });
    expect(wall(clock)).toMatch(/^2026-01-15T(07|08)/);
    expect(officeTimeSchema.parse(officeTimeOf(clock)).rate).toBe(600);
    const [office, machine] = [clock.officeNow(), clock.machineNow()];
    await until(
      () => clock.machineNow() - machine,
      (passed) => passed >= 300,
    );
    const ratio = (clock.officeNow() - office) / (clock.machineNow() - machine);
    expect(ratio).toBeGreaterThan(550);
    expect(ratio).toBeLessThan(650);
  });

  it('goes on after a restart with the same setting, and does not begin again', async () => {
    const before = await started({ MOTCUA_CLOCK: SETTING });
    await until(
      () => before.officeNow(),
      (now) => now > Date.parse('2026-01-15T07:45:00+07:00'),
    );
    await open.pop()?.close();
    const left = before.officeNow();
    const after = await started({ MOTCUA_CLOCK: SETTING });
    expect(after.officeNow()).toBeGreaterThanOrEqual(left);
  });

  it('is one for all processes, also for one that was told nothing', async () => {
    const told = await started({ MOTCUA_CLOCK: SETTING });
    const untold = await started();
    await until(
      () => untold.officeRate(),
      (rate) => rate === 600,
    );
    expect(Math.abs(told.officeNow() - untold.officeNow())).toBeLessThan(SOON);
    expect(told.officeNow() - untold.officeNow()).toBeLessThan(50 * 600);
  });

  it('is set anew for everybody by another setting', async () => {
    const other = await started();
    const clock = await started({ MOTCUA_CLOCK: '2026-06-01T07:30:00+07:00@0' });
    await until(
      () => wall(clock),
      (text) => text === '2026-06-01T07:30:00+07:00',
    );
    await until(
      () => wall(other),
      (text) => text === '2026-06-01T07:30:00+07:00',
      10_000,
    );
  });

  it('leaves machine time alone', async () => {
    const clock = await started();
    expect(Math.abs(clock.machineNow() - Date.now())).toBeLessThan(50);
  });

  it('is not taken for real work: production refuses a database whose clock was moved', async () => {
    await expect(started({ NODE_ENV: 'production' })).rejects.toThrow(
      'Office time of this database',
    );
  });

  it('is the machine’s again when somebody says so', async () => {
    const clock = await started({ MOTCUA_CLOCK: 'real' });
    await until(
      () => Math.abs(clock.officeNow() - clock.machineNow()),
      (gap) => gap < 50,
    );
    await open.pop()?.close();
    expect(
      Math.abs((await started({ NODE_ENV: 'production' })).officeNow() - Date.now()),
    ).toBeLessThan(50);
  });
});
