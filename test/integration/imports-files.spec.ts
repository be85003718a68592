import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  importLayoutsPath,
  importMappingsPath,
  importsPath,
  type ImportLayoutAnswer,
  type ImportMappingAnswer,
} from '#contract/imports';
import type { Problem } from '#contract/problem';
import { FileReader } from '../../backend/src/imports/reading/file-reader.service.ts';
import { keptSheets } from '../../backend/src/imports/reading/kept-sheets.ts';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { OfficeApp } from '../support/office-app.ts';
import { workbookOf, type CellTold } from '../support/workbook-file.ts';

const CLOCK = '2026-03-04T09:00:00+07:00@0';

let office: OfficeApp;
let counter: ImportDesk;

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: CLOCK });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  const unitId = await office.unit({ code: 'H24.99', parentId: city });
  await office.person('tiepnhan', { unitId, roles: ['reception'] });
  await office.person('dulieu', { unitId, roles: ['dataOfficer'] });
  counter = new ImportDesk(await office.signedIn('tiepnhan'));
});
afterAll(() => office.close());

describe('a file of a spreadsheet', () => {
  const serial = (day: string, hour: number) => ({
    xml: `<c s="2"><v>${Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 + hour / 24}</v></c>`,
  });
  const TITLE = ['DANH SÁCH HỒ SƠ'];
  const HEAD = [
    ['Mã hồ sơ', 'Mã TTHC', 'Kênh nộp', 'Thời gian', '', 'Trạng thái'],
    ['', '', '', 'Tiếp nhận', 'Hẹn trả', ''],
  ];
  const workbook = (...rows: readonly (readonly CellTold[])[]): Buffer =>
    workbookOf([TITLE, ...HEAD, ...rows, ['Tổng cộng', '', '', '', '', '1']]);

  it('is read with its two rows of titles, its dates and its totals', async () => {
    const [received, due] = [serial('2026-03-02', 8), serial('2026-03-03', 17)];
    const code = 'H24.99-260301-0001';
    const file = workbook([code, '2.000815', 'Trực tuyến', received, due, '2']);
    const answer = await counter.upload(file, { profile: 'dossiers-national' });
    expect(await counter.ended(answer.body.id)).toMatchObject({
      state: 'done',
      counts: { rows: 1, new: 1 },
    });
    expect(await counter.dossier(code)).toMatchObject({
      receivedAt: '2026-03-02T08:00:00+07:00',
      dueAt: '2026-03-03T17:00:00+07:00',
    });
  });

  it('gives its wrong rows back as a workbook, which is mended and brought again', async () => {
    const code = 'H24.99-260301-0002';
    const { id } = await counter.brought(
      table(TITLES, row(2, { MaHoSo: code, NgayTiepNhan: '02/03/2026' })),
    );
    const answer = await office.application.app.inject({
      ...{ method: 'GET', url: `${importsPath}/${id}/errors?format=xlsx` },
      headers: { cookie: (await office.signedIn('tiepnhan')).cookie },
    });
    const rows = [...(keptSheets(await new FileReader().read(answer.rawPayload))[0]?.rows() ?? [])];
    const [head = [], wrong = []] = rows.map(({ cells }) => cells);
    expect(Object.fromEntries(head.map((title, place) => [title, wrong[place]]))).toMatchObject({
      MaHoSo: code,
      NguoiNop: 'Nguyễn Văn An',
      'Cần sửa': 'NgayTiepNhan: Thiếu giờ: ngày không có giờ chỉ dùng được cho ngày hẹn trả.',
    });
    const mended = wrong.map((cell) => (cell === '02/03/2026' ? '02/03/2026 09:30' : cell));
    const again = await counter.upload(workbookOf([head, mended]), {
      profile: 'dossiers-national',
    });
    expect((await counter.ended(again.body.id)).counts).toMatchObject({ rows: 1, new: 1 });
  });

  it('that nobody can open is refused in words', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const answer = await counter.upload(old, { profile: 'dossiers-national' });
    expect(answer).toMatchObject({ status: 422, body: { title: 'Tệp .xls kiểu cũ' } });
  });
});

describe('a list of another layout', () => {
  const REGISTER = [
    ['Số đăng ký', 'Loại việc', 'Tình trạng', 'Cách nộp', 'Ngày tiếp nhận', 'Ngày trả kết quả'],
    ['A-1', '1.001193', 'Xong', 'Qua mạng', '02/03/2026 08:00', '03/03/2026 09:00'],
  ];
  const MEANING = {
    ...{ name: 'Sổ hộ tịch', source: 'ho-tich' },
    columns: [
      { title: 'Số đăng ký', column: 'MaHoSo' },
      { title: 'Loại việc', column: 'MaTTHC' },
      { title: 'Cách nộp', column: 'KenhNop' },
    ],
    values: [
      { column: 'TrangThai', value: 'Xong', means: '10' },
      { column: 'KenhNop', value: 'Qua mạng', means: '1' },
    ],
    rules: { handoverIsFinish: true },
  };

  it('is looked at, understood by a person once, and known from then on', async () => {
    const browser = await office.signedIn('dulieu');
    const text = table(...REGISTER);
    expect((await counter.post({ profile: 'dossiers-national', text })).status).toBe(422);
    const look = await browser.post<ImportLayoutAnswer>(importLayoutsPath, { text });
    expect(look.body).toMatchObject({ ready: false, needsChannel: true, lacksFinish: true });
    const saved = await browser.post<ImportMappingAnswer>(importMappingsPath, MEANING);
    expect(saved).toMatchObject({ status: 201, body: { version: 1, name: 'Sổ hộ tịch' } });
    const done = await counter.brought(text);
    expect(done).toMatchObject({
      mapping: { id: saved.body.id, version: 1 },
      counts: { rows: 1, new: 1 },
    });
    expect(await counter.dossier('A-1')).toMatchObject({
      source: 'ho-tich',
      channel: 'online',
      finishedAt: '2026-03-03T09:00:00+07:00',
    });
    const [row] = await counter.rows(done.id);
    expect(row?.marks).toContain('finish-is-handover');
  });

  it('has versions, each as somebody saved it, and none that cannot be right', async () => {
    const browser = await office.signedIn('dulieu');
    expect((await browser.post(importMappingsPath, MEANING)).body).toMatchObject({ version: 2 });
    const wrong = { ...MEANING, values: [{ column: 'TrangThai', value: 'x', means: 'đâu đó' }] };
    const refused = await browser.post<Problem>(importMappingsPath, wrong);
    expect([refused.status, refused.body.code]).toEqual([422, 'mapping-value-unknown']);
    const listed = await browser.get<{ items: ImportMappingAnswer[] }>(importMappingsPath);
    expect(listed.body.items).toMatchObject([{ name: 'Sổ hộ tịch', version: 2 }]);
    const strange = await counter.post({
      ...{ profile: 'dossiers-national', text: table(...REGISTER) },
      mapping: '00000000-0000-4000-8000-000000000000',
    });
    expect([strange.status, strange.body.code]).toEqual([422, 'mapping-unknown']);
  });
});
