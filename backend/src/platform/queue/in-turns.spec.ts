import { describe, expect, it } from '@jest/globals';
import { inTurns } from './in-turns.ts';

describe('long work on many things', () => {
  it('does all of them in their order', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => index);
    const done: number[] = [];
    for await (const row of inTurns(rows)) done.push(row);
    expect(done).toEqual(rows);
  });

  it('hears whoever waits before it is through', async () => {
    let done = 0;
    const heardAfter: number[] = [];
    setImmediate(() => heardAfter.push(done));
    for await (const row of inTurns(Array.from({ length: 100 }, (_, index) => index))) done = row;
    expect(heardAfter).toHaveLength(1);
    expect(heardAfter[0]).toBeLessThan(20);
  });

  it('takes from a list only what it works on', async () => {
    let read = 0;
    const rows = (function* () {
      for (; ; read += 1) yield read;
    })();
    for await (const row of inTurns(rows)) if (row === 30) break;
    expect(read).toBe(30);
  });
});
