import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Watchdog } from './watchdog.ts';

const sweep = { name: 'deadline.sweep', everyMs: 15_000 };
const log = pino({ level: 'silent' });

const watch = (patienceMs: number, perform: () => Promise<void> = () => Promise.resolve()) => {
  const seen = { nowMs: 0, done: 0, ordered: 0 };
  const dog = new Watchdog({
    patienceMs,
    monotonicMs: () => seen.nowMs,
    perform: async () => {
      await perform();
      seen.done += 1;
    },
    orderAgain: () => {
      seen.ordered += 1;
      return Promise.resolve();
    },
    log,
  });
  dog.guard(sweep);
  const later = async (byMs: number) => {
    seen.nowMs += byMs;
    await dog.look();
  };
  return { seen, dog, later };
};

describe('the watchdog', () => {
  it('does every round once when the office opens', async () => {
    const { seen, later } = watch(15_000);
    await later(0);
    await later(14_000);
    expect(seen).toMatchObject({ done: 1, ordered: 0 });
  });

  it('stays quiet while the queue ticks', async () => {
    const { seen, dog, later } = watch(15_000);
    for (let tick = 0; tick < 10; tick += 1) {
      await later(15_000);
      await dog.run(sweep.name);
    }
    expect(seen.ordered).toBe(0);
  });

  it('does the work and has it ordered anew when ticks stay away', async () => {
    const { seen, later } = watch(15_000);
    await later(0);
    await later(29_999);
    expect(seen).toMatchObject({ done: 1, ordered: 0 });
    await later(1);
    expect(seen).toMatchObject({ done: 2, ordered: 1 });
  });

  it('keeps the rhythm alone where there is no queue', async () => {
    const { seen, later } = watch(0);
    for (let second = 0; second <= 60; second += 1) await later(1_000);
    expect(seen.done).toBe(5);
  });

  it('comes sooner when somebody asks', async () => {
    const { seen, dog, later } = watch(15_000);
    await later(0);
    dog.askSoon(sweep.name, 250);
    await later(249);
    expect(seen.done).toBe(1);
    await later(1);
    expect(seen.done).toBe(2);
  });

  it('never does one round twice at a time', async () => {
    let finish = (): void => undefined;
    const { seen, dog } = watch(0, () => new Promise((resolve) => (finish = () => resolve())));
    const both = Promise.all([dog.run(sweep.name), dog.run(sweep.name)]);
    finish();
    await both;
    expect(seen.done).toBe(1);
  });

  it('tries a round that failed again, at its next turn', async () => {
    let fails = true;
    const { seen, later } = watch(15_000, () =>
      fails ? Promise.reject(new Error('no database')) : Promise.resolve(),
    );
    await later(0);
    fails = false;
    await later(15_000);
    expect(seen.done).toBe(1);
  });
});
