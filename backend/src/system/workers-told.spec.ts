import { describe, expect, it } from '@jest/globals';
import type { Pulse } from '../platform/queue/pulse-store.ts';
import { roundsTold, workersTold } from './workers-told.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;

const sweep = (changes: Partial<Pulse['rounds'][number]> = {}): Pulse['rounds'][number] => ({
  ...{ name: 'alert.sweep', everyMs: 15_000, agoMs: 4_000, by: 'queue' },
  ...{ isUnderWay: false, failures: 0 },
  ...changes,
});

const pulse = (worker: string, changes: Partial<Pulse> = {}): Pulse => ({
  ...{ worker, begunAt: NOW - 60 * MINUTE, heardAt: NOW - 5_000, rounds: [sweep()] },
  ...changes,
});

const missed = (...pulses: readonly Pulse[]) =>
  workersTold(pulses, NOW).flatMap(({ id, isMissed }) => (isMissed ? [id] : []));

describe('the processes that work', () => {
  it('are told with how long they run and when they were last heard of', () => {
    expect(workersTold([pulse('0197aaaa-1')], NOW)).toEqual([
      { id: '0197aaaa', upSeconds: 3_595, heardSeconds: 5, isMissed: false, failures: 0 },
    ]);
  });

  it('are missed when they fall silent and nobody begins in their place', () => {
    const silent = pulse('silent', { heardAt: NOW - 5 * MINUTE });
    expect(missed(silent)).toEqual(['silent']);
    expect(missed(silent, pulse('other'))).toEqual(['silent']);
    expect(missed(silent, pulse('newcomer', { begunAt: NOW - 4 * MINUTE }))).toEqual([]);
  });

  it('are missed one by one: a newcomer takes one place only', () => {
    const silent = ['one', 'two'].map((name) => pulse(name, { heardAt: NOW - 5 * MINUTE }));
    const newcomer = pulse('newcomer', { begunAt: NOW - 4 * MINUTE });
    expect(missed(...silent, newcomer)).toHaveLength(1);
  });
});

describe('the rounds', () => {
  it('are told as whoever did them last knows them, beats counted in', () => {
    const here = pulse('here', { heardAt: NOW, rounds: [sweep({ agoMs: 20_000, by: 'asked' })] });
    expect(roundsTold([here, pulse('there')], NOW)).toEqual([
      {
        ...{ name: 'alert.sweep', everySeconds: 15, agoSeconds: 9, by: 'queue' },
        ...{ isUnderWay: false, failures: 0 },
      },
    ]);
  });

  it('are not under way, and do not fail, with whoever has fallen silent', () => {
    const round = sweep({ isUnderWay: true, failures: 3 });
    const silent = pulse('silent', { heardAt: NOW - 5 * MINUTE, rounds: [round] });
    expect(roundsTold([silent, pulse('live')], NOW)[0]).toMatchObject({
      ...{ isUnderWay: false, failures: 0 },
    });
  });

  it('that were never done say so', () => {
    const never = pulse('new', { rounds: [sweep({ agoMs: undefined, by: undefined })] });
    expect(roundsTold([never], NOW)[0]).toMatchObject({ agoSeconds: null, by: null });
  });
});
