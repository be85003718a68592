import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { feedEventSchema, streamPath } from '#contract/stream';
import { Feed } from '../../backend/src/platform/realtime/feed.service.ts';
import { FeedStore } from '../../backend/src/platform/realtime/feed-store.ts';
import { StreamService } from '../../backend/src/platform/realtime/stream.service.ts';
import { type EventStream, listenTo } from '../support/event-stream.ts';
import { OfficeApp } from '../support/office-app.ts';
import { until } from '../support/until.ts';

const at = Date.parse('2026-03-02T08:00:00+07:00');

let office: OfficeApp;
let here: number;
let there: number;
let address: string;
const pages: EventStream[] = [];

beforeAll(async () => {
  office = await OfficeApp.open({}, { unsound: 'it tells of dossiers that are not there' });
  here = await office.unit({ code: 'H24.01' });
  there = await office.unit({ code: 'H24.02' });
  await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  await office.person('noikhac', { unitId: there, roles: ['reception'] });
  await office.person(
    'moinoi',
    { unitId: here, roles: ['clerk'] },
    { unitId: there, roles: ['head'] },
  );
  await office.application.app.listen(0, '127.0.0.1');
  address = await office.application.app.getUrl();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.leave();
  const streams = office.application.app.get(StreamService, { strict: false });
  await until(
    () => streams.openStreams,
    (count) => count === 0,
  );
});
afterAll(() => office.close());

const open = async (
  username: string,
  { query = '', lastEventId }: { query?: string; lastEventId?: string } = {},
): Promise<EventStream> => {
  const { cookie } = await office.signedIn(username);
  const more = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const page = await listenTo(address + streamPath + query, { cookie, ...more });
  pages.push(page);
  // The first event says where the page is: from then on it misses nothing.
  await until(
    () => page.heard.length,
    (count) => count > 0,
  );
  return page;
};

const change = (unitId: number, ...ids: readonly string[]): Promise<void> => {
  const feed = office.application.app.get(Feed, { strict: false });
  return office.database.tenancy
    .within({ units: [unitId] }, (transaction) =>
      feed.put(
        transaction,
        { unitId, at },
        ids.map((id) => ({ op: 'changed', type: 'dossier', id })),
      ),
    )
    .then(() => feed.announce());
};

// An office also tells of what it does by itself (a draft of last month's report, say): not asked here.
const toldOf = (page: EventStream) =>
  page.changes().filter(({ data }) => feedEventSchema.parse(data).type === 'dossier');
const idsOf = (page: EventStream) => toldOf(page).map(({ data }) => feedEventSchema.parse(data).id);
const hears = (page: EventStream, ...ids: readonly string[]) =>
  until(
    () => idsOf(page),
    (seen) => ids.every((id) => seen.includes(id)),
    20_000,
  );

describe('the stream', () => {
  it('is for people who have signed in', async () => {
    const page = await listenTo(address + streamPath, {});
    expect(page.status).toBe(401);
    await page.ended;
  });

  it('tells a page of changes in its own units, and of nothing else', async () => {
    const [mine, others] = [await open('tiepnhan'), await open('noikhac')];
    expect(mine.contentType).toContain('text/event-stream');
    await change(there, 'theirs');
    await change(here, 'ours');
    await hears(mine, 'ours');
    await hears(others, 'theirs');
    expect(idsOf(mine)).toEqual(['ours']);
    expect(idsOf(others)).toEqual(['theirs']);
    expect(toldOf(mine)[0]?.data).toEqual({ op: 'changed', type: 'dossier', id: 'ours' });
  });

  it('covers all units of a person, or the one asked for', async () => {
    const [both, one] = [await open('moinoi'), await open('moinoi', { query: `?unitId=${here}` })];
    await change(there, 'a');
    await change(here, 'b');
    await hears(both, 'a', 'b');
    await hears(one, 'b');
    expect(idsOf(one)).toEqual(['b']);
  });

  it('has nothing to say about a unit that is not one’s own', async () => {
    const { cookie } = await office.signedIn('tiepnhan');
    const page = await listenTo(`${address}${streamPath}?unitId=${there}`, { cookie });
    expect(page.status).toBe(404);
    await page.ended;
  });

  it('goes on where a page left off', async () => {
    const first = await open('tiepnhan');
    await change(here, 'seen');
    await hears(first, 'seen');
    const [{ id: lastEventId } = { id: '' }] = toldOf(first);
    first.leave();
    await change(here, 'missed 1', 'missed 2');
    const again = await open('tiepnhan', { lastEventId });
    await change(here, 'live');
    await hears(again, 'live');
    expect(idsOf(again)).toEqual(['missed 1', 'missed 2', 'live']);
  });

  it('goes on from the place of a heartbeat, too', async () => {
    const first = await open('tiepnhan');
    const [{ id: lastEventId, type } = { id: '', type: '' }] = first.heard;
    expect(type).toBe('heartbeat');
    first.leave();
    await change(here, 'after the heartbeat');
    expect(
      await hears(await open('tiepnhan', { lastEventId }), 'after the heartbeat'),
    ).toHaveLength(1);
  });

  it.each([
    ['a place no longer kept', '0'],
    ['a place that never was', '999999999'],
    ['no place at all', 'yesterday'],
  ])('tells a page to fetch everything anew after %s', async (_what, lastEventId) => {
    await office.database.asRoot('update feed_floor set position = 1');
    const page = await open('tiepnhan', { lastEventId });
    expect(page.heard[0]).toMatchObject({ type: 'reset', data: {} });
    await change(here, 'after the reset');
    await hears(page, 'after the reset');
  });

  it('skips no change that commits late', async () => {
    const page = await open('tiepnhan');
    const feed = office.application.app.get(Feed, { strict: false });
    const put = (id: string) => ({ op: 'changed', type: 'dossier', id }) as const;
    await office.database.tenancy.within({ units: [here] }, async (transaction) => {
      await feed.put(transaction, { unitId: here, at }, [put('slow')]);
      await change(here, 'quick');
      await pause(1_200);
      expect(idsOf(page)).toEqual([]);
    });
    feed.announce();
    await hears(page, 'slow', 'quick');
    expect(idsOf(page)).toEqual(['slow', 'quick']);
  });

  it('finds a change within a second though nobody rang', async () => {
    const page = await open('tiepnhan');
    await office.database.asRoot(
      `insert into feed (unit_id, op, type, id, at) values ($1, 'changed', 'dossier', 'unrung', now())`,
      [here],
    );
    await until(
      () => idsOf(page),
      (seen) => seen.includes('unrung'),
      1_500,
    );
  });

  it('lets a person keep eight pages open, and ends the oldest', async () => {
    const oldest = await open('tiepnhan');
    const others = [];
    for (let page = 0; page < 8; page += 1) others.push(await open('tiepnhan'));
    await oldest.ended;
    await change(here, 'to eight');
    for (const page of others) await hears(page, 'to eight');
    expect(idsOf(oldest)).toEqual([]);
  });

  it('forgets changes after seven days, and knows up to where', async () => {
    await change(here, 'old');
    await new FeedStore(office.database.tenancy).prune(at + 1);
    const { floor } = await new FeedStore(office.database.tenancy).places();
    const rows = await office.database.asRoot('select 1 from feed where at < $1', [
      new Date(at + 1),
    ]);
    expect(rows).toEqual([]);
    expect(floor).toBeGreaterThan(1);
  });

  it('ends within the quarter of a minute for somebody whose account is closed', async () => {
    await office.person('sapnghi', { unitId: here, roles: ['clerk'] });
    const page = await open('sapnghi');
    await office.database.asRoot(
      `update office_user set disabled_at = now() where username = 'sapnghi'`,
    );
    await expect(
      Promise.race([page.ended.then(() => 'ended'), pause(17_000, 'still open', { ref: false })]),
    ).resolves.toBe('ended');
  }, 30_000);
});

describe('an office that closes', () => {
  it('lets go of open streams at once', async () => {
    const closing = await OfficeApp.open(
      {},
      { unsound: 'it tells of dossiers that are not there' },
    );
    const unitId = await closing.unit({ code: 'H24.03' });
    await closing.person('tiepnhan', { unitId, roles: ['reception'] });
    await closing.application.app.listen(0, '127.0.0.1');
    const { cookie } = await closing.signedIn('tiepnhan');
    const url = (await closing.application.app.getUrl()) + streamPath;
    const open = await Promise.all([listenTo(url, { cookie }), listenTo(url, { cookie })]);
    const from = performance.now();
    await closing.application.drain.close();
    await Promise.all(open.map(({ ended }) => ended));
    expect(performance.now() - from).toBeLessThan(5_000);
    await closing.database.close();
  });
});
