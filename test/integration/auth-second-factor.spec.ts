import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, stepOf } from '../../backend/src/identity/second-factor/totp.ts';
import { FirstAdministrator } from '../../backend/src/identity/setup/first-administrator.service.ts';
import {
  type Me,
  type RecoveryCodes,
  type SecondFactorOffer,
  devicePageSchema,
  loginPath,
  mePath,
  myDevicesPath,
  mySecondFactorEndPath,
  mySecondFactorPath,
  mySecondFactorProofPath,
  setupPath,
  usersPath,
} from '#contract/identity';
import type { Problem } from '#contract/problem';
import { unitsPath } from '#contract/units';
import { type Browser, OfficeApp, PASSWORD } from '../support/office-app.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  MOTCUA_SECRET: 'a secret for tests of 32 characters',
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator reads the secret from the screen. */
const seedOf = (secret: string): Buffer => {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
};

const codeNow = (seed: Buffer, shift = 0): string => codeOf(seed, stepOf(Date.now()) + shift);

/** Sets up an authenticator; gives its seed and the recovery codes. */
const enrol = async (browser: Browser) => {
  const { body } = await browser.post<SecondFactorOffer>(mySecondFactorPath);
  const seed = seedOf(body.secret);
  const prove = () =>
    browser.post<RecoveryCodes>(mySecondFactorProofPath, {
      ...{ password: PASSWORD, totp: codeNow(seed, -1) },
    });
  let answer = await prove();
  // Between reading the code and its arrival half a minute may have begun.
  if (answer.status === 422) answer = await prove();
  expect(answer.status).toBe(200);
  return { seed, recoveryCodes: answer.body.recoveryCodes };
};

describe('in production', () => {
  let office: OfficeApp;
  let commune: number;

  beforeAll(async () => {
    office = await OfficeApp.open(PRODUCTION);
    commune = await office.unit({ code: 'H24.99' });
  });
  afterAll(() => office.close());
  beforeEach(() => office.database.asRoot('delete from sign_in_attempt'));

  it.each(['admin', 'director', 'viceChair'] as const)(
    'a %s sets up the second factor before anything else',
    async (role) => {
      await office.person(role.toLowerCase(), { unitId: commune, roles: [role] });
      const browser = await office.signedIn(role.toLowerCase());
      const { body } = await browser.get<Me>(mePath);
      expect(body.user.secondFactor).toBe('required');
      const refused = await browser.get<Problem>(unitsPath);
      expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-required']);
      await enrol(browser);
      expect((await browser.get(unitsPath)).status).toBe(200);
    },
  );

  it('others need none, and nobody where the unit switches it off', async () => {
    await office.person('tiepnhan', { unitId: commune, roles: ['reception'] });
    expect((await (await office.signedIn('tiepnhan')).get(unitsPath)).status).toBe(200);
    const quiet = await office.unit({ code: 'H24.98' });
    await office.database.asRoot(
      `update unit set settings = '{"secondFactor":"optional"}' where id = $1`,
      [quiet],
    );
    await office.person('giamdoc', { unitId: quiet, roles: ['director'] });
    expect((await (await office.signedIn('giamdoc')).get(unitsPath)).status).toBe(200);
  });

  it('a code opens once, and the seed is no use to whoever copies the database', async () => {
    await office.person('haibuoc', { unitId: commune, roles: ['clerk'] });
    const { seed } = await enrol(await office.signedIn('haibuoc'));
    const asked = await office.browser().signIn('haibuoc');
    expect([asked.status, (asked.body as unknown as Problem).code]).toEqual([
      401,
      'one-time-code-required',
    ]);
    const totp = codeNow(seed);
    expect((await office.browser().signIn('haibuoc', { totp })).status).toBe(200);
    expect((await office.browser().signIn('haibuoc', { totp })).status).toBe(401);
    const [row] = await office.database.asRoot<{ totp_seed: Buffer }>(
      `select totp_seed from office_user where username = 'haibuoc'`,
    );
    expect(row?.totp_seed.includes(seed)).toBe(false);
  });

  it('a browser that was told to remember is not asked for a code for thirty days', async () => {
    await office.person('nhomay', { unitId: commune, roles: ['clerk'] });
    const { seed } = await enrol(await office.signedIn('nhomay'));
    const browser = office.browser();
    await browser.signIn('nhomay', { totp: codeNow(seed), rememberDevice: true });
    expect((await browser.signIn('nhomay')).status).toBe(200);
    await office.database.asRoot(
      `update remembered_device set expires_at = expires_at - interval '30 days'`,
    );
    expect((await browser.signIn('nhomay')).status).toBe(401);
  });

  it('a browser that is remembered is listed, and asked again once it is forgotten', async () => {
    await office.person('quenmay', { unitId: commune, roles: ['clerk'] });
    await office.person('nguoila', { unitId: commune, roles: ['clerk'] });
    const { seed } = await enrol(await office.signedIn('quenmay'));
    const browser = office.browser();
    await browser.signIn('quenmay', { totp: codeNow(seed), rememberDevice: true });
    const list = async () => devicePageSchema.parse((await browser.get(myDevicesPath)).body).items;
    const [device] = await list();
    expect(device).toMatchObject({ current: true });
    const path = `${myDevicesPath}/${device?.id ?? ''}`;
    const stranger = await office.signedIn('nguoila');
    expect((await stranger.delete(path)).status).toBe(404);
    expect(devicePageSchema.parse((await stranger.get(myDevicesPath)).body).items).toEqual([]);
    await browser.signIn('quenmay');
    expect(await list()).toEqual([device]);
    expect((await browser.delete(path)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await browser.delete(path)).status).toBe(404);
    expect((await browser.signIn('quenmay')).status).toBe(401);
  });

  it('a recovery code opens once for whoever has lost the telephone', async () => {
    await office.person('matmay', { unitId: commune, roles: ['clerk'] });
    const { recoveryCodes } = await enrol(await office.signedIn('matmay'));
    expect(new Set(recoveryCodes).size).toBe(10);
    const [totp = ''] = recoveryCodes;
    expect((await office.browser().signIn('matmay', { totp: totp.toLowerCase() })).status).toBe(
      200,
    );
    expect((await office.browser().signIn('matmay', { totp })).status).toBe(401);
  });

  it('takes the password and a code to remove it again', async () => {
    await office.person('bohaibuoc', { unitId: commune, roles: ['clerk'] });
    const browser = await office.signedIn('bohaibuoc');
    const { seed } = await enrol(browser);
    const remove = (proof: object) => browser.post<Problem>(mySecondFactorEndPath, proof);
    const refusal = async (proof: object) => {
      const { status, body } = await remove(proof);
      return [status, body.code];
    };
    const wrongPassword = { password: 'sai', totp: codeNow(seed) };
    expect(await refusal(wrongPassword)).toEqual([422, 'wrong-password']);
    const wrongCode = { password: PASSWORD, totp: '000000' };
    expect(await refusal(wrongCode)).toEqual([422, 'wrong-one-time-code']);
    expect((await remove({ password: PASSWORD, totp: codeNow(seed) })).status).toBe(204);
    expect((await office.browser().signIn('bohaibuoc')).status).toBe(200);
  });

  it('marks the cookie for TLS alone when the proxy speaks it', async () => {
    const behind = await OfficeApp.open({ ...PRODUCTION, MOTCUA_PROXY: '127.0.0.1' });
    try {
      const unitId = await behind.unit({ code: 'H24.99' });
      await behind.person('tiepnhan', { unitId, roles: ['reception'] });
      const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
      const login = { username: 'tiepnhan', password: PASSWORD };
      const { cookies } = await behind.browser().post(loginPath, login, headers);
      expect(cookies[0]).toMatch(
        /^__Host-motcua-sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
      const rows = await behind.database.asRoot<{ address: string }>(
        'select host(address) as address from session',
      );
      expect(rows).toEqual([{ address: '203.0.113.9' }]);
    } finally {
      await behind.close();
    }
  });
});

describe('the first start', () => {
  let office: OfficeApp;
  let code: string;

  const setup = (more: object = {}) => ({
    code,
    username: 'quantri',
    displayName: 'Quản trị',
    password: PASSWORD,
    unit: { code: 'H24', name: 'Thành phố', kind: 'city' },
    ...more,
  });

  beforeAll(async () => {
    office = await OfficeApp.open();
    code = (await office.application.app.get(FirstAdministrator).issueCode()) ?? '';
  });
  afterAll(() => office.close());

  it('makes nobody an administrator who has not read the console', async () => {
    const answer = await office.browser().post<Problem>(setupPath, setup({ code: 'AAAA-BBBB' }));
    expect([answer.status, answer.body.code]).toEqual([422, 'link-not-valid']);
  });

  it('makes one administrator, of twenty who try at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        office.browser().post<Problem>(setupPath, setup({ username: `quantri${index}` })),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404)).toHaveLength(19);
    const people = await office.database.asRoot<{ username: string }>(
      'select username from office_user',
    );
    expect(people).toHaveLength(1);
    const browser = await office.signedIn(people[0]?.username ?? '');
    expect((await browser.get(usersPath)).status).toBe(200);
  });

  it('is over then: there is no such address any more, and no new code', async () => {
    expect((await office.browser().post(setupPath, setup())).status).toBe(404);
    expect(await office.application.app.get(FirstAdministrator).issueCode()).toBeUndefined();
  });
});
