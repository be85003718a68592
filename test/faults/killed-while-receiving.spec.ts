import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BreakableOffice } from './kit/office.ts';
import { type Received, numbersOf, receiveMany, upTo } from './kit/receipts.ts';
import { scale } from './kit/scale.ts';
import type { Clerk } from './kit/clerk.ts';
import type { Door } from './kit/door.ts';

const CLERKS = 16;
const EACH = scale(20);
const KILLS = scale(3);

jest.setTimeout(scale(300_000));

let office: BreakableOffice;
let door: Door;
let clerks: readonly Clerk[];

beforeAll(async () => {
  office = await BreakableOffice.found();
  door = await office.door();
  await office.unit('H24.77', 'can-bo', ['reception']);
  clerks = Array.from({ length: CLERKS }, () => office.clerk(door));
});
afterAll(() => office.close());

const answered = (): number => clerks.reduce((sum, clerk) => sum + clerk.answered, 0);

/**
 * While they receive, again and again until they are done: each time when another part of the work is through, so
 * that a slow machine is not killed before it has begun.
 */
const whileReceiving = async (harm: () => Promise<void>, times: number) => {
  const before = answered();
  const receiving = Promise.allSettled(clerks.map((clerk) => receiveMany(clerk, EACH)));
  const over = new AbortController();
  void receiving.then(() => over.abort());
  const share = (CLERKS * EACH) / (times + 1);
  for (let done = 1; done <= times; done += 1) {
    while (!over.signal.aborted && answered() < before + done * share) await pause(10);
    if (over.signal.aborted) break;
    await harm();
  }
  return (await receiving).flatMap((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
};

const stored = () => office.ask<Received>('select id, code, version from dossier order by code');

const byCode = (one: Received, other: Received): number => (one.code < other.code ? -1 : 1);

describe('sixteen officers receiving at once', () => {
  it('lose nothing they were told of when the serving process is killed, nor a number', async () => {
    const received = await whileReceiving(async () => {
      await door.kill();
      await door.reopen();
    }, KILLS);
    expect(received).toHaveLength(CLERKS * EACH);
    expect(await stored()).toEqual(received.toSorted(byCode));
    expect(numbersOf(received)).toEqual(upTo(CLERKS * EACH));
    expect(await office.findings()).toBe('');
  });

  it('lose nothing when the database is killed, and the serving process finds it again', async () => {
    const { pid } = door;
    const received = await whileReceiving(() => office.server.killAndRestart(), KILLS);
    expect(await stored()).toEqual(expect.arrayContaining([...received]));
    expect(numbersOf(await stored())).toEqual(upTo(2 * CLERKS * EACH));
    expect([door.pid, door.isRunning]).toEqual([pid, true]);
    expect(await office.findings()).toBe('');
  });

  it('lose nothing when the database is stopped and started again', async () => {
    const received = await whileReceiving(() => office.server.stopAndRestart(), KILLS);
    expect(await stored()).toEqual(expect.arrayContaining([...received]));
    expect(numbersOf(await stored())).toEqual(upTo(3 * CLERKS * EACH));
    expect(door.isRunning).toBe(true);
    expect(await office.findings()).toBe('');
  });

  it('were never shown an error that nobody foresaw', () => {
    expect(clerks.flatMap(({ failures }) => failures)).toEqual([]);
    expect(clerks.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThan(0);
  });
});
