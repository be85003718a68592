import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Desk,
  type Me,
  type OwnDesk,
  deskSchema,
  desksPath,
  lockPath,
  logoutPath,
  mePath,
  meSchema,
  myPasswordPath,
  myPinEndPath,
  myPinPath,
  mySessionsPath,
  ownDeskPath,
  ownDeskSchema,
  switchPath,
  unlockPath,
  usersPath,
} from '#contract/identity';
import type { Page } from '#contract/list';
import { type Problem, problemSchema } from '#contract/problem';
import { streamPath } from '#contract/stream';
import { unitsPath } from '#contract/units';
import { type Browser, OfficeApp, PASSWORD } from '../support/office-app.ts';

const PIN = '480163';
/** A Monday morning at work, and the evening after it. */
const AT_WORK = '2026-03-02T09:00:00+07:00';
const AT_HOME = '2026-03-02T20:00:00+07:00';

let office: OfficeApp;
let commune: number;

const setClock = (moment: string): Promise<void> => office.setClock(moment);

const leaveAlone = (minutes: number): Promise<unknown> =>
  office.database.asRoot(`update session set seen_at = seen_at - make_interval(mins => $1)`, [
    minutes,
  ]);

const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, status < 300 ? undefined : problemSchema.parse(body).code];
};

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: `${AT_WORK}@0` });
  commune = await office.unit({ code: 'H24.99' });
  const other = await office.unit({ code: 'H25.01' });
  await office.department(commune, 'tt');
  await office.person('quantri', { unitId: commune, roles: ['admin'] });
  await office.person('truong', { unitId: commune, roles: ['head'], departmentCode: 'tt' });
  await office.person('lan', { unitId: commune, roles: ['reception'] });
  await office.person('hoa', { unitId: commune, roles: ['reception'] });
  await office.person('xa', { unitId: other, roles: ['reception'] });
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.database.asRoot('delete from sign_in_attempt');
  await setClock(AT_WORK);
});

const withPin = async (username: string, browser = office.browser()): Promise<Browser> => {
  await browser.signIn(username);
  const set = await browser.post(myPinPath, { password: PASSWORD, pin: PIN });
  expect(set.status).toBe(204);
  return browser;
};

/** A browser that the head has made a desk, with nobody signed in at it. */
const aDesk = async (): Promise<Browser> => {
  const browser = await office.signedIn('truong');
  const { status, body } = await browser.post<Desk>(desksPath, { name: 'Quầy 1' });
  expect([status, deskSchema.parse(body).unitId]).toEqual([201, commune]);
  await browser.post(logoutPath);
  return browser;
};

describe('a screen left alone while the office is at work', () => {
  it('locks after a quarter of an hour, and answers nothing but what leads out', async () => {
    const lan = await office.signedIn('lan');
    await leaveAlone(16);
    expect(await codeOf(lan.get(usersPath))).toEqual([423, 'session-locked']);
    expect(await codeOf(lan.get(streamPath))).toEqual([423, 'session-locked']);
    expect(await codeOf(lan.get(mySessionsPath))).toEqual([423, 'session-locked']);
    const change = { current: PASSWORD, password: 'ba con cua bò ngang đường' };
    expect(await codeOf(lan.post(myPasswordPath, change))).toEqual([423, 'session-locked']);
    expect(meSchema.parse((await lan.get<Me>(mePath)).body).locked).toBe(true);
    expect(await codeOf(lan.post(unlockPath, { password: 'sai' }))).toEqual([
      422,
      'wrong-password',
    ]);
    const opened = await lan.post<Me>(unlockPath, { password: PASSWORD });
    expect([opened.status, opened.body.locked]).toEqual([200, false]);
    expect((await lan.get(usersPath)).status).toBe(200);
  });

  it('stays locked through lunch and until its twelve hours are over', async () => {
    const lan = await office.signedIn('lan');
    await leaveAlone(200);
    expect((await lan.get<Me>(mePath)).body.locked).toBe(true);
    expect((await lan.post(unlockPath, { password: PASSWORD })).status).toBe(200);
  });

  it('locks after as many minutes as the unit says', async () => {
    const admin = await office.signedIn('quantri');
    const lan = await office.signedIn('lan');
    const settings = (lockAfterMinutes: number) => ({ settings: { lockAfterMinutes } });
    await admin.patch(`${unitsPath}/${commune}`, settings(60));
    await leaveAlone(45);
    expect((await lan.get<Me>(mePath)).body).toMatchObject({ locked: false, lockAfterMinutes: 60 });
    await admin.patch(`${unitsPath}/${commune}`, settings(5));
    await leaveAlone(6);
    expect((await lan.get<Me>(mePath)).body).toMatchObject({ locked: true, lockAfterMinutes: 5 });
    await office.database.asRoot(`update unit set settings = '{}' where id = $1`, [commune]);
  });

  it('that locked at work is not open because work is over', async () => {
    const lan = await office.signedIn('lan');
    await leaveAlone(20);
    expect((await lan.get<Me>(mePath)).body.locked).toBe(true);
    await setClock(AT_HOME);
    expect((await lan.get<Me>(mePath)).body.locked).toBe(true);
    await leaveAlone(20);
    expect((await lan.get(mePath)).status).toBe(401);
  });

  it('locks at once when its owner goes, and may be signed out of by anybody', async () => {
    const lan = await office.signedIn('lan');
    expect((await lan.post(lockPath)).status).toBe(204);
    expect(await codeOf(lan.get(usersPath))).toEqual([423, 'session-locked']);
    expect((await lan.post(logoutPath)).status).toBe(204);
    expect((await lan.get(mePath)).status).toBe(401);
  });
});

describe('a screen left alone when work is over', () => {
  it('stays open for half an hour and is then signed out', async () => {
    await setClock(AT_HOME);
    const lan = await office.signedIn('lan');
    await leaveAlone(20);
    expect((await lan.get<Me>(mePath)).body.locked).toBe(false);
    await leaveAlone(31);
    expect((await lan.get(mePath)).status).toBe(401);
  });
});

describe('a PIN', () => {
  it('is set with the password, told to nobody, and easy ones are refused', async () => {
    const lan = await office.signedIn('lan');
    const set = (password: string, pin: string) => codeOf(lan.post(myPinPath, { password, pin }));
    expect(await set('sai', PIN)).toEqual([422, 'wrong-password']);
    expect(await set(PASSWORD, '123456')).toEqual([422, 'pin-too-simple']);
    expect(await set(PASSWORD, '48016')).toEqual([400, 'invalid-request']);
    expect(await set(PASSWORD, PIN)).toEqual([204, undefined]);
    expect((await lan.get<Me>(mePath)).body.user.hasPin).toBe(true);
    const end = { password: PASSWORD };
    expect((await lan.post(myPinEndPath, end)).status).toBe(204);
    expect((await lan.get<Me>(mePath)).body.user.hasPin).toBe(false);
  });

  it('changes who works at the desk: the colleague before is out, the next one in', async () => {
    const desk = await aDesk();
    await withPin('hoa');
    await desk.signIn('lan');
    const before = desk.cookie;
    const people = ownDeskSchema.parse((await desk.get<OwnDesk>(ownDeskPath)).body);
    expect(people).toMatchObject({ desk: { name: 'Quầy 1' }, people: [{ username: 'hoa' }] });
    const me = await desk.post<Me>(switchPath, { username: 'Hoa', pin: PIN });
    expect([me.status, me.body.user.username]).toEqual([200, 'hoa']);
    expect(me.body.desk?.name).toBe('Quầy 1');
    expect((await desk.get<Me>(mePath)).body.user.username).toBe('hoa');
    expect((await office.browser().get(mePath, { cookie: before })).status).toBe(401);
    const [line] = await office.database.asRoot(
      `select facts from audit where act = 'session.opened' order by position desc limit 1`,
    );
    expect(line).toMatchObject({ facts: { by: 'pin' } });
  });

  it('opens the locked screen of its owner', async () => {
    const desk = await aDesk();
    await withPin('lan', desk);
    await desk.post(lockPath);
    expect(await codeOf(desk.post(unlockPath, { pin: '999991' }))).toEqual([422, 'wrong-pin']);
    expect((await desk.post<Me>(unlockPath, { pin: PIN })).body.locked).toBe(false);
    expect(await codeOf(desk.post(unlockPath, {}))).toEqual([400, 'invalid-request']);
    const both = { pin: PIN, password: PASSWORD };
    expect(await codeOf(desk.post(unlockPath, both))).toEqual([400, 'invalid-request']);
  });

  it('is good nowhere but at a registered desk, of the own unit, at work', async () => {
    await withPin('lan');
    await withPin('xa');
    const asked = (browser: Browser, username: string) =>
      codeOf(browser.post(switchPath, { username, pin: PIN }));
    expect(await asked(office.browser(), 'lan')).toEqual([403, 'desk-not-registered']);
    const desk = await aDesk();
    expect(await asked(desk, 'xa')).toEqual([401, 'sign-in-failed']);
    expect(await asked(desk, 'khongco')).toEqual([401, 'sign-in-failed']);
    await setClock(AT_HOME);
    expect(await asked(desk, 'lan')).toEqual([403, 'outside-working-hours']);
    await setClock(AT_WORK);
    expect(await asked(desk, 'lan')).toEqual([200, undefined]);
  });

  it('is guessed at three times for nothing, then slower and slower', async () => {
    await withPin('lan');
    const desk = await aDesk();
    const codes: unknown[] = [];
    for (let at = 0; at < 6; at += 1) {
      const [, code] = await codeOf(desk.post(switchPath, { username: 'lan', pin: '777771' }));
      codes.push(code);
    }
    expect(codes.filter((code) => code === 'sign-in-failed').length).toBeLessThan(6);
    expect(codes.at(-1)).toBe('too-many-attempts');
    const right = codeOf(desk.post(switchPath, { username: 'lan', pin: PIN }));
    expect(await right).toEqual([429, 'too-many-attempts']);
  });

  it('is not for whoever has a second factor', async () => {
    await withPin('hoa');
    const desk = await aDesk();
    await office.database.asRoot(`update office_user set totp_seed = 'x' where username = 'hoa'`);
    const asked = codeOf(desk.post(switchPath, { username: 'hoa', pin: PIN }));
    expect(await asked).toEqual([403, 'full-sign-in-required']);
    await office.database.asRoot(`update office_user set totp_seed = null where username = 'hoa'`);
  });

  it('ends when an administrator sets another password', async () => {
    await withPin('lan');
    const admin = await office.signedIn('quantri');
    const { body } = await admin.get<Page<{ id: string; username: string }>>(usersPath);
    const id = body.items.find(({ username }) => username === 'lan')?.id ?? '';
    await admin.patch(`${usersPath}/${id}`, { password: PASSWORD });
    expect((await (await office.signedIn('lan')).get<Me>(mePath)).body.user.hasPin).toBe(false);
  });
});

describe('a desk', () => {
  it('is registered by whoever leads or administers, and removed for good', async () => {
    const lan = await office.signedIn('lan');
    expect(await codeOf(lan.post(desksPath, { name: 'Quầy' }))).toEqual([403, 'not-permitted']);
    const admin = await office.signedIn('quantri');
    const made = await admin.post<Desk>(desksPath, { name: 'Quầy 9' });
    const { body } = await admin.get<Page<Desk>>(desksPath);
    expect(body.items.find(({ id }) => id === made.body.id)).toMatchObject({ current: true });
    expect((await admin.delete(`${desksPath}/${made.body.id}`)).status).toBe(204);
    expect((await admin.get<OwnDesk>(ownDeskPath)).body).toEqual({ desk: null, people: [] });
    const again = await admin.delete<Problem>(`${desksPath}/${made.body.id}`);
    expect(again.status).toBe(404);
  });
});
