import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import * as z from 'zod';
import { type JobOrder, declareJob } from '../queue/job.ts';
import type { OpenRow } from './outbox-store.ts';
import { Relay } from './relay.ts';

const send = declareJob({
  name: 'slip.send',
  payload: z.strictObject({ id: z.string() }),
  retries: { attempts: 3, firstPauseMs: 100 },
});

const row = (position: number, topic = send.name, tries = 1): OpenRow => ({
  unit_id: 1,
  position,
  topic,
  message: { id: String(position) },
  tries,
});

interface Case {
  readonly rows: readonly OpenRow[];
  readonly add?: (orders: readonly JobOrder[]) => Promise<void>;
  readonly onTheSpot?: boolean;
}

const run = async ({ rows, add, onTheSpot = false }: Case) => {
  const waiting = [...rows];
  const seen = {
    added: [] as JobOrder[],
    settled: [] as string[],
    postponed: [] as number[],
    again: [] as number[],
  };
  const relay = new Relay({
    store: {
      take: (_now, _lease, limit) => Promise.resolve(waiting.splice(0, limit)),
      isEmpty: () => Promise.resolve(waiting.length === 0),
      settle: (settled, state) =>
        Promise.resolve(
          void seen.settled.push(...settled.map(({ position }) => `${position} ${state}`)),
        ),
      postpone: (later, until) =>
        Promise.resolve(void seen.postponed.push(...later.map(() => until))),
    },
    find: (name) => (name === send.name ? send : undefined),
    add: async (orders) => {
      await add?.(orders);
      seen.added.push(...orders);
    },
    onTheSpot,
    again: (inMs) => seen.again.push(inMs),
    clock: { machineNow: () => 1_000 },
    log: pino({ level: 'silent' }),
  });
  await relay.run(new AbortController().signal);
  return seen;
};

const away = () => Promise.reject(new Error('no queue'));

describe('the relay of the outbox', () => {
  it('hands every order over under a key of its own, then settles it', async () => {
    const { added, settled } = await run({ rows: [row(1), row(2)] });
    expect(added.map(({ key }) => key)).toEqual(['outbox-1-1', 'outbox-1-2']);
    expect(settled).toEqual(['1 sent', '2 sent']);
  });

  it('keeps orders open while the queue is away, however often it tried', async () => {
    const { settled, postponed, again } = await run({ rows: [row(1, send.name, 99)], add: away });
    expect(settled).toEqual([]);
    expect(postponed).toEqual([3_000]);
    expect(again).toEqual([2_000]);
  });

  it('puts aside what nobody here can do, and hands over the rest', async () => {
    const { settled } = await run({ rows: [row(1, 'slip.burn'), row(2)] });
    expect(settled).toEqual(['1 dead', '2 sent']);
  });

  it.each([
    [1, 100],
    [2, 200],
  ])('tries work on the spot again after try %d, in %d ms', async (tries, inMs) => {
    const { again } = await run({ rows: [row(1, send.name, tries)], add: away, onTheSpot: true });
    expect(again).toEqual([inMs]);
  });

  it('gives work on the spot up after as many tries as it was declared for', async () => {
    const { settled } = await run({ rows: [row(1, send.name, 3)], add: away, onTheSpot: true });
    expect(settled).toEqual(['1 dead']);
  });

  it('leaves one failure to the one order that failed', async () => {
    const { settled } = await run({
      rows: [row(1), row(2)],
      onTheSpot: true,
      add: ([order]) => (order?.key === 'outbox-1-1' ? away() : Promise.resolve()),
    });
    expect(settled).toEqual(['2 sent']);
  });
});
