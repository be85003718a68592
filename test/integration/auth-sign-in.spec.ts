import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Me,
  loginPath,
  logoutPath,
  mePath,
  meSchema,
  mySessionsPath,
} from '#contract/identity';
import { type Problem, problemSchema } from '#contract/problem';
import { OfficeApp, PASSWORD } from '../support/office-app.ts';

let office: OfficeApp;
let commune: number;
let other: number;
let city: number;

beforeAll(async () => {
  // In the evening: at work a screen left alone locks instead (auth-desk.spec.ts).
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-02T20:00:00+07:00@1' });
  city = await office.unit({ code: 'H24', kind: 'city' });
  commune = await office.unit({ code: 'H24.99', parentId: city });
  other = await office.unit({ code: 'H25.01' });
  await office.person('tiepnhan', { unitId: commune, roles: ['reception'] });
  await office.person('quantri', { unitId: city, roles: ['admin'] });
  await office.person(
    'hainoi',
    { unitId: commune, roles: ['clerk'] },
    { unitId: other, roles: ['head'] },
  );
});
afterAll(() => office.close());

describe('signing in', () => {
  it('tells who one is, where, and what one may do there', async () => {
    const browser = office.browser();
    const answer = await browser.signIn('tiepnhan');
    expect(answer.status).toBe(200);
    const me = meSchema.parse(answer.body);
    expect(me.user).toMatchObject({ username: 'tiepnhan', mustChangePassword: false });
    expect(me.units).toHaveLength(1);
    expect(me.units[0]).toMatchObject({ id: commune, code: 'H24.99', roles: ['reception'] });
    expect(me.units[0]?.permissions).toContain('dossiers.accept');
    expect(me.units[0]).toMatchObject({ kind: 'commune', level: 'xa', standsInFor: [] });
    expect(me).toMatchObject({ evaluation: false, clock: { rate: 1, zone: 'Asia/Ho_Chi_Minh' } });
    const { clock, ...later } = meSchema.parse((await browser.get<Me>(mePath)).body);
    expect({ ...later, clock: me.clock }).toEqual(me);
    expect(Date.parse(clock.now)).toBeGreaterThanOrEqual(Date.parse(me.clock.now));
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { cookies } = await office.browser().signIn('tiepnhan');
    expect(cookies[0]).toMatch(/^motcua-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('does not mind capitals, and takes the password as any keyboard composes it', async () => {
    const password = PASSWORD.normalize('NFD');
    expect((await office.browser().signIn(' TiepNhan ', { password })).status).toBe(200);
  });

  it('answers alike for a wrong password and for a name nobody has', async () => {
    const wrong = await office
      .browser()
      .post<Problem>(loginPath, { username: 'tiepnhan', password: 'sai' });
    const nobody = await office
      .browser()
      .post<Problem>(loginPath, { username: 'khongai', password: 'sai' });
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    const [wrongBody, nobodyBody] = [wrong, nobody].map(({ body }) => problemSchema.parse(body));
    expect({ ...wrongBody, requestId: '' }).toEqual({ ...nobodyBody, requestId: '' });
    expect(wrongBody?.code).toBe('sign-in-failed');
  });

  it('reaches from a city to the units below it, for administrators', async () => {
    const { body } = await office.browser().signIn('quantri');
    expect(body.units.map(({ code }) => code)).toEqual(['H24', 'H24.99']);
    expect(body.units[1]?.roles).toEqual(['admin']);
  });

  it('keeps roles apart between units', async () => {
    const { body } = await office.browser().signIn('hainoi');
    expect(body.units.map(({ code, roles }) => [code, roles])).toEqual([
      ['H24.99', ['clerk']],
      ['H25.01', ['head']],
    ]);
  });

  it('leaves nothing of the session before it: a planted one is worth nothing', async () => {
    const browser = await office.signedIn('tiepnhan');
    const planted = browser.cookie;
    await browser.signIn('tiepnhan');
    const thief = await office.browser().get(mePath, { cookie: planted });
    expect(thief.status).toBe(401);
    expect((await browser.get(mePath)).status).toBe(200);
  });

  it('says what is wrong with the request before it looks at anybody', async () => {
    const answer = await office
      .browser()
      .post<Problem>(loginPath, { username: 'tiepnhan', pin: 1 });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: 'password', code: 'required', message: 'Mục này còn thiếu.' },
      { path: 'pin', code: 'unknown-field', message: 'Không có mục này.' },
    ]);
  });
});

describe('a session', () => {
  it('ends with signing out, at once', async () => {
    const browser = await office.signedIn('tiepnhan');
    const { cookie } = browser;
    expect((await browser.post(logoutPath)).status).toBe(204);
    expect((await office.browser().get(mePath, { cookie })).status).toBe(401);
  });

  it('ends after half an hour without a request, and after twelve hours anyway', async () => {
    const idle = await office.signedIn('tiepnhan');
    await office.database.asRoot(`update session set seen_at = seen_at - interval '31 minutes'`);
    expect((await idle.get(mePath)).status).toBe(401);
    const old = await office.signedIn('tiepnhan');
    await office.database.asRoot(
      `update session set expires_at = expires_at - interval '12 hours'`,
    );
    expect((await old.get(mePath)).status).toBe(401);
  });

  it('is listed to its owner, who may end it elsewhere', async () => {
    await office.database.asRoot('delete from session');
    const here = await office.signedIn('tiepnhan');
    const there = await office.signedIn('tiepnhan');
    await office.signedIn('quantri');
    const { body } = await here.get<{ items: { id: string; current: boolean }[] }>(mySessionsPath);
    expect(body.items.map(({ current }) => current).sort()).toEqual([false, true]);
    const elsewhere = body.items.find(({ current }) => !current)?.id ?? '';
    expect((await here.delete(`${mySessionsPath}/${elsewhere}`)).status).toBe(204);
    expect((await there.get(mePath)).status).toBe(401);
    expect((await here.get(mePath)).status).toBe(200);
    expect((await here.delete(`${mySessionsPath}/${elsewhere}`)).status).toBe(404);
  });

  it('of somebody else is as good as none', async () => {
    const mine = await office.signedIn('tiepnhan');
    const others = await office.signedIn('quantri');
    const { body } = await mine.get<{ items: { id: string; current: boolean }[] }>(mySessionsPath);
    const id = body.items.find(({ current }) => current)?.id ?? '';
    expect((await others.delete(`${mySessionsPath}/${id}`)).status).toBe(404);
    expect((await mine.get(mePath)).status).toBe(200);
  });

  it('is over when the account is disabled, and a changed role counts at once', async () => {
    await office.person('nghiviec', { unitId: commune, roles: ['reception'] });
    const browser = await office.signedIn('nghiviec');
    await office.database.asRoot(
      `update membership set roles = '{observer}' where user_id = (select id from office_user where username = 'nghiviec')`,
    );
    expect((await browser.get<Me>(mePath)).body.units[0]?.roles).toEqual(['observer']);
    await office.database.asRoot(
      `update office_user set disabled_at = now() where username = 'nghiviec'`,
    );
    expect((await browser.get(mePath)).status).toBe(401);
    expect((await office.browser().signIn('nghiviec')).status).toBe(401);
    // By hand, so that nothing ended it: what an administrator disables has no session left.
    await office.database.asRoot(
      `delete from session where user_id = (select id from office_user where username = 'nghiviec')`,
    );
  });

  it('is kept as a hash: the database does not hold a key to it', async () => {
    const browser = await office.signedIn('tiepnhan');
    const token = /motcua-sid=([\w-]+)/.exec(browser.cookie)?.[1] ?? '';
    const [row] = await office.database.asRoot<{ n: number }>(
      `select count(*)::int as n from session where token_hash = sha256($1::bytea)`,
      [Buffer.from(token)],
    );
    expect(row?.n).toBe(1);
  });
});

describe('a page of another site', () => {
  it.each([
    ['without our token', { 'x-csrf-token': '' }],
    ['with a token of its own', { 'x-csrf-token': 'a'.repeat(43) }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { origin: 'https://ke-xau.example' }],
    ['from nowhere to be named', { origin: 'null' }],
  ])('writes nothing %s', async (_how, headers) => {
    const browser = await office.signedIn('tiepnhan');
    const answer = await browser.post<Problem>(logoutPath, undefined, headers);
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('foreign-request');
    expect((await browser.get(mePath)).status).toBe(200);
  });

  it('cannot sign anybody in either', async () => {
    const browser = office.browser();
    const login = { username: 'tiepnhan', password: PASSWORD };
    const answer = await browser.post(loginPath, login, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(browser.cookie).toBe('');
  });

  it('is not our own page', async () => {
    const browser = await office.signedIn('tiepnhan');
    const headers = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' };
    expect((await browser.post(logoutPath, undefined, headers)).status).toBe(204);
  });
});

describe('whoever guesses', () => {
  it('waits from the sixth time on, name or no name, while the owner’s own browser gets in', async () => {
    await office.person('bidoan', { unitId: commune, roles: ['reception'] });
    const own = await office.signedIn('bidoan');
    for (const username of ['bidoan', 'khongcoai']) {
      const answers = [];
      for (let guess = 0; guess < 7; guess += 1) {
        answers.push(
          await office.browser().post<Problem>(loginPath, { username, password: 'sai' }),
        );
      }
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 429]);
      // The owner too, from any browser that is not known: asked at once, for two seconds are soon over.
      expect((await office.browser().signIn(username)).status).toBe(429);
      expect(answers[6]?.headers['retry-after']).toBe('2');
      expect(answers[6]?.body).toMatchObject({
        code: 'too-many-attempts',
        facts: { retryAfterSeconds: 2 },
      });
    }
    expect((await own.signIn('bidoan')).status).toBe(200);
  });

  it('is not many at once either', async () => {
    await office.person('nhieulan', { unitId: commune, roles: ['reception'] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        office.browser().post(loginPath, { username: 'nhieulan', password: 'sai' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(14);
  });
});

describe('the morning', () => {
  it('lets a whole office in at the same moment, from one address', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `canbo${index}`);
    for (const name of names) await office.person(name, { unitId: commune, roles: ['reception'] });
    const answers = await Promise.all(names.map((name) => office.browser().signIn(name)));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
  });
});

describe('the order of answers', () => {
  it('is malformed, then unknown, whatever the address', async () => {
    const stranger = office.browser();
    expect((await stranger.get(mePath)).status).toBe(401);
    expect((await stranger.get<Problem>('/api/v1/khong-co')).status).toBe(404);
  });

  it('never falls back from a bad key to the cookie', async () => {
    const browser = await office.signedIn('tiepnhan');
    const answer = await browser.get(mePath, { authorization: 'Bearer sai' });
    expect(answer.status).toBe(401);
  });
});
