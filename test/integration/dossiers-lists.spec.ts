import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dossierPageSchema, type Counts, type DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let other: number;
let reception: string;
const ids: Record<string, string> = {};

const enter = async (name: string, changes: object, as = reception): Promise<void> => {
  ids[name] = (await app.received(as, changes)).id;
};
const due = (declaredDueAt: string) => ({ declaredDueAt: `2026-${declaredDueAt}:00+07:00` });

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T07:30:00+07:00');
  unit = await aUnitRow(app.database, 'H24.99');
  other = await aUnitRow(app.database, 'H24.98');
  reception = `reception@${unit}`;
  await enter('overdue', due('03-02T08:00'));
  await enter('near', due('03-02T11:00'));
  await enter('today', { procedureCode: '2.000815' });
  await enter('later', {
    ...due('03-20T17:00'),
    ...{ officialCode: 'H24.99-260302-7777', source: 'dvcqg', externalCode: 'G-1' },
    applicant: { name: 'Đỗ Thị Đào'.normalize('NFD'), phone: '+84 987 654 321' },
  });
  await enter('none', {});
  await enter('paused', due('03-10T17:00'));
  const wait = { items: 'Ảnh', reason: 'Thiếu ảnh' };
  const paused = { id: ids['paused'] ?? '', version: 1 };
  await app.done(reception, paused, 'request-supplement', wait);
  await enter('finished', due('03-02T17:00'));
  await app.done(reception, { id: ids['finished'] ?? '', version: 1 }, 'withdraw');
  await enter('foreign', due('03-02T17:00'), `reception@${other}`);
  app.clock.advance(90 * 60_000);
});
afterAll(() => app.close());

const names = (page: Page<DossierItem>) =>
  page.items.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0]);
const list = async (query: string, as = reception) => {
  const answer = await app.ask<Page<DossierItem>>(as, `GET /api/v1/dossiers?${query}`);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return dossierPageSchema.parse(answer.body);
};
const search = async (body: object, as = reception) => {
  const answer = await app.ask<Page<DossierItem>>(as, 'POST /api/v1/dossiers/search', { body });
  expect(answer.status).toBe(200);
  return names(answer.body);
};

describe('the heaps of a work list', () => {
  it('hold every open dossier in exactly one', async () => {
    const heaps = ['overdue', 'near', 'today', 'later', 'none'];
    const found = await Promise.all(heaps.map(async (heap) => names(await list(`due=${heap}`))));
    expect(found).toEqual([['overdue'], ['near'], ['today'], ['later'], expect.anything()]);
    expect([...(found[4] ?? [])].sort()).toEqual(['none', 'paused']);
  });

  it('count nothing as overdue within its due minute: finished now it would be in time', async () => {
    app.clock.advance(-59.5 * 60_000);
    expect(names(await list('due=overdue'))).toEqual([]);
    app.clock.advance(30_000);
    expect(names(await list('due=overdue'))).toEqual(['overdue']);
    app.clock.advance(59 * 60_000);
  });

  it('are counted by the predicates they are listed by', async () => {
    const { body } = await app.ask<Counts>(reception, 'GET /api/v1/dossiers/counts');
    expect(body).toEqual({ overdue: 1, near: 1, today: 1, later: 1, none: 2, paused: 1 });
  });
});

describe('a list', () => {
  it('is sorted by the time left, those without a due moment last', async () => {
    const page = await list('limit=500');
    expect(names(page).slice(0, 2)).toEqual(['overdue', 'near']);
    expect(names(page).slice(-2).sort()).toEqual(['none', 'paused']);
    expect(names(page)).toHaveLength(7);
  });

  it('is turned over page by page without losing or repeating any', async () => {
    for (const sort of ['due', '-due', 'received', '-received']) {
      const seen: (string | undefined)[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Page<DossierItem> = await list(
          `limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...names(page));
        cursor = page.nextCursor;
      }
      expect([...seen].sort()).toEqual(
        Object.keys(ids)
          .filter((name) => name !== 'foreign')
          .sort(),
      );
    }
  });

  it('gives a stretch between two places again, with what has come into it and without what has left', async () => {
    for (const sort of ['due', '-due', 'received', '-received']) {
      const first = await list(`limit=2&sort=${sort}`);
      const second = await list(`limit=3&sort=${sort}&cursor=${first.nextCursor ?? ''}`);
      const [from, until] = [first.nextCursor ?? '', second.nextCursor ?? ''];
      const again = await list(`limit=500&sort=${sort}&cursor=${from}&until=${until}`);
      expect([names(again), again.nextCursor]).toEqual([names(second), null]);
      const upTo = await list(`limit=500&sort=${sort}&until=${until}`);
      expect(names(upTo)).toEqual([...names(first), ...names(second)]);
      const half = await list(`limit=1&sort=${sort}&cursor=${from}&until=${until}`);
      expect([names(half), half.nextCursor === null]).toEqual([names(second).slice(0, 1), false]);
    }
    const named = `sort=due&id=${['overdue', 'later', 'paused'].map((name) => ids[name] ?? '').join(',')}`;
    const { nextCursor } = await list(`limit=2&sort=due`);
    expect(names(await list(`${named}&until=${nextCursor ?? ''}`))).toEqual(['overdue']);
  });

  it('tells when what waits would be due', async () => {
    const page = await list('due=none');
    const paused = page.items.find(({ id }) => id === ids['paused']);
    expect(paused).toMatchObject({ dueAt: null, provisionalDueAt: '2026-03-10T17:00:00+07:00' });
  });

  it('tells from when on a dossier is near its due moment', async () => {
    const [near] = (await list('due=near')).items;
    expect(near?.nearAt).toMatch(/^2026-03-02T0\d:/);
    expect((await list('due=none')).items.map(({ nearAt }) => nearAt)).toEqual([null, null]);
  });

  it('is narrowed to what was finished on a day, and to dossiers named one by one', async () => {
    expect(names(await list('finishedFrom=2026-03-02&finishedTo=2026-03-02'))).toEqual([
      'finished',
    ]);
    expect(names(await list('finishedFrom=2026-03-03'))).toEqual([]);
    const named = `${ids['near'] ?? ''},${ids['finished'] ?? ''},${ids['foreign'] ?? ''}`;
    expect(names(await list(`id=${named}`))).toEqual(['near', 'finished']);
    expect(names(await list(`id=${named}&due=near`))).toEqual(['near']);
  });

  it('is narrowed by each filter', async () => {
    expect(names(await list('state=withdrawn'))).toEqual(['finished']);
    expect(names(await list('state=withdrawn,awaitingSupplement'))).toHaveLength(2);
    expect(names(await list('source=dvcqg'))).toEqual(['later']);
    expect(names(await list('procedure=2.000815'))).toEqual(['today']);
    expect(names(await list(`field=${encodeURIComponent('Chứng thực')}`))).toEqual(['today']);
    expect(names(await list('paused=true'))).toEqual(['paused']);
    expect(names(await list('from=2026-03-02&to=2026-03-02'))).toHaveLength(7);
    expect(names(await list('from=2026-03-03'))).toEqual([]);
    expect(names(await list('holder=me'))).toHaveLength(7);
    expect(names(await list('holder=me', `director@${unit}`))).toEqual([]);
    expect(names(await list('stepLate=true'))).toEqual([]);
    expect(names(await list('stale=true'))).toEqual([]);
    app.clock.advance(24 * 3_600_000);
    expect(names(await list('stale=true'))).toEqual(['later']);
    app.clock.advance(-24 * 3_600_000);
  });

  it('shows only the own units, and names only to whoever may see persons', async () => {
    const page = await list('limit=500', `observer@${unit},${other}`);
    expect(names(page)).toContain('foreign');
    expect(page.items.every(({ applicantName }) => applicantName === null)).toBe(true);
    const own = await list('due=later');
    expect(own.items[0]?.applicantName).toBe('Đỗ Thị Đào');
    const foreign = await app.ask(reception, `GET /api/v1/dossiers?unitId=${other}`);
    expect(foreign.status).toBe(404);
  });

  it('takes codes in its address, and nothing that could be a name', async () => {
    expect(names(await list('q=H24.99-260302-7777'))).toEqual(['later']);
    expect(names(await list('q=260302-7777'))).toEqual(['later']);
    for (const q of ['Nguyen', 'an%201', 'x'.repeat(101)]) {
      expect((await app.ask(reception, `GET /api/v1/dossiers?q=${q}`)).status).toBe(400);
    }
    expect((await app.ask(reception, 'GET /api/v1/dossiers?nothing=1')).status).toBe(400);
    expect((await app.ask(reception, 'GET /api/v1/dossiers?limit=501')).status).toBe(422);
    for (const place of ['cursor', 'until']) {
      const { status, body } = await app.ask(reception, `GET /api/v1/dossiers?${place}=abc`);
      expect([status, body]).toMatchObject([400, { errors: [{ path: place }] }]);
    }
  });
});

describe('a search', () => {
  it('finds a name with and without accents, composed or not, and a phone however written', async () => {
    for (const q of ['đỗ thị đào', 'do thi dao', 'Đỗ Thị'.normalize('NFD'), 'dao', 'THI D']) {
      expect(await search({ q })).toEqual(['later']);
    }
    for (const q of ['0987654321', '+84 987 654 321', '0987.654.321']) {
      expect(await search({ q })).toEqual(['later']);
    }
    expect(await search({ q: 'G-1' })).toEqual(['later']);
    expect(await search({ q: 'nguyen van an', due: 'near' })).toEqual(['near']);
    expect(await search({ q: '031090001234' })).toHaveLength(6);
    expect(await search({ q: '%' })).toEqual([]);
  });

  it('is counted by the predicates it finds by', async () => {
    const counted = async (body: object, as = reception) => {
      const answer = await app.ask<Counts>(as, 'POST /api/v1/dossiers/counts', { body });
      expect(answer.status).toBe(200);
      return answer.body;
    };
    const none = { overdue: 0, near: 0, today: 0, later: 0, none: 0, paused: 0 };
    expect(await counted({ q: 'do thi dao' })).toEqual({ ...none, later: 1 });
    expect(await counted({ q: 'do thi dao', field: 'Chứng thực' })).toEqual(none);
    expect(await counted({ q: 'nguyen' })).toMatchObject({ overdue: 1, later: 0, paused: 1 });
    expect(await counted({ q: 'do thi dao' }, `observer@${unit}`)).toEqual(none);
    const { status } = await app.ask(reception, 'POST /api/v1/dossiers/counts', {
      body: { q: 'x', nothing: 1 },
    });
    expect(status).toBe(400);
  });

  it('finds no person for whoever may not see any', async () => {
    const observer = `observer@${unit}`;
    expect(await search({ q: 'do thi dao' }, observer)).toEqual([]);
    expect(await search({ q: '0987654321' }, observer)).toEqual([]);
    expect(await search({ q: 'H24.99-260302-7777' }, observer)).toEqual(['later']);
  });
});

describe('what was annulled while its clock stood still', () => {
  it('waits in no heap, neither listed nor counted', async () => {
    const before = await app.ask<Counts>(reception, 'GET /api/v1/dossiers/counts');
    await enter('annulled', due('03-10T17:00'));
    const id = ids['annulled'] ?? '';
    const wait = { items: 'Ảnh', reason: 'Thiếu ảnh' };
    await app.done(reception, { id, version: 1 }, 'request-supplement', wait);
    await app.done(`director@${unit}`, { id, version: 2 }, 'annul', { reason: 'Nhập nhầm' });
    const after = await app.ask<Counts>(reception, 'GET /api/v1/dossiers/counts');
    expect(after.body).toEqual(before.body);
    expect(names(await list('paused=true'))).toEqual(['paused']);
  });
});
