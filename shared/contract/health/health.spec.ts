import { describe, expect, it } from '@jest/globals';
import { liveSchema, readySchema } from './index.ts';

describe('health', () => {
  it('is alive with a version and an age', () => {
    expect(liveSchema.parse({ status: 'live', version: '0.1.0', uptimeSeconds: 3 })).toBeDefined();
  });

  it('is ready when all it leans on answers', () => {
    const checks = [{ name: 'database', ok: true, elapsedMs: 3 }];
    expect(readySchema.parse({ status: 'ready', checks }).checks).toEqual(checks);
  });

  it('is not half ready: a dependency that does not answer is a problem', () => {
    const checks = [{ name: 'database', ok: false, elapsedMs: 2000 }];
    expect(readySchema.safeParse({ status: 'ready', checks }).success).toBe(false);
  });

  it('reveals nothing more', () => {
    const leaky = { name: 'database', ok: true, elapsedMs: 1, url: 'postgres://user:pass@host' };
    expect(readySchema.safeParse({ status: 'ready', checks: [leaky] }).success).toBe(false);
  });
});
