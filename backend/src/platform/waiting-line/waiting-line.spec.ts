import { describe, expect, it } from '@jest/globals';
import { WaitingLine } from './waiting-line.ts';

const held = () => {
  const open: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => open.push(resolve));
  return { open, work };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the line before what strangers may ask for', () => {
  it('lets two in, fifty wait, and asks the rest to come back', async () => {
    const line = new WaitingLine({ atOnce: 2, waiting: 50 });
    const { open, work } = held();
    const inside = Array.from({ length: 52 }, () => line.run(work));
    await settled();
    expect(open).toHaveLength(2);
    await expect(line.run(work)).rejects.toMatchObject({
      code: 'too-busy',
      facts: { retryAfterSeconds: 2 },
    });
    for (let done = 0; done < 52; done += 1) {
      open[done]?.();
      await settled();
      expect(open.length).toBe(Math.min(done + 3, 52));
    }
    await Promise.all(inside);
  });

  it('goes on after work that failed', async () => {
    const line = new WaitingLine({ atOnce: 1, waiting: 1 });
    await expect(line.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(line.run(() => Promise.resolve(7))).resolves.toBe(7);
  });
});
