import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CreatedDossier } from '#contract/dossiers';
import type { User } from '#contract/identity';
import { usersPath } from '#contract/identity';
import type { Problem } from '#contract/problem';
import { unitsPath } from '#contract/units';
import { type Browser, OfficeApp, PASSWORD } from '../support/office-app.ts';
import { aReceipt } from '../support/dossiers-app.ts';

let office: OfficeApp;
let here: number;
let there: number;
let counter: Browser;
let admin: Browser;
let dossier: string;

beforeAll(async () => {
  office = await OfficeApp.open();
  const city = await office.unit({ code: 'H24', kind: 'city' });
  here = await office.unit({ code: 'H24.01', parentId: city });
  there = await office.unit({ code: 'H24.02', parentId: city });
  await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  await office.person('quantri', { unitId: city, roles: ['admin'] });
  await office.person('quantrixa', { unitId: here, roles: ['admin'] });
  counter = await office.signedIn('tiepnhan');
  admin = await office.signedIn('quantri');
  const { body } = await counter.post<CreatedDossier>('/api/v1/dossiers', aReceipt());
  dossier = body.id;
});
afterAll(() => office.close());

const told = ({ status, body }: { status: number; body: Problem }) => [status, body.code];

describe('how many a list is asked for', () => {
  const get = async (path: string, browser = counter) =>
    told(await browser.get<Problem>(`/api/v1${path}`));
  const search = async (body: object, browser = counter) =>
    told(await browser.post<Problem>('/api/v1/dossiers/search', body));
  const OUT_OF_RANGE = [422, 'value-out-of-range'];

  it.each(['0', '501', '-1', '2.5'])('has its range, of which %s is not', async (limit) => {
    expect(await get(`/dossiers?limit=${limit}`)).toEqual(OUT_OF_RANGE);
    expect(await get(`/dossiers/${dossier}/events?limit=${limit}`)).toEqual(OUT_OF_RANGE);
    expect(await search({ limit: Number(limit) })).toEqual(OUT_OF_RANGE);
  });

  it('is told of after what is not there', async () => {
    expect(await get(`/dossiers/${randomUUID()}/events?limit=0`)).toEqual([404, 'not-found']);
    expect(await get(`/dossiers?unitId=${there}&limit=0`)).toEqual([404, 'not-found']);
    expect(await search({ unitId: there, limit: 0 })).toEqual([404, 'not-found']);
  });

  it('is told of after what is not one’s to see', async () => {
    expect(await get('/audit?limit=0')).toEqual([403, 'not-permitted']);
    expect(await get('/dossiers?limit=0', admin)).toEqual([403, 'not-permitted']);
    expect(await search({ limit: 0 }, admin)).toEqual([403, 'not-permitted']);
  });

  it('is malformed before everything else where it is no number', async () => {
    expect(await get(`/dossiers/${randomUUID()}/events?limit=many`)).toEqual([
      ...[400, 'invalid-request'],
    ]);
    expect(await search({ unitId: there, limit: '5' })).toEqual([400, 'invalid-request']);
  });

  it('changes nothing of what is posted elsewhere', async () => {
    const answer = await counter.post<Problem>('/api/v1/dossiers', aReceipt({ limit: 0 }));
    expect(told(answer)).toEqual([400, 'invalid-request']);
  });
});

describe('a path asked in a way it is not', () => {
  it.each([
    ['DELETE', '/api/v1/dossiers', 'GET, HEAD, POST'],
    ['PUT', '/api/v1/auth/login', 'POST'],
    ['GET', '/api/v1/auth/login', 'POST'],
    ['GET', '/api/v1/dossiers/0197c5a0-7d1e-7000-8000-000000000001/accept?x=1', 'POST'],
    ['POST', '/health/live', 'GET, HEAD'],
  ] as const)('%s %s: 405, and what it may be asked', async (method, url, allow) => {
    const answer = await office.browser().ask<Problem>({ method, url });
    expect(told(answer)).toEqual([405, 'method-not-allowed']);
    expect(answer.headers['allow']).toBe(allow);
  });

  it.each(['/api/v1/nothing', '/api/v1/dossiers/1/2/3', '/nothing.js'])(
    'is another matter than one that is not there: %s',
    async (url) => {
      for (const method of ['GET', 'POST', 'DELETE'] as const) {
        expect((await office.browser().ask<Problem>({ method, url })).status).toBe(404);
      }
    },
  );
});

describe('the unit of a request', () => {
  const aUser = (more: object) => ({
    username: `u${randomUUID().slice(0, 8)}`,
    displayName: 'Lan',
    password: PASSWORD,
    ...more,
  });

  it('may be said once for all memberships of a new colleague', async () => {
    const memberships = [{ roles: ['clerk'] }];
    const { status, body } = await admin.post<User>(
      usersPath,
      aUser({ unitId: here, memberships }),
    );
    expect(status).toBe(201);
    expect(body.memberships).toMatchObject([{ unitId: here, roles: ['clerk'] }]);
  });

  it('need not be said where there is only one', async () => {
    const ofCommune = await office.signedIn('quantrixa');
    const memberships = [{ roles: ['clerk'] }];
    const { body } = await ofCommune.post<User>(usersPath, aUser({ memberships }));
    expect(body.memberships).toMatchObject([{ unitId: here }]);
  });

  it('has to be said where there are several', async () => {
    const answer = await admin.post<Problem>(
      usersPath,
      aUser({ memberships: [{ roles: ['clerk'] }] }),
    );
    expect(told(answer)).toEqual([422, 'unit-required']);
  });

  it('is not found where it is no unit of the asker’s, whatever the number', async () => {
    for (const unitId of [999_999, 1.5, -1, 2 ** 40]) {
      const memberships = [{ unitId, roles: ['clerk'] }];
      expect(told(await admin.post<Problem>(usersPath, aUser({ memberships })))).toEqual([
        ...[404, 'not-found'],
      ]);
      const unit = { unitId, code: 'H24.77', name: 'Xã', kind: 'commune', level: 'xa' };
      expect(told(await admin.post<Problem>(unitsPath, unit))).toEqual([404, 'not-found']);
    }
  });
});
