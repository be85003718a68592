import { describe, expect, it } from '@jest/globals';
import { SharedAnswers } from './shared-answers.ts';

interface Look {
  readonly answer: (value: string) => void;
  readonly fail: (error: Error) => void;
}

/** Looks that are answered when the test says so, in the order in which they began. */
const office = () => {
  const looks: Look[] = [];
  const look = () =>
    new Promise<string>((answer, fail) => {
      looks.push({ answer, fail });
    });
  return { looks, look, shared: new SharedAnswers<string>() };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what many pages ask at once', () => {
  it('is looked up once for all who asked while another answer was on its way', async () => {
    const { looks, look, shared } = office();
    const first = shared.ask('heaps', look);
    const others = [1, 2, 3].map(() => shared.ask('heaps', look));
    expect(looks).toHaveLength(1);
    looks[0]?.answer('before');
    await expect(first).resolves.toBe('before');
    await settled();
    expect(looks).toHaveLength(2);
    looks[1]?.answer('after');
    expect(await Promise.all(others)).toEqual(['after', 'after', 'after']);
  });

  it('never answers with what was looked up before somebody asked', async () => {
    const { looks, look, shared } = office();
    const first = shared.ask('heaps', look);
    looks[0]?.answer('old');
    const second = shared.ask('heaps', look);
    await first;
    await settled();
    looks[1]?.answer('new');
    await expect(second).resolves.toBe('new');
    const third = shared.ask('heaps', look);
    await settled();
    expect(looks).toHaveLength(3);
    looks[2]?.answer('newest');
    await expect(third).resolves.toBe('newest');
  });

  it('keeps other questions apart', async () => {
    const { looks, look, shared } = office();
    const answers = [shared.ask('here', look), shared.ask('there', look)];
    expect(looks).toHaveLength(2);
    looks[0]?.answer('one');
    looks[1]?.answer('other');
    expect(await Promise.all(answers)).toEqual(['one', 'other']);
  });

  it('goes on after a look that failed, which only those hear of who shared it', async () => {
    const { looks, look, shared } = office();
    const first = shared.ask('heaps', look);
    const second = shared.ask('heaps', look);
    looks[0]?.fail(new Error('the database is away'));
    await expect(first).rejects.toThrow('the database is away');
    await settled();
    looks[1]?.answer('back');
    await expect(second).resolves.toBe('back');
  });
});
