import { describe, expect, it } from '@jest/globals';
import type { AlertItem } from '#contract/alerts';
import { AlertShelf } from './alert-shelf.ts';
import { anAlert } from './an-alert.ts';

/** A server that gives what it is told to give, two a page. */
const aServer = (items: readonly AlertItem[]) => {
  const server = {
    items,
    asked: 0,
    read: (_path: string, _schema: unknown, given: unknown) => {
      server.asked += 1;
      const { cursor } = (given as { readonly query: { readonly cursor?: string } }).query;
      const from = Number(cursor ?? 0);
      const next = from + 2 < server.items.length ? String(from + 2) : null;
      const page = { items: server.items.slice(from, from + 2), nextCursor: next };
      return Promise.resolve(page);
    },
  };
  return server;
};

const question = { status: 'open', unitId: 1 } as const;
const shelfOf = (server: ReturnType<typeof aServer>) =>
  new AlertShelf(server as unknown as ConstructorParameters<typeof AlertShelf>[0]);
const ids = (shelf: AlertShelf) => shelf.items()?.map(({ id }) => id);

describe('the alerts somebody looks at', () => {
  it('are all of them, page after page', async () => {
    const server = aServer(['a', 'b', 'c'].map((id) => anAlert({ id })));
    const shelf = shelfOf(server);
    expect(shelf.items()).toBeUndefined();
    await shelf.load(question);
    expect([ids(shelf), shelf.isWhole(), server.asked]).toEqual([['a', 'b', 'c'], true, 2]);
  });

  it('stay where they are while others come, change and go', async () => {
    const server = aServer([anAlert({ id: 'a' }), anAlert({ id: 'b' })]);
    const shelf = shelfOf(server);
    await shelf.load(question);
    server.items = [anAlert({ id: 'new' }), anAlert({ id: 'b', severity: 'late' })];
    await shelf.look();
    expect(ids(shelf)).toEqual(['a', 'b']);
    expect(shelf.items()?.[1]?.severity).toBe('late');
    expect([shelf.fresh(), [...shelf.gone()]]).toEqual([1, ['a']]);
    await shelf.load();
    expect([ids(shelf), shelf.fresh(), shelf.gone().size]).toEqual([['new', 'b'], 0, 0]);
  });

  it('come by themselves where nothing stands that anybody could be reading', async () => {
    const server = aServer([]);
    const shelf = shelfOf(server);
    await shelf.load(question);
    server.items = [anAlert({ id: 'new' })];
    await shelf.look();
    expect([ids(shelf), shelf.fresh()]).toEqual([['new'], 0]);
  });

  it('leave at once when they are dealt with, whatever an earlier question still answers', async () => {
    const server = aServer([anAlert({ id: 'a' }), anAlert({ id: 'b' })]);
    const shelf = shelfOf(server);
    await shelf.load(question);
    const looking = shelf.look();
    shelf.drop(new Set(['a']));
    await looking;
    expect([ids(shelf), shelf.fresh()]).toEqual([['b'], 0]);
  });
});
