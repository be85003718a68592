import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type ApiKey,
  type CreatedApiKey,
  type Me,
  type ResetLink,
  type User,
  apiKeysPath,
  loginPath,
  mePath,
  myPasswordPath,
  resetPath,
  userSchema,
  usersPath,
} from '#contract/identity';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { type Department, departmentsPath, unitsPath } from '#contract/units';
import { type Browser, OfficeApp, PASSWORD } from '../support/office-app.ts';

let office: OfficeApp;
let city: number;
let commune: number;
let other: number;
let admin: Browser;
let cityAdmin: Browser;

beforeAll(async () => {
  office = await OfficeApp.open();
  city = await office.unit({ code: 'H24', kind: 'city' });
  commune = await office.unit({ code: 'H24.99', parentId: city });
  other = await office.unit({ code: 'H25.01' });
  await office.department(commune, 'tu-phap');
  await office.person('quantri', { unitId: city, roles: ['admin'] });
  await office.person('quantrixa', { unitId: commune, roles: ['admin'] });
  await office.person('tiepnhan', { unitId: commune, roles: ['reception'] });
  await office.person('noikhac', { unitId: other, roles: ['admin'] });
});
afterAll(() => office.close());
beforeEach(async () => {
  admin = await office.signedIn('quantrixa');
  cityAdmin = await office.signedIn('quantri');
});

const aUser = (username: string, more: object = {}) => ({
  username,
  displayName: 'Trần Thị Lan',
  memberships: [{ unitId: commune, departmentCode: 'tu-phap', roles: ['processing'] }],
  password: PASSWORD,
  ...more,
});

const add = (browser: Browser, username: string, more: object = {}) =>
  browser.post<User & Problem>(usersPath, aUser(username, more));

describe('a new colleague', () => {
  it('has an account, a place, and can sign in', async () => {
    const answer = await add(admin, 'lan.tran', { title: 'Công chức Tư pháp' });
    expect(answer.status).toBe(201);
    expect(userSchema.parse(answer.body)).toMatchObject({
      username: 'lan.tran',
      title: 'Công chức Tư pháp',
      memberships: [{ unitId: commune, departmentCode: 'tu-phap', roles: ['processing'] }],
      disabled: false,
    });
    const { body } = await office.browser().signIn('lan.tran');
    expect(body.units[0]).toMatchObject({ code: 'H24.99', departments: ['tu-phap'] });
  });

  it('changes the password before anything else, when the administrator says so', async () => {
    await add(admin, 'moi.vao', { mustChangePassword: true });
    const browser = await office.signedIn('moi.vao');
    expect((await browser.get<Me>(mePath)).body.user.mustChangePassword).toBe(true);
    const refused = await browser.get<Problem>(usersPath);
    expect([refused.status, refused.body.code]).toEqual([403, 'password-change-required']);
    const same = { current: PASSWORD, password: PASSWORD };
    expect((await browser.post<Problem>(myPasswordPath, same)).body).toMatchObject({
      code: 'password-not-accepted',
      facts: { fault: 'unchanged' },
    });
    const change = { current: PASSWORD, password: 'ba con cua bò ngang đường' };
    expect((await browser.post(myPasswordPath, change)).status).toBe(204);
    expect((await browser.get(usersPath)).status).toBe(200);
  });

  it('has a name nobody else has, capitals or not', async () => {
    const answer = await add(admin, 'TiepNhan');
    expect([answer.status, answer.body.code]).toEqual([409, 'username-taken']);
  });

  it.each([
    ['a department there is not', { departmentCode: 'khong-co' }, 422, 'unknown-department'],
    ['a city’s role in a commune', { roles: ['cityReader'] }, 422, 'role-not-for-unit'],
    ['no role', { roles: [] }, 400, 'invalid-request'],
    ['a role nobody knows', { roles: ['king'] }, 400, 'invalid-request'],
  ])('is refused with %s', async (_what, change, status, code) => {
    const memberships = [{ unitId: commune, roles: ['processing'], ...change }];
    const answer = await add(admin, 'khong.duoc', { memberships });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('is not made in a unit of somebody else: it is as good as none', async () => {
    for (const unitId of [other, 999_999]) {
      const answer = await add(admin, 'khong.duoc', {
        memberships: [{ unitId, roles: ['clerk'] }],
      });
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
    }
  });

  it('is not made with a password from the lists', async () => {
    const answer = await add(admin, 'khong.duoc', { password: 'matkhau123456789' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      code: 'password-not-accepted',
      facts: { fault: 'common' },
    });
  });

  it('is made once, however often the same request comes', async () => {
    const headers = { 'idempotency-key': 'them-nguoi-1' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => admin.post<User>(usersPath, aUser('mot.lan'), headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const otherwise = await admin.post<Problem>(usersPath, aUser('hai.lan'), headers);
    expect([otherwise.status, otherwise.body.code]).toEqual([422, 'key-used-otherwise']);
  });

  it('is nobody’s to make who only receives', async () => {
    const answer = await add(await office.signedIn('tiepnhan'), 'khong.duoc');
    expect([answer.status, answer.body.code]).toEqual([403, 'not-permitted']);
  });
});

describe('the list of people', () => {
  it('is of the own units, page by page', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body }: { body: Page<User> } = await admin.get(`${usersPath}?limit=2${query}`);
      names.push(...body.items.map(({ username }) => username));
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(names).toEqual([...names].toSorted());
    expect(names).toContain('tiepnhan');
    expect(names).not.toContain('noikhac');
    expect(names).not.toContain('quantri');
  });

  it('refuses a limit out of range and a place that was made up', async () => {
    expect((await admin.get<Problem>(`${usersPath}?limit=0`)).status).toBe(422);
    expect((await admin.get<Problem>(`${usersPath}?limit=many`)).status).toBe(400);
    expect((await admin.get<Problem>(`${usersPath}?cursor=x`)).status).toBe(400);
    expect((await admin.get<Problem>(`${usersPath}?unitId=${other}`)).status).toBe(404);
  });
});

describe('a changed account', () => {
  const patch = (browser: Browser, id: string, changes: object) =>
    browser.patch<User & Problem>(`${usersPath}/${id}`, changes);

  it('works elsewhere or not at all with the next request', async () => {
    const { body } = await add(admin, 'doi.vai');
    const browser = await office.signedIn('doi.vai');
    const memberships = [{ unitId: commune, roles: ['observer'] }];
    expect((await patch(admin, body.id, { memberships })).body.memberships).toEqual(memberships);
    expect((await browser.get<Me>(mePath)).body.units[0]?.roles).toEqual(['observer']);
    expect((await patch(admin, body.id, { disabled: true })).body.disabled).toBe(true);
    expect((await browser.get(mePath)).status).toBe(401);
    expect((await patch(admin, body.id, { disabled: false })).body.disabled).toBe(false);
    expect((await office.browser().signIn('doi.vai')).status).toBe(200);
  });

  it('of a stranger is as good as none', async () => {
    const id = await office.person('xa.la', { unitId: other, roles: ['clerk'] });
    const own = await patch(admin, id, { disabled: true });
    const none = await patch(admin, '00000000-0000-4000-8000-000000000000', { disabled: true });
    expect([own.status, none.status]).toEqual([404, 404]);
    expect({ ...own.body, requestId: '', instance: '' }).toEqual({
      ...none.body,
      requestId: '',
      instance: '',
    });
  });

  it('of two units is changed by whoever administers both, each may end the part in its own', async () => {
    const places = [
      { unitId: commune, roles: ['clerk'] as const },
      { unitId: other, roles: ['head'] as const },
    ];
    const id = await office.person('hai.noi', ...places);
    expect((await patch(admin, id, { password: PASSWORD })).status).toBe(403);
    expect((await patch(admin, id, { displayName: 'Ai đó' })).status).toBe(403);
    expect((await patch(admin, id, { memberships: [] })).status).toBe(200);
    const { body } = await office.browser().signIn('hai.noi');
    expect(body.units.map(({ code }) => code)).toEqual(['H25.01']);
  });

  it('leaves every unit an administrator', async () => {
    const users = (await (await office.signedIn('noikhac')).get<Page<User>>(usersPath)).body.items;
    const id = users.find(({ username }) => username === 'noikhac')?.id ?? '';
    const noikhac = await office.signedIn('noikhac');
    const answer = await patch(noikhac, id, { disabled: true });
    expect([answer.status, answer.body.code]).toEqual([422, 'last-administrator']);
    expect((await noikhac.get(mePath)).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  it('is set anew with a link for one use', async () => {
    const { body } = await add(admin, 'hay.quen');
    const old = await office.signedIn('hay.quen');
    const link = await admin.post<ResetLink>(`${usersPath}/${body.id}/reset-link`);
    expect(link.status).toBe(201);
    const password = 'năm con gà trên mái nhà';
    const use = () =>
      office.browser().post<Problem>(resetPath, { token: link.body.token, password });
    expect((await use()).status).toBe(204);
    expect((await old.get(mePath)).status).toBe(401);
    expect((await office.browser().signIn('hay.quen', { password })).status).toBe(200);
    expect((await use()).body.code).toBe('link-not-valid');
  });
});

describe('a unit', () => {
  it('is made below the city, and its settings change one by one', async () => {
    const wanted = {
      code: 'H24.77',
      name: 'Xã Mới',
      kind: 'commune',
      level: 'xa',
      parentCode: 'H24',
    };
    const made = await cityAdmin.post<{ id: number; settings: object }>(unitsPath, wanted);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...wanted, settings: { mode: 'wholeDays', staleAfter: 4 } });
    const url = `${unitsPath}/${made.body.id}`;
    const settings = { mode: 'runningHours', approvals: { mau02: 'head' } };
    await cityAdmin.patch(url, { settings });
    const changed = await cityAdmin.patch<{ settings: object }>(url, {
      settings: { restartAt: 'submitted' },
    });
    expect(changed.body.settings).toMatchObject({
      mode: 'runningHours',
      restartAt: 'submitted',
      approvals: { mau02: 'head', mau03: 'director' },
    });
    expect((await cityAdmin.post<Problem>(unitsPath, wanted)).body.code).toBe('unit-code-taken');
    expect((await admin.patch(url, { name: 'Khác' })).status).toBe(404);
  });

  it.each([
    [{ colour: 'red' }, 400],
    [{ maxExtensions: -1 }, 422],
    [{ maxExtensions: 1.5 }, 422],
    [{ mode: 'slow' }, 400],
  ])('does not take settings %j', async (settings, status) => {
    const answer = await admin.patch(`${unitsPath}/${commune}`, { settings });
    expect(answer.status).toBe(status);
  });

  it('is seen with those below it, and with no others', async () => {
    const codes = async (browser: Browser) =>
      (await browser.get<Page<{ code: string }>>(unitsPath)).body.items.map(({ code }) => code);
    expect(await codes(admin)).toEqual(['H24.99']);
    expect(await codes(cityAdmin)).toEqual(['H24', 'H24.77', 'H24.99']);
  });

  it('are listed one by one where one is named, and another’s is not there', async () => {
    const named = (id: number) => admin.get<Page<{ code: string }>>(`${unitsPath}?unitId=${id}`);
    expect((await named(commune)).body.items.map(({ code }) => code)).toEqual(['H24.99']);
    expect((await named(other)).status).toBe(404);
  });

  it('has departments, each code once; which unit is meant has to be clear', async () => {
    const wanted = { code: 'kinh-te', name: 'Kinh tế' };
    expect((await admin.post(departmentsPath, wanted)).status).toBe(201);
    expect((await admin.post<Problem>(departmentsPath, wanted)).body.code).toBe(
      'department-code-taken',
    );
    const unclear = await cityAdmin.post<Problem>(departmentsPath, wanted);
    expect([unclear.status, unclear.body.code]).toEqual([422, 'unit-required']);
    const { body } = await admin.get<Page<{ code: string }>>(departmentsPath);
    expect(body.items.map(({ code }) => code)).toEqual(['kinh-te', 'tu-phap']);
  });

  it('renames a department, gives it up when nobody is left in it, and takes it up again', async () => {
    await admin.post(departmentsPath, { code: 'tam', name: 'Tạm' });
    const url = `${departmentsPath}/tam`;
    const { body } = await add(admin, 'o.tam', {
      memberships: [{ unitId: commune, departmentCode: 'tam', roles: ['clerk'] }],
    });
    expect((await admin.patch<Department>(url, { name: 'Kinh tế' })).body.name).toBe('Kinh tế');
    const refused = await admin.patch<Problem>(url, { closed: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'department-in-use']);
    expect(refused.body.facts).toEqual({ members: 1, dossiers: 0 });
    await admin.patch(`${usersPath}/${body.id}`, { memberships: [] });
    expect((await admin.patch<Department>(url, { closed: true })).body.closed).toBe(true);
    const codes = async (query: string) => {
      const list = await admin.get<Page<Department>>(`${departmentsPath}${query}`);
      return list.body.items.map(({ code }) => code);
    };
    expect(await codes('')).not.toContain('tam');
    expect(await codes('?closed=true')).toContain('tam');
    expect((await admin.patch<Department>(url, { closed: false })).body.closed).toBe(false);
    expect((await admin.patch(`${departmentsPath}/khong-co`, { name: 'X' })).status).toBe(404);
    const reception = await office.signedIn('tiepnhan');
    expect((await reception.patch(url, { name: 'X' })).status).toBe(403);
  });
});

describe('a key for another system', () => {
  const bearer = (key: string | null) => ({ authorization: `Bearer ${key ?? ''}` });
  const make = async (permissions: readonly string[], more: object = {}) =>
    admin.post<CreatedApiKey & Problem>(apiKeysPath, {
      name: 'Hệ thống tỉnh',
      permissions,
      ...more,
    });

  it('is shown once, does what was listed, and is over when revoked', async () => {
    const { status, body } = await make(['users.read']);
    expect(status).toBe(201);
    expect(body.key).toMatch(/^mck_[\w-]{43}$/);
    const asKey = (url: string) => office.browser().get<Problem>(url, bearer(body.key));
    expect((await asKey(usersPath)).status).toBe(200);
    expect((await asKey(unitsPath)).status).toBe(403);
    expect((await asKey(mePath)).status).toBe(403);
    const { body: list } = await admin.get<Page<ApiKey>>(apiKeysPath);
    expect(JSON.stringify(list)).not.toContain('mck_');
    expect(list.items.find(({ id }) => id === body.id)?.lastUsedAt).toMatch(/\+07:00$/);
    expect((await admin.delete(`${apiKeysPath}/${body.id}`)).status).toBe(204);
    expect((await asKey(usersPath)).status).toBe(401);
    expect((await admin.delete(`${apiKeysPath}/${body.id}`)).status).toBe(404);
  });

  it.each(['personalData.reveal', 'users.write', 'apiKeys.write', 'audit.read'])(
    'never has %s',
    async (permission) => {
      expect((await make([permission])).body.code).toBe('permission-not-for-keys');
    },
  );

  it('ends when it says it does', async () => {
    const { body } = await make(['users.read'], { expiresAt: '2020-01-01T00:00:00+07:00' });
    expect((await office.browser().get(usersPath, bearer(body.key))).status).toBe(401);
  });

  it('needs no token of a page, and is worth nothing beside a cookie when it is wrong', async () => {
    const { body } = await make(['dossiers.receive']);
    const answer = await office.browser().post<Problem>(usersPath, aUser('x.y'), bearer(body.key));
    expect([answer.status, answer.body.code]).toEqual([403, 'not-permitted']);
    expect((await admin.get(usersPath, bearer('mck_sai'))).status).toBe(401);
  });
});

describe('what is written down', () => {
  it('is who, what and where from, and no names', async () => {
    const rows = await office.database.asRoot<{ act: string; address: string; text: string }>(
      'select act, host(address) as address, to_jsonb(audit)::text as text from audit',
    );
    const acts = new Set(rows.map(({ act }) => act));
    for (const act of [
      'user.added',
      'user.changed',
      'session.opened',
      'request.denied',
      'unit.added',
    ]) {
      expect(acts).toContain(act);
    }
    expect(rows.every(({ address }) => address === '127.0.0.1')).toBe(true);
    expect(rows.some(({ text }) => /Trần Thị Lan|lan\.tran|bốn con vịt/.test(text))).toBe(false);
  });

  it('happens before the address can be made up: X-Forwarded-For is nobody’s word', async () => {
    await office
      .browser()
      .post(loginPath, { username: 'a', password: 'b' }, { 'x-forwarded-for': '203.0.113.9' });
    const [row] = await office.database.asRoot<{ n: number }>(
      `select count(*)::int as n from audit where address = '203.0.113.9'`,
    );
    expect(row?.n).toBe(0);
  });
});
