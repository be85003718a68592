import { describe, expect, it } from '@jest/globals';
import type { Page } from '#contract/list';
import { ApiProblem } from './client-problem.ts';
import { PagedList } from './paged-list.ts';

interface Row {
  readonly id: string;
  readonly at: number;
}

const row = (id: string, at = 1): Row => ({ id, at });
const pages: Readonly<Record<string, Page<Row>>> = {
  begin: { items: [row('a'), row('b')], nextCursor: 'two' },
  two: { items: [row('c')], nextCursor: null },
};

const listOf = (
  load = (cursor = 'begin') => Promise.resolve(pages[cursor] ?? { items: [], nextCursor: null }),
) => new PagedList<Row>((cursor) => load(cursor));
const ids = (list: PagedList<Row>): string =>
  list
    .items()
    .map(({ id }) => id)
    .join('');

describe('a list by pages', () => {
  it('grows until its end and asks no further', async () => {
    const list = listOf();
    await list.reload();
    expect([ids(list), list.isComplete()]).toEqual(['ab', false]);
    await list.more();
    await list.more();
    expect([ids(list), list.isComplete()]).toEqual(['abc', true]);
  });

  it('puts a changed row where it stood', async () => {
    const list = listOf();
    await list.reload();
    list.replace(row('a', 2));
    list.replace(row('z', 2));
    expect(list.items()).toEqual([row('a', 2), row('b')]);
  });

  it('does not mix the pages of two questions asked in a hurry', async () => {
    const waiting: ((page: Page<Row>) => void)[] = [];
    const list = listOf(() => new Promise((resolve) => waiting.push(resolve)));
    const [first, second] = [list.reload(), list.reload()];
    waiting[1]?.({ items: [row('new')], nextCursor: null });
    waiting[0]?.({ items: [row('old')], nextCursor: null });
    await Promise.all([first, second]);
    expect(ids(list)).toBe('new');
  });

  it('keeps what it has when the next page does not come, and says why', async () => {
    const problem = { code: 'offline', status: 0, title: 't', detail: 'd', facts: {} } as const;
    let isAway = false;
    const list = listOf((cursor = 'begin') =>
      isAway
        ? Promise.reject(new ApiProblem(problem))
        : Promise.resolve(pages[cursor] as Page<Row>),
    );
    await list.reload();
    isAway = true;
    await list.more();
    expect([ids(list), list.problem()?.code]).toEqual(['ab', 'offline']);
    isAway = false;
    await list.more();
    expect([ids(list), list.problem()]).toEqual(['abc', undefined]);
  });

  it('follows whoever looks, and lets go of what is far behind', async () => {
    const asked: (string | undefined)[] = [];
    const long = new PagedList<Row>((cursor = '0', _abort, until) => {
      asked.push(until);
      const from = Number(cursor);
      const items = Array.from({ length: 100 }, (_each, at) => row(String(from + at)));
      return Promise.resolve({ items, nextCursor: until === undefined ? `${from + 100}` : null });
    });
    await long.reload();
    for (let from = 0; from <= 3_000; from += 100) await long.see({ from, to: from + 20 });
    expect(long.items().length).toBeLessThan(1_000);
    expect([long.offset() > 2_000, long.length() > 3_000]).toEqual([true, true]);
    await long.see({ from: 0, to: 20 });
    expect([long.offset(), long.items()[0]?.id, asked.at(-1)]).toEqual([0, '0', '200']);
    await long.reload();
    expect([long.length(), long.items().length]).toEqual([100, 100]);
  });

  it('asks no more by itself once a page did not come, until somebody says so', async () => {
    const problem = { code: 'offline', status: 0, title: 't', detail: 'd', facts: {} } as const;
    let [isAway, asked] = [false, 0];
    const list = listOf((cursor = 'begin') => {
      asked += 1;
      return isAway
        ? Promise.reject(new ApiProblem(problem))
        : Promise.resolve(pages[cursor] as Page<Row>);
    });
    await list.reload();
    isAway = true;
    await list.see({ from: 0, to: 2 });
    await list.see({ from: 1, to: 2 });
    expect([asked, list.problem()?.code, ids(list)]).toEqual([2, 'offline', 'ab']);
    isAway = false;
    await list.retry();
    expect([ids(list), list.problem(), list.isWhole()]).toEqual(['abc', undefined, true]);
  });
});
