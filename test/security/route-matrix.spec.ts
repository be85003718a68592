import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Route, RouteBook } from '../../backend/src/platform/auth/route-book.ts';
import { type Permission, permissionsOf, roles } from '#contract/identity';
import type { Problem } from '#contract/problem';
import type { Role } from '#domain/dossier';
import { type Answer, type Browser, OfficeApp, type Question } from '../support/office-app.ts';
import { printedRoutes } from './printed-routes.ts';
import { SAMPLES, type Things } from './samples.ts';

const NOTHING = '00000000-0000-4000-8000-000000000000';
/** It would never end; who may open it is asked in its own suite. */
const ENDLESS = ['GET /api/v1/stream'];

let office: OfficeApp;
let book: readonly Route[];
let things: Things;
const browsers = new Map<Role, Browser>();

const permissionOf = ({ access }: Route): Permission | undefined =>
  access.kind === 'permission' ? access.permission : undefined;

const bodyOf = (name: string): unknown => {
  const { body, bodyIn } = SAMPLES[name] ?? {};
  return bodyIn === undefined ? body : bodyIn(things.commune);
};

const questionOf = ({ name }: Route, id = NOTHING): Question => {
  const [method = '', path = ''] = name.split(' ');
  const body = bodyOf(name);
  return {
    method: method as Question['method'],
    url: path.replace(/:\w+|\*/g, id),
    ...(body !== undefined && { body }),
  };
};

const ask = (browser: Browser, route: Route, id?: string): Promise<Answer<Problem>> =>
  browser.ask<Problem>(questionOf(route, id));

const browserOf = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`nobody is ${role}`);
  return browser;
};

const makeKey = async (unitId: number): Promise<string> => {
  const id = randomUUID();
  await office.database.asRoot(
    `insert into api_key (id, unit_id, token_hash, name, permissions, created_by, created_at)
     select $1, $2, $3, 'Khóa', '{}', (select min(id::text)::uuid from office_user), now()`,
    [id, unitId, randomBytes(32)],
  );
  return id;
};

const withPermission = () =>
  book.filter((route) => permissionOf(route) !== undefined && !ENDLESS.includes(route.name));

beforeAll(async () => {
  office = await OfficeApp.open();
  book = office.application.app.get(RouteBook).list();
  const city = await office.unit({ code: 'H24', kind: 'city' });
  const commune = await office.unit({ code: 'H24.99', parentId: city });
  const foreign = await office.unit({ code: 'H25.01' });
  things = {
    commune,
    foreign,
    person: (unitId) =>
      office.person(`ai.${randomUUID().slice(0, 8)}`, { unitId, roles: ['clerk'] }),
    key: makeKey,
  };
  for (const role of roles) {
    const unitId = role === 'cityReader' ? city : commune;
    await office.person(role.toLowerCase(), { unitId, roles: [role] });
    browsers.set(role, await office.signedIn(role.toLowerCase()));
  }
});
afterAll(() => office.close());
beforeEach(() => office.database.asRoot('delete from sign_in_attempt'));

describe('every route', () => {
  it('that Fastify answers says what it asks of whoever calls it', () => {
    const tree = office.application.app.getHttpAdapter().getInstance();
    const real = printedRoutes(tree.printRoutes({ commonPrefix: false }));
    expect(real.length).toBeGreaterThan(20);
    expect(real.toSorted()).toEqual(book.map(({ name }) => name).toSorted());
  });

  it('is closed to strangers, unless it says that it is for anybody', async () => {
    for (const route of book.filter(({ access }) => access.kind !== 'public')) {
      const { status } = await ask(office.browser(), route);
      // Malformed comes first (contract §4); a sample of its own makes the question whole.
      const expected = SAMPLES[route.name] === undefined ? [400, 401] : [401];
      expect([route.name, expected.includes(status)]).toEqual([route.name, true]);
    }
  });

  it('is closed to a key that is not good, whatever cookie comes along', async () => {
    const { cookie } = browserOf('admin');
    for (const route of book.filter(({ access }) => access.kind !== 'public')) {
      const headers = { authorization: 'Bearer mck_sai', cookie };
      const { status } = await office.browser().ask({ ...questionOf(route), headers });
      expect([route.name, [400, 401].includes(status)]).toEqual([route.name, true]);
    }
  });

  it('that writes is closed to pages of other sites, though the cookie comes along', async () => {
    const { cookie } = browserOf('director');
    for (const route of book.filter(({ name, access }) => {
      return !name.startsWith('GET') && access.kind !== 'public';
    })) {
      const { status } = await office.browser().ask({ ...questionOf(route), headers: { cookie } });
      const expected = SAMPLES[route.name] === undefined ? [400, 403] : [403];
      expect([route.name, expected.includes(status)]).toEqual([route.name, true]);
    }
  });
});

describe('role by role', () => {
  it.each(roles)('%s gets in where the table says so, and nowhere else', async (role) => {
    for (const route of withPermission()) {
      const permission = permissionOf(route);
      const may = permissionsOf([role]).some((one) => one === permission);
      const own = await SAMPLES[route.name]?.own?.(things);
      if (own === undefined && / .*[:*]/.test(route.name)) continue;
      const { status } = await ask(browserOf(role), route, own);
      if (may) expect([route.name, [401, 403, 404].includes(status)]).toEqual([route.name, false]);
      // A body that is not whole is told so first.
      else expect([route.name, [400, 403].includes(status)]).toEqual([route.name, true]);
      expect(status).toBeLessThan(500);
    }
  });

  it('a key without permissions gets in nowhere', async () => {
    const id = await makeKey(things.commune);
    const token = randomBytes(32).toString('base64url');
    await office.database.asRoot(
      'update api_key set token_hash = sha256($2::bytea) where id = $1',
      [id, Buffer.from(token)],
    );
    for (const route of book.filter(({ access }) => access.kind === 'permission')) {
      const own = await SAMPLES[route.name]?.own?.(things);
      const headers = { authorization: `Bearer ${token}` };
      const { status } = await office.browser().ask({ ...questionOf(route, own), headers });
      const closed = own === undefined ? [400, 403, 404] : [403];
      expect([route.name, closed.includes(status)]).toEqual([route.name, true]);
    }
  });
});

describe('what belongs to another unit', () => {
  const located = () => withPermission().filter(({ name }) => SAMPLES[name]?.other !== undefined);

  it.each(roles)('is for %s as if it were not there', async (role) => {
    expect(located().length).toBeGreaterThan(3);
    for (const route of located()) {
      const other = await SAMPLES[route.name]?.other?.(things);
      const answers = [
        await ask(browserOf(role), route, other),
        await ask(browserOf(role), route, /units\/:id/.test(route.name) ? '999999' : NOTHING),
      ];
      const [foreign, missing] = answers.map(({ status, body }) => ({
        status,
        body: { ...body, instance: '', requestId: '' },
      }));
      expect([route.name, foreign]).toEqual([route.name, missing]);
      expect(foreign?.status).toBe(404);
    }
  });
});
