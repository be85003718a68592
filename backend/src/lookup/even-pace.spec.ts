import { describe, expect, it } from '@jest/globals';
import { evenPace } from './even-pace.ts';

const waited = async (goneMs: number): Promise<number> => {
  const began = performance.now();
  await evenPace({ monotonicMs: () => 1_000 + goneMs }, 1_000, 60);
  return performance.now() - began;
};

describe('the answer to a wrong pair', () => {
  it('comes after a whole step, however quickly it was known', async () => {
    expect(await waited(5)).toBeGreaterThan(50);
  });

  it('comes after the next one when the search took longer than a step', async () => {
    const took = await waited(85);
    expect(took).toBeGreaterThan(30);
  });
});
