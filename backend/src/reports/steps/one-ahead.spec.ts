import { describe, expect, it } from '@jest/globals';
import { oneAhead } from './one-ahead.ts';

const toldBy = async (questions: readonly number[], ask: (question: number) => Promise<number>) => {
  const told: number[] = [];
  for await (const answer of oneAhead(questions, ask)) told.push(answer);
  return told;
};

describe('answers asked for one ahead', () => {
  it('come in the order of their questions, however long each takes', async () => {
    const slower = (question: number) =>
      new Promise<number>((resolve) => {
        setTimeout(() => resolve(question * 10), 9 - question * 3);
      });

    expect(await toldBy([1, 2, 3], slower)).toEqual([10, 20, 30]);
    expect(await toldBy([1], slower)).toEqual([10]);
    expect(await toldBy([], slower)).toEqual([]);
  });

  it('are asked for while the one before is worked on, and no further', async () => {
    const log: string[] = [];
    const ask = (question: number) => {
      log.push(`ask ${question}`);
      return Promise.resolve(question);
    };
    for await (const answer of oneAhead([1, 2, 3], ask)) log.push(`work ${answer}`);

    expect(log).toEqual(['ask 1', 'ask 2', 'work 1', 'ask 3', 'work 2', 'work 3']);
  });

  it('fail as the first that fails, and leave no other failure unheard', async () => {
    const failing = (question: number) => Promise.reject(new Error(`no answer to ${question}`));

    await expect(toldBy([1, 2, 3], failing)).rejects.toThrow('no answer to 1');
  });
});
