import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CSRF_HEADER, type User } from '#contract/identity';
import {
  importTemplatesPath,
  setupListErrorsPath,
  setupListsPath,
  type SetupListAnswer,
  type TakenSetupList,
} from '#contract/imports';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import type { Procedure, ProcedureHistory } from '#contract/procedures';
import { sheetText } from '../support/downloaded.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

let office: OfficeApp;
let city: number;
let commune: number;
let admin: Browser;
let chief: Browser;

beforeAll(async () => {
  office = await OfficeApp.open();
  city = await office.unit({ code: 'H24', kind: 'city' });
  commune = await office.unit({ code: 'H24.99', parentId: city });
  await office.person('quantri.xa', { unitId: commune, roles: ['admin'] });
  await office.person('quantri.tp', { unitId: city, roles: ['admin'] });
  admin = await office.signedIn('quantri.xa');
  chief = await office.signedIn('quantri.tp');
});
afterAll(() => office.close());

const table = (...rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.join('\t')).join('\n');

const bring = (
  browser: Browser,
  profile: 'procedures' | 'people',
  text: string,
  more: { readonly dryRun?: boolean; readonly key?: string; readonly unitId?: number } = {},
) => {
  const { key, ...asked } = more;
  return browser.post<SetupListAnswer & Problem>(
    setupListsPath,
    { profile, text, ...asked },
    key === undefined ? {} : { 'idempotency-key': key },
  );
};

const found = async (browser: Browser, code: string, unitId?: number) => {
  const at = unitId === undefined ? '' : `&unitId=${unitId}`;
  const { body } = await browser.get<Page<Procedure>>(`/api/v1/procedures?q=${code}${at}`);
  return body.items.find((each) => each.code === code);
};

const TITLES = ['MaTTHC', 'TenTTHC', 'LinhVuc', 'HanQuyDinh', 'CacBuoc', 'ThanhPhan', 'Phi'];
const CATALOGUE = table(
  TITLES,
  ['VÍ DỤ 1', 'Ví dụ', 'X', '', '', '', ''],
  [
    ...['9.900001', 'Cấp giấy xác nhận', 'Hộ tịch', '5 ngày làm việc'],
    ...['Tiếp nhận; Tiếp nhận; 2 | Thẩm định; Thụ lý; 8', 'Tờ khai; Bản chính; 1', '15.000'],
  ],
  ['2.000815', '', '', '3 ngày làm việc', '', '', ''],
  ['9.900002', 'Thủ tục mơ hồ', 'Hộ tịch', '5 ngày', '', '', ''],
  ['9.900001', 'Lặp lại', 'Hộ tịch', '', '', '', ''],
);

describe('the catalogue as a file tells of it', () => {
  it('is looked at first, row by row, and nothing is written', async () => {
    const { status, body } = await bring(chief, 'procedures', CATALOGUE, {
      ...{ dryRun: true, unitId: city },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ id: null, counts: { rows: 4, new: 1, changed: 1, unchanged: 0, wrong: 2 } },
      items: [
        { line: 3, kind: 'new', code: '9.900001', name: 'Cấp giấy xác nhận' },
        { line: 4, kind: 'changed', code: '2.000815', changed: ['limits'] },
        {
          line: 5,
          faults: [{ column: 'HanQuyDinh', code: 'allowance-unclear', value: '5 ngày' }],
        },
        { line: 6, faults: [{ code: 'line-given-twice' }] },
      ],
    });
    expect(await found(chief, '9.900001', city)).toBeUndefined();
  });

  it('is taken over whole; the same file again changes nothing, and the same key does nothing', async () => {
    const key = '01J00000-catalogue';
    const first = await bring(chief, 'procedures', CATALOGUE, { unitId: city, key });
    expect(first.body.counts).toMatchObject({ new: 1, changed: 1, wrong: 2 });
    const replayed = await bring(chief, 'procedures', CATALOGUE, { unitId: city, key });
    expect(replayed.body.id).toBe(first.body.id);
    const again = await bring(chief, 'procedures', CATALOGUE, { unitId: city });
    expect(again.body.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, wrong: 2 });
    expect(await found(chief, '9.900001', city)).toMatchObject({
      ...{ unreconciled: false, fee: 15_000, field: 'Hộ tịch' },
      limits: { statutory: { kind: 'workingDays', amount: 5 } },
      steps: [
        { key: 'tiep-nhan', role: 'reception', allowanceHours: 2 },
        { key: 'tham-dinh', role: 'processing', allowanceHours: 8 },
      ],
      components: [{ name: 'Tờ khai', kind: 'original', copies: 1 }],
    });
  });

  it('brings versions: what was in force before stays what it was', async () => {
    const { body } = await chief.get<ProcedureHistory>(
      `/api/v1/procedures/2.000815/versions?unitId=${city}`,
    );
    expect(body.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(body.versions[1]?.said.limits).toEqual({
      statutory: { kind: 'sameDay', cutoff: '15:00' },
    });
    expect(body.versions[0]?.said.name).toBe(body.versions[1]?.said.name);
  });

  it('becomes a unit’s own where a commune says otherwise than its city, and there only', async () => {
    const own = table(['MaTTHC', 'HanDonVi'], ['9.900001', '2 ngày làm việc']);
    expect((await bring(admin, 'procedures', own)).body.counts).toMatchObject({ changed: 1 });
    expect((await bring(admin, 'procedures', own)).body.counts).toMatchObject({ unchanged: 1 });
    expect(await found(admin, '9.900001')).toMatchObject({
      ...{ overlaid: true, fee: 15_000 },
      limits: { commune: { kind: 'workingDays', amount: 2 } },
    });
    expect(await found(chief, '9.900001', city)).toMatchObject({ overlaid: false });
  });
});

describe('people as a file tells of them', () => {
  const PEOPLE = table(
    ['TenDangNhap', 'HoTen', 'ChucVu', 'VaiTro'],
    ['mot.nv', 'Người Một', 'Công chức', 'Tiếp nhận, Thu phí'],
    ['hai.nv', 'Người Hai', '', 'Thụ lý'],
    ['ba.nv', 'Người Ba', '', 'Chủ tịch'],
    ['quantri.tp', 'Người Khác', '', 'Thụ lý'],
    ['tp.nv', 'Người Bốn', '', 'Theo dõi của thành phố'],
  );

  it('are looked at first; what is wrong says in which column and why', async () => {
    const { body } = await bring(admin, 'people', PEOPLE, { dryRun: true });
    expect(body.counts).toEqual({ rows: 5, new: 2, changed: 0, unchanged: 0, wrong: 3 });
    expect(body.items.slice(2).map(({ faults }) => faults[0])).toMatchObject([
      { column: 'VaiTro', code: 'unknown-role', value: 'Chủ tịch' },
      { column: 'TenDangNhap', code: 'account-elsewhere' },
      { column: 'VaiTro', code: 'role-not-for-unit' },
    ]);
  });

  it('come without a password; brought again they are as told, and what changes is changed', async () => {
    expect((await bring(admin, 'people', PEOPLE)).body.counts).toMatchObject({ new: 2, wrong: 3 });
    const again = await bring(admin, 'people', PEOPLE);
    expect(again.body.counts).toMatchObject({ new: 0, unchanged: 2, wrong: 3 });
    const [row] = await office.database.asRoot<{ password_hash: string | null }>(
      `select password_hash from office_user where username = 'mot.nv'`,
    );
    expect(row?.password_hash).toBeNull();
    const moved = table(['Tài khoản', 'Chức danh', 'Vai trò'], ['hai.nv', 'Phó phòng', 'Văn thư']);
    const changed = await bring(admin, 'people', moved);
    expect(changed.body.items).toMatchObject([{ changed: ['title', 'memberships'] }]);
    const { body } = await admin.get<Page<User>>('/api/v1/users');
    expect(body.items.find(({ username }) => username === 'hai.nv')).toMatchObject({
      ...{ displayName: 'Người Hai', title: 'Phó phòng' },
      memberships: [{ unitId: commune, roles: ['clerk'] }],
    });
  });

  it('keep an administrator, whatever a file says', async () => {
    const text = table(['TenDangNhap', 'VaiTro'], ['quantri.tp', 'Thụ lý']);
    const { body } = await bring(chief, 'people', text, { unitId: city });
    expect(body.items[0]?.faults).toMatchObject([{ code: 'last-administrator' }]);
  });
});

describe('what is wrong in a list', () => {
  const PEOPLE = table(
    ['STT', 'Tên đăng nhập', 'Họ và tên', 'Vai trò'],
    ['1', 'sua.mot', 'Người Đúng', 'Thụ lý'],
    ['2', 'sua.hai', '=1+1', 'Chủ tịch'],
  );

  const toMend = async (browser: Browser, text: string) => {
    const answer = await office.application.app.inject({
      ...{ method: 'POST', url: setupListErrorsPath, payload: { profile: 'people', text } },
      headers: { cookie: browser.cookie, [CSRF_HEADER]: browser.csrfToken },
    });
    return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
  };

  it('leaves as a file to mend: the wrong rows alone, with what is wrong beside them', async () => {
    const { status, bytes, headers } = await toMend(admin, PEOPLE);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(await sheetText(bytes)).toBe(
      [
        'TenDangNhap | HoTen | VaiTro | Cần sửa',
        'sua.hai | =1+1 | Chủ tịch | VaiTro: Không có vai trò này.',
      ].join('\n'),
    );
    const { body } = await admin.get<Page<User>>('/api/v1/users');
    expect(body.items.some(({ username }) => username.startsWith('sua.'))).toBe(false);
  });

  it('is brought again as it was mended: the column of reasons is missed by nobody', async () => {
    const { bytes } = await toMend(admin, PEOPLE);
    const mended = (await sheetText(bytes)).replaceAll(' | ', '\t').replace('Chủ tịch', 'Thụ lý');
    const { body } = await bring(admin, 'people', mended, { dryRun: true });
    expect(body).toMatchObject({ ignored: [], counts: { rows: 1, new: 1, wrong: 0 } });
  });
});

describe('what was brought in', () => {
  it('is listed with who brought it, and never row by row', async () => {
    const { body } = await admin.get<Page<TakenSetupList>>(`${setupListsPath}?limit=1`);
    expect(body.items).toMatchObject([{ profile: 'people', unitId: commune }]);
    expect(body.nextCursor).not.toBeNull();
    const facts = await office.database.asRoot<{ facts: string }>(
      `select facts::text from audit where act = 'setupList.taken'`,
    );
    expect(facts.length).toBeGreaterThan(3);
    expect(facts.some((each) => each.facts.includes('Người'))).toBe(false);
  });

  it('is refused whole where it is no such list', async () => {
    const { status, body } = await bring(admin, 'people', table(['A', 'B'], ['1', '2']));
    expect([status, body.code]).toEqual([422, 'not-a-setup-list']);
  });

  it('has a file to fill in', async () => {
    const path = `${importTemplatesPath}?profile=people&format=csv`;
    expect((await admin.get(path)).status).toBe(200);
  });
});
