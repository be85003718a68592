import { describe, expect, it } from '@jest/globals';
import { liveSchema, readySchema } from './index.ts';

describe('health', () => {
  it('is alive with a version and an age', () => {
    expect(liveSchema.parse({ status: 'live', version: '0.1.0', uptimeSeconds: 3 })).toBeDefined();
  });

  it('is ready, or says which dependency does not answer', () => {
    const checks = [{ name: 'database', ok: false, elapsedMs: 2000.4 }];
    expect(readySchema.parse({ status: 'notReady', checks }).checks).toEqual(checks);
  });

  it('reveals nothing more', () => {
    const leaky = { name: 'database', ok: false, elapsedMs: 1, url: 'postgres://user:pass@host' };
    expect(readySchema.safeParse({ status: 'notReady', checks: [leaky] }).success).toBe(false);
  });
});
