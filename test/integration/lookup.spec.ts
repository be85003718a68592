import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

const ask = <Body = LookupAnswer>(body: object, headers = {}) =>
  app.ask<Body>('', 'POST /api/v1/public/lookup', { body, headers });

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

describe('whoever guesses', () => {
  it('gets one answer for every wrong pair, and after many of them none', async () => {
    const { code, lookupCode } = await app.received(reception);
    const wrong = [
      { code, lookupCode: '00000000' },
      { code: 'MC.H24.99-990101-0001', lookupCode },
      { code: "' or 1=1 --", lookupCode: '%' },
    ];
    const told = await Promise.all(wrong.map((pair) => ask<Problem>(pair)));
    const same = told.map(({ status, body }) => [status, { ...body, requestId: '' }]);
    expect(same[0]?.[0]).toBe(404);
    expect(same.every((each) => JSON.stringify(each) === JSON.stringify(same[0]))).toBe(true);
    const statuses: number[] = [];
    for (let tries = 0; tries < 30; tries += 1) {
      statuses.push((await ask({ code, lookupCode: '00000000' })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await ask({ code, lookupCode })).status).toBe(200);
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
    expect(row?.facts).toEqual(body);
  });

  it('stays masked without a reason, or for whoever may not see it', async () => {
    const { id } = await app.received(reception);
    const body = { fields: ['phone'], reason: 'Gọi' };
    expect((await app.ask(reception, route(id), { body: { fields: ['phone'] } })).status).toBe(400);
    expect((await app.ask(`observer@${unit}`, route(id), { body })).status).toBe(403);
    expect((await app.ask(`director@${unit + 1}`, route(id), { body })).status).toBe(404);
  });
});
