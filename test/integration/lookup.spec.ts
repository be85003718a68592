import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '#contract/audit';
import type { Page } from '#contract/list';
import { lookupAnswerSchema, type LookupAnswer } from '#contract/lookup';
import type { Problem } from '#contract/problem';
import { LookupModule } from '../../backend/src/lookup/index.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

let app: DossiersApp;
let unit: number;
let reception: string;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [LookupModule]);
  unit = await aUnitRow(app.database, 'H24.99');
  reception = `reception@${unit}`;
});
afterAll(() => app.close());

const ask = <Body = LookupAnswer>(body: object, headers = {}, from = '127.0.0.1') =>
  app.ask<Body>('', 'POST /api/v1/public/lookup', { body, headers, from });

describe('whoever holds a slip', () => {
  it('learns in plain words where it stands, and no name', async () => {
    const { code, lookupCode } = await app.received(reception, { procedureCode: '2.000815' });
    const { status, body } = await ask({ code, lookupCode: lookupCode.toLowerCase() });
    expect(status).toBe(200);
    expect(lookupAnswerSchema.parse(body)).toMatchObject({
      ...{ code, state: 'received', status: 'Đã tiếp nhận', unit: 'H24.99' },
      dueAt: '2026-03-02T17:00:00+07:00',
    });
    expect(JSON.stringify(body)).not.toMatch(/Nguyễn|0912/);
  });

  it('asks by the official code where there is one, in the language wanted', async () => {
    const officialCode = 'H24.99-260302-0042';
    const { lookupCode } = await app.received(reception, { officialCode });
    const { body } = await ask({ code: officialCode, lookupCode }, { 'accept-language': 'en' });
    expect(body).toMatchObject({ code: officialCode, status: 'Received' });
  });

  it('is told where to collect a result', async () => {
    const dossier = await app.received(reception);
    await app.done(`director@${unit}`, dossier, 'issue-result');
    const { body } = await ask({ code: dossier.code, lookupCode: dossier.lookupCode });
    expect(body).toMatchObject({ status: 'Đã có kết quả', collectAt: 'H24.99' });
  });
});

describe('a code, as people type it from paper', () => {
  const ways: readonly [string, (code: string) => string][] = [
    ['as it is printed', (code) => code],
    ['in small letters, with blanks around', (code) => ` ${code.toLowerCase()} `],
    ['with blanks for dashes and dots', (code) => code.replaceAll(/[-.]/g, ' ')],
    ['with nothing between', (code) => code.replaceAll(/[-.]/g, '')],
    ['with the long dashes of a text program', (code) => code.replaceAll('-', ' – ')],
  ];
  it.each(ways)('is found %s: ours and the official one', async (way, typed) => {
    const ours = await app.received(reception);
    const officialCode = `H24.99-260302-${String(1_000 + ways.findIndex(([it]) => it === way))}`;
    const official = await app.received(reception, { officialCode });
    for (const { code, lookupCode } of [ours, official, { ...official, code: officialCode }]) {
      const { status } = await ask({ code: typed(code), lookupCode: typed(lookupCode) });
      expect([typed(code), status]).toEqual([typed(code), 200]);
    }
  });

  it('of a ministry is found however large its letters are, by its own signs', async () => {
    const { lookupCode } = await app.received(reception, { officialCode: 'G22/HT-77' });
    expect((await ask({ code: ' g22/ht-77', lookupCode })).status).toBe(200);
  });

  it('tells nothing of another dossier that ends alike', async () => {
    const one = await app.received(reception, { officialCode: 'H24.98-260302-0077' });
    await app.received(reception, { officialCode: 'H24.97-260302-0077' });
    const { lookupCode } = one;
    expect((await ask({ code: 'H24.97-260302-0077', lookupCode })).status).toBe(404);
    expect((await ask({ code: '260302-0077', lookupCode })).status).toBe(404);
  });
});

describe('whoever guesses', () => {
  const TRIES = 1_000;
  const ADDRESSES = 300;
  const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  // Known codes with secrets that come one after another, and codes that come one after another.
  const guess = (code: string, at: number) => {
    const secret = [...String(at).padStart(8, '0')].map((digit) => LETTERS[31 - Number(digit)]);
    const ours = at % 2 === 0 ? code : `MC.H24.99-260302-${String(at).padStart(4, '0')}`;
    return { code: ours, lookupCode: secret.join('') };
  };
  const addressOf = (at: number): string =>
    `203.0.${at % 3}.${1 + Math.floor((at % ADDRESSES) / 3)}`;

  const statusesOf = async (code: string, tries: number, from = addressOf) => {
    const told = await Promise.all(
      Array.from({ length: tries }, (_, at) => ask(guess(code, at), {}, from(at))),
    );
    const count = (status: number) => told.filter((each) => each.status === status).length;
    return { found: count(200), notFound: count(404), tooMany: count(429) };
  };

  it('gets one answer for every wrong pair', async () => {
    const { code, lookupCode } = await app.received(reception);
    const wrong = [
      { code, lookupCode: '00000000' },
      { code: 'MC.H24.99-990101-0001', lookupCode },
      { code: "' or 1=1 --", lookupCode: '%' },
      { code: '–', lookupCode: '–' },
    ];
    const told = await Promise.all(wrong.map((pair) => ask<Problem>(pair)));
    const same = told.map(({ status, body }) => [status, { ...body, requestId: '' }]);
    expect(same[0]?.[0]).toBe(404);
    expect(same.every((each) => JSON.stringify(each) === JSON.stringify(same[0]))).toBe(true);
  });

  it('is slowed behind one address, where an honest neighbour is answered at once', async () => {
    app.clock.advance(3_600_000);
    const { code, lookupCode } = await app.received(reception);
    const told = await statusesOf(code, 60, () => '198.51.100.7');
    expect(told).toEqual({ found: 0, notFound: 30, tooMany: 30 });
    expect((await ask({ code, lookupCode }, {}, '198.51.100.7')).status).toBe(200);
    // The neighbour across the street who mistyped is told so, and is not slowed.
    const mistyped = { code, lookupCode: '00000000' };
    expect((await ask(mistyped, {}, '198.51.100.8')).status).toBe(404);
  });

  it('gains nothing by walking through a network of the new kind', async () => {
    app.clock.advance(3_600_000);
    const { code } = await app.received(reception);
    const told = await statusesOf(code, 40, (at) => `2001:db8:1:2::${at.toString(16)}`);
    expect(told).toEqual({ found: 0, notFound: 30, tooMany: 10 });
  });

  it('finds nothing from hundreds of addresses, and locks nobody out', async () => {
    app.clock.advance(3_600_000);
    const { code, lookupCode } = await app.received(reception);
    const guesses = statusesOf(code, TRIES);
    const honest = await Promise.all(
      Array.from({ length: 50 }, (_, at) => ask({ code, lookupCode }, {}, addressOf(at))),
    );
    expect(honest.map(({ status }) => status)).toEqual(honest.map(() => 200));
    const told = await guesses;
    expect(told.found).toBe(0);
    expect(told.notFound).toBe(500);
    expect(told.tooMany).toBe(TRIES - 500);
  });

  it('leaves nothing behind that would pile up', async () => {
    app.clock.advance(3_600_001);
    await ask({ code: 'MC.H24.99-260302-9999', lookupCode: '00000000' }, {}, '192.0.2.1');
    const [row] = await app.database.asRoot<{ n: number }>(
      'select count(*)::int as n from lookup_miss',
    );
    expect(row?.n).toBe(2);
  });

  it('is told what is no pair at all', async () => {
    expect((await ask({ code: 'x' })).status).toBe(400);
    expect((await ask({ code: 'x'.repeat(10_000), lookupCode: 'y' })).status).toBe(400);
  });
});

describe('what is masked', () => {
  const route = (id: string) => `POST /api/v1/dossiers/${id}/reveal`;

  it('is shown for a reason, after it was written down', async () => {
    const { id, lookupCode } = await app.received(reception);
    const body = { fields: ['phone', 'lookupCode'], reason: 'Gọi người dân đến nhận kết quả' };
    expect(await app.ask(reception, route(id), { body })).toMatchObject({
      status: 200,
      body: { phone: '0912 345 678', lookupCode },
    });
    const [row] = await app.database.asRoot<{ facts: unknown; actor: unknown }>(
      `select facts, actor from audit where act = 'dossier.reveal' and subject_id = $1`,
      [id],
    );
    expect(row?.facts).toEqual({ fields: body.fields, reasonId: expect.any(String) });
    // The words stand apart, where they can be erased; whoever reads the books finds them there.
    const books = await app.ask<Page<AuditEntry>>(
      `director@${unit}`,
      `GET /api/v1/audit?act=dossier.reveal&subjectId=${id}`,
    );
    expect(books.body.items).toMatchObject([{ reason: body.reason }]);
  });

  it('stays masked without a reason, or for whoever may not see it', async () => {
    const { id } = await app.received(reception);
    const body = { fields: ['phone'], reason: 'Gọi' };
    expect((await app.ask(reception, route(id), { body: { fields: ['phone'] } })).status).toBe(400);
    expect((await app.ask(`observer@${unit}`, route(id), { body })).status).toBe(403);
    expect((await app.ask(`director@${unit + 1}`, route(id), { body })).status).toBe(404);
  });
});
