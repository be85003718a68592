import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { livePath } from '#contract/health';
import { type TestDatabase, openDatabase } from '../support/database.ts';
import { Doors, addressIn, says } from '../support/doors.ts';

let database: TestDatabase;
let doors: Doors;

beforeAll(async () => {
  database = await openDatabase();
  doors = new Doors(database);
});
afterAll(async () => {
  doors.killAll();
  await database.close();
});

jest.setTimeout(240_000);

describe('the doors of the product', () => {
  it('open one by one, against one database, and close in time', async () => {
    const [api, worker, second] = [
      doors.start('main.ts', 'api'),
      doors.start('main.ts', 'worker'),
      doors.start('main.ts', 'worker'),
    ];
    await says(api, '"queue":"postgresql","works":false');
    for (const door of [worker, second]) await says(door, '"queue":"postgresql","works":true');
    const live = await fetch(addressIn(api.said()) + livePath);
    expect(live.status).toBe(200);
    expect(worker.said()).not.toContain('http://');
    const from = performance.now();
    for (const door of [api, worker, second]) door.close();
    expect(await Promise.all([api.ended, worker.ended, second.ended])).toEqual([0, 0, 0]);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('are both open when nobody names one', async () => {
    const door = doors.start('main.ts');
    await says(door, '"queue":"postgresql","works":true');
    expect(addressIn(door.said())).not.toBe('');
    door.close();
    expect(await door.ended).toBe(0);
  });

  it('are told apart from what is no door, in words for a person', async () => {
    const door = doors.start('main.ts', 'window');
    expect(await door.ended).toBe(1);
    expect(door.complained()).toContain('Không có cửa nào tên là "window"');
    expect(door.complained()).toContain('There is no door called "window"');
  });
});
