import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  importMappingsPath,
  mappingVersionsPath,
  retiredMappingPath,
  savedMappingPath,
  savedMappingsPath,
  type ImportMappingAnswer,
  type MappingVersion,
  type SavedMapping,
} from '#contract/imports';
import type { Problem } from '#contract/problem';
import { sourcesPath, type Sources } from '#contract/sources';
import { ImportDesk, table } from '../support/import-desk.ts';
import { type Browser, OfficeApp } from '../support/office-app.ts';

const TITLES = ['Số đăng ký', 'Loại việc', 'Cách nộp', 'Ngày nhận', 'Ngày hẹn', 'Tình trạng'];
const COLUMNS = ['MaHoSo', 'MaTTHC', 'KenhNop', 'NgayTiepNhan', 'NgayHenTra', 'TrangThai'];
const LIST = table(
  TITLES,
  ['HT-1', '2.000815', 'Mạng', '02/03/2026 08:00', '03/03/2026 17:00', 'Đang làm'],
  ['HT-2', '2.000815', 'Mạng', '02/03/2026 08:30', '03/03/2026 17:00', 'Lạ'],
);
const meaning = (values: object[]) => ({
  columns: TITLES.map((title, at) => ({ title, column: COLUMNS[at] })),
  ...{ values, rules: {} },
});
const CHANNEL = { column: 'KenhNop', value: 'Mạng', means: 'trực tuyến' };
const UNDER_WAY = { column: 'TrangThai', value: 'Đang làm', means: '4' };
const STRANGE = { column: 'TrangThai', value: 'Lạ', means: '2' };

let office: OfficeApp;
let admin: Browser;
let data: Browser;
let elsewhere: Browser;

const saved = async () =>
  (await admin.get<{ items: readonly SavedMapping[] }>(savedMappingsPath)).body.items;
const newest = async (): Promise<SavedMapping> => {
  const [only] = await saved();
  if (only === undefined) throw new Error('nothing is saved');
  return only;
};
const put = <Body>(who: Browser, url: string, body: object) =>
  who.ask<Body>({ method: 'PUT', url, body });

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: '2026-03-02T15:00:00+07:00@0' });
  const here = await office.unit({ code: 'H24.99' });
  const there = await office.unit({ code: 'H24.98' });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
  await office.person('dulieu', { unitId: here, roles: ['dataOfficer'] });
  await office.person('noikhac', { unitId: there, roles: ['admin'] });
  admin = await office.signedIn('quantri');
  data = await office.signedIn('dulieu');
  elsewhere = await office.signedIn('noikhac');
  const body = { name: 'Sổ hộ tịch', source: 'ho-tich', ...meaning([CHANNEL, UNDER_WAY]) };
  await data.post(importMappingsPath, body);
  await new ImportDesk(data).brought(LIST);
});
afterAll(() => office.close());

describe('what the lists of a source mean', () => {
  it('is seen with who said it and what it last read', async () => {
    const [only, ...others] = await saved();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      ...{ name: 'Sổ hộ tịch', source: 'ho-tich', version: 1, retired: false, reads: 1 },
      lastRead: { version: 1, rows: 2, wrong: 1, name: null },
    });
  });

  it('is changed as a further version, by whoever looked at the newest', async () => {
    const { id } = await newest();
    const wanted = { version: 1, ...meaning([CHANNEL, UNDER_WAY, STRANGE]) };
    const changed = await put<SavedMapping>(admin, savedMappingPath(id), wanted);
    expect(changed).toMatchObject({ status: 200, body: { version: 2, reads: 1 } });
    const late = await put<Problem>(admin, savedMappingPath(id), wanted);
    expect(late).toMatchObject({ status: 412, body: { code: 'version-stale', version: 2 } });
    const again = await new ImportDesk(data).brought(LIST);
    expect(again.mapping).toMatchObject({ version: 2 });
    expect(again.counts).toMatchObject({ new: 1, wrong: 0 });
    const { body } = await admin.get<{ items: MappingVersion[] }>(mappingVersionsPath(id));
    expect(body.items.map(({ version, values }) => [version, values.length])).toEqual([
      ...[
        [2, 3],
        [1, 2],
      ],
    ]);
  });

  it('is recognised no more once it is given up, and again when it is taken up', async () => {
    const { id, version } = await newest();
    const retired = await put<SavedMapping>(admin, retiredMappingPath(id), {
      version,
      retired: true,
    });
    expect(retired.body).toMatchObject({ retired: true, version: version + 1 });
    const listed = await data.get<{ items: ImportMappingAnswer[] }>(importMappingsPath);
    expect(listed.body.items).toEqual([]);
    const refused = await new ImportDesk(data).post({ profile: 'dossiers-national', text: LIST });
    expect(refused.status).toBe(422);
    const restored = { version: version + 1, retired: false };
    await put(admin, retiredMappingPath(retired.body.id), restored);
    expect((await new ImportDesk(data).brought(LIST)).counts.unchanged).toBe(2);
  });

  it('is nobody else’s to see or to change', async () => {
    const { id, version } = await newest();
    expect((await elsewhere.get(mappingVersionsPath(id))).status).toBe(404);
    const wanted = { version, retired: true };
    expect((await put(elsewhere, retiredMappingPath(id), wanted)).status).toBe(404);
    expect((await elsewhere.get<{ items: [] }>(savedMappingsPath)).body.items).toEqual([]);
  });
});

describe('the sources of a unit', () => {
  it('are told with the age of their word and how many due moments they promised', async () => {
    const { body } = await admin.get<Sources>(sourcesPath);
    expect(body.staleAfter).toBe(4);
    expect(body.items.find(({ code }) => code === 'ho-tich')).toMatchObject({
      ...{ name: 'ho-tich', rank: null, isCity: false, stale: false, dossiers: 2 },
      ...{ following: 2, declared: 2, asOf: '2026-03-02T15:00:00+07:00' },
      // Two hours that day, two the next morning.
      staleAt: '2026-03-03T09:30:00+07:00',
    });
    expect(body.items.find(({ isCity }) => isCity)?.code).toBe('mot-cua-hai-phong');
  });

  it('are asked in the order set, called as the unit says, and old when it says', async () => {
    const items = [
      { code: 'ho-tich', name: 'Hộ tịch điện tử', page: null, isAskedFirst: true },
      { code: 'mot-cua-hai-phong', name: null, page: null, isAskedFirst: true },
    ];
    const { version } = (await admin.get<Sources>(sourcesPath)).body;
    const wanted = { version, staleAfter: 0.5, items };
    const set = await put<Sources>(admin, sourcesPath, wanted);
    expect(set).toMatchObject({ status: 200, body: { version: version + 1, staleAfter: 0.5 } });
    expect(set.body.items.map(({ code, name, rank }) => [code, name, rank])).toEqual([
      ['ho-tich', 'Hộ tịch điện tử', 1],
      ['mot-cua-hai-phong', 'Một cửa Hải Phòng', 2],
    ]);
    await office.setClock('2026-03-02T15:31:00+07:00');
    const { body } = await admin.get<Sources>(sourcesPath);
    expect(body.items.map(({ stale }) => stale)).toEqual([true, false]);
  });

  it('are not set over what somebody else has just said of them', async () => {
    const { version, staleAfter } = (await admin.get<Sources>(sourcesPath)).body;
    const first = { code: 'dvc', name: 'Cổng', page: null, isAskedFirst: true };
    const mine = { version, staleAfter, items: [first] };
    expect((await put(admin, sourcesPath, mine)).status).toBe(200);
    const late = { version, staleAfter, items: [{ ...first, name: 'Cổng khác' }] };
    const refused = await put<Problem>(admin, sourcesPath, late);
    expect(refused).toMatchObject({
      ...{ status: 412, body: { code: 'version-stale', version: version + 1 } },
    });
    const { body } = await admin.get<Sources>(sourcesPath);
    expect(body.version).toBe(version + 1);
    expect(body.items.find(({ code }) => code === 'dvc')).toMatchObject({ name: 'Cổng' });
  });
});
