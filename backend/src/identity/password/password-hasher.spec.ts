import { describe, expect, it } from '@jest/globals';
import { PasswordHasher } from './password-hasher.ts';

const hasher = new PasswordHasher();

/** The quickest of several, so that a busy machine does not decide. */
const quickest = async (hashed: string | null): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    const from = performance.now();
    await hasher.matches(hashed, 'sai');
    times.push(performance.now() - from);
  }
  return Math.min(...times);
};

describe('a kept password', () => {
  it('is an argon2id hash with 19 MiB, two passes, one lane', async () => {
    expect(await hasher.hash('bốn con vịt')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('opens to the same word composed on one system and taken apart on another', async () => {
    const kept = await hasher.hash('Đường về nhà'.normalize('NFD'));
    expect(await hasher.matches(kept, 'Đường về nhà'.normalize('NFC'))).toBe(true);
    expect(await hasher.matches(kept, 'Duong ve nha')).toBe(false);
  });

  it('is nobody’s where there is none, and that costs as much to find out', async () => {
    const kept = await hasher.hash('bốn con vịt');
    const ratio = (await quickest(null)) / (await quickest(kept));
    // An answer without hashing would be a thousand times quicker; a busy machine is not ten times slower.
    expect(ratio).toBeGreaterThan(0.1);
    expect(ratio).toBeLessThan(10);
    expect(await hasher.matches(null, 'abc')).toBe(false);
  });
});
