import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DossierItem } from '#contract/dossiers';
import { type ApiClient, PagedList, type Query } from '../api/index.ts';
import { LiveRows } from './live-rows.ts';

const item = (id: string, version = 1): DossierItem => ({ id, version }) as DossierItem;

/** A server that knows dossiers `a` and `b` of mine, and `x` of somebody else's. */
const serverOf = (versions: Readonly<Record<string, number>>, asked: Query[]): ApiClient => {
  const read = (_path: string, _schema: unknown, { query }: { query: Query }) => {
    asked.push(query);
    const ids = (query['id'] as readonly string[]).filter((id) => versions[id] !== undefined);
    const mine = query['holder'] === 'me' ? ids.filter((id) => id !== 'x') : ids;
    return Promise.resolve({
      items: mine.map((id) => item(id, versions[id])),
      nextCursor: null,
    });
  };
  return { read } as unknown as ApiClient;
};

const open = async (versions: Readonly<Record<string, number>>, asked: Query[] = []) => {
  const list = new PagedList<DossierItem>(() =>
    Promise.resolve({ items: [item('a')], nextCursor: null }),
  );
  await list.reload();
  const question = () => ({ query: { holder: 'me' }, text: '' });
  return {
    list,
    live: new LiveRows(serverOf(versions, asked), { list, question, unitId: () => 7 }),
  };
};

const settled = () => jest.advanceTimersByTimeAsync(200);

describe('changes that others make', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('renew a row where it stands, whoever holds it now', async () => {
    const { list, live } = await open({ a: 2, x: 1 });
    live.hear('a');
    await settled();
    expect(list.items().map(({ version }) => version)).toEqual([2]);
    expect(live.fresh().size).toBe(0);
  });

  it('offer what would come into the list, and nothing that would not', async () => {
    const { list, live } = await open({ a: 1, b: 1, x: 1 });
    for (const id of ['b', 'b', 'x']) live.hear(id);
    await settled();
    expect([...live.fresh()]).toEqual(['b']);
    expect(list.items().map(({ id }) => id)).toEqual(['a']);
    live.forget();
    expect(live.fresh().size).toBe(0);
  });

  it('are asked for together, and not one by one when there are very many', async () => {
    const asked: Query[] = [];
    const { live } = await open({}, asked);
    for (let at = 0; at < 500; at += 1) live.hear(`n${at}`);
    await settled();
    expect(asked).toEqual([]);
    expect(live.tooMany()).toBe(true);
  });
});
