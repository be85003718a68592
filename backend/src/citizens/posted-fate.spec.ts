import { describe, expect, it } from '@jest/globals';
import { attemptOf, attemptOfMail } from './posted-fate.ts';

const answered = (status: number, text = '') =>
  attemptOf({ kind: 'answered', status, text }, 'zaloOa');

describe('a word to a citizen that must not come twice', () => {
  it('is tried again when the gateway said that it has not taken it', () => {
    expect(answered(429)).toEqual({ kind: 'again', fault: 'answered-badly' });
    expect(answered(503)).toEqual({ kind: 'again', fault: 'answered-badly' });
    expect(attemptOf({ kind: 'failed', hasLeft: false }, 'sms')).toEqual({
      ...{ kind: 'again', fault: 'unreachable' },
    });
  });

  it('is left to a voice when nobody knows', () => {
    const unsure = { kind: 'over', fault: 'unsure' };
    expect(answered(502)).toEqual(unsure);
    expect(attemptOf({ kind: 'failed', hasLeft: true }, 'sms')).toEqual(unsure);
    const silent = { fate: 'waits', fault: 'unreachable', isSure: false, isShut: true } as const;
    expect(attemptOfMail(silent)).toEqual(unsure);
  });

  it('is refused where Zalo says so inside an answer that looks good', () => {
    expect(answered(200, '{"error":-118,"message":"Zalo account not existed"}')).toEqual({
      ...{ kind: 'over', fault: 'refused' },
    });
    expect(answered(200, '{"error":0,"message":"Success"}')).toEqual({ kind: 'sent' });
    expect(answered(202, 'accepted')).toEqual({ kind: 'sent' });
  });
});
