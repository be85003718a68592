import { describe, expect, it } from '@jest/globals';
import { liveSchema, readySchema } from './index.ts';

describe('health', () => {
  it('is alive with a version and an age', () => {
    expect(liveSchema.parse({ status: 'live', version: '0.1.0', uptimeSeconds: 3 })).toBeDefined();
  });

  it('is ready, or works with less and says with what', () => {
    const checks = [
      { name: 'database', ok: true, elapsedMs: 3 },
      { name: 'queue', ok: false, kind: 'redis' },
    ];
    expect(readySchema.parse({ status: 'degraded', checks }).checks).toEqual(checks);
  });

  it('reveals nothing more', () => {
    const leaky = { name: 'database', ok: true, elapsedMs: 1, url: 'postgres://user:pass@host' };
    expect(readySchema.safeParse({ status: 'ready', checks: [leaky] }).success).toBe(false);
  });
});
