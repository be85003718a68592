import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importsPath } from '#contract/imports';
import type { Problem } from '#contract/problem';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { OfficeApp } from '../support/office-app.ts';

const CLOCK = '2026-03-04T09:00:00+07:00@0';

let office: OfficeApp;
let here: number;
let counter: ImportDesk;

/** Of a day of its own, so that lists of different tests do not meet. */
const list = (day: string, ...changes: readonly Partial<Record<string, string>>[]): string =>
  table(
    TITLES,
    ...changes.map((change, index) =>
      row(index + 1, { MaHoSo: `H24.99-${day}-${String(index + 1).padStart(4, '0')}`, ...change }),
    ),
  );

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: CLOCK });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  here = await office.unit({ code: 'H24.99', parentId: city });
  const there = await office.unit({ code: 'H24.98', parentId: city });
  await office.person('tiepnhan', { unitId: here, roles: ['reception'] });
  await office.person('dulieu', { unitId: here, roles: ['dataOfficer'] });
  await office.person('lanhdao', { unitId: here, roles: ['director'] });
  await office.person('quantri', { unitId: here, roles: ['admin'] });
  await office.person('noikhac', { unitId: there, roles: ['reception'] });
  counter = new ImportDesk(await office.signedIn('tiepnhan'));
});
afterAll(() => office.close());

describe('a table pasted at the counter', () => {
  const forty = (): string =>
    list(
      '260302',
      ...Array.from({ length: 40 }, (_, index) => ({ NguoiNop: `Trần Thị ${index}` })),
    );

  it('shows first what it would do, then becomes dossiers', async () => {
    const checked = await counter.brought(forty(), { dryRun: true });
    expect(checked).toMatchObject({
      state: 'checked',
      dryRun: true,
      counts: { rows: 40, new: 40, done: 0 },
    });
    expect(await counter.dossiers()).toEqual([]);
    const [first] = await counter.rows(checked.id);
    expect(first).toMatchObject({
      line: 2,
      kind: 'new',
      externalCode: 'H24.99-260302-0001',
      told: { procedureCode: '2.000815', channel: 'online', applicantName: 'Trần Thị 0' },
    });
    expect((await counter.act(checked.id, 'commit')).status).toBe(202);
    const done = await counter.ended(checked.id);
    expect(done).toMatchObject({
      state: 'done',
      counts: { rows: 40, new: 40, wrong: 0, done: 40 },
    });
    expect(await counter.dossiers()).toHaveLength(40);
    expect(await counter.dossier('H24.99-260302-0001')).toMatchObject({
      officialCode: 'H24.99-260302-0001',
      source: 'mot-cua-hai-phong',
      state: 'received',
      receivedAt: '2026-03-02T08:00:00+07:00',
      dueAt: '2026-03-03T17:00:00+07:00',
      stepDueAt: null,
      applicant: { name: 'Trần Thị 0' },
      sources: [{ source: 'mot-cua-hai-phong', asOf: '2026-03-04T09:00:00+07:00' }],
    });
  });

  it('changes nothing when it is pasted again', async () => {
    const again = await counter.brought(forty());
    expect(again).toMatchObject({
      state: 'done',
      counts: { rows: 40, unchanged: 40, new: 0, done: 40 },
    });
    expect(await counter.events('H24.99-260302-0001')).toHaveLength(1);
  });

  it('keeps nothing of persons once it is committed', async () => {
    const [left] = await office.database.asRoot<{ bodies: number; files: number }>(
      `select (select count(*) from import_body)::int as bodies,
        (select count(*) from import_file)::int as files`,
    );
    expect(left).toEqual({ bodies: 0, files: 0 });
  });
});

describe('wrong rows', () => {
  it('are told with row, column, value and reason, and block no good ones', async () => {
    const done = await counter.brought(
      list('260201', {}, { NgayTiepNhan: '2.02603E+13', KenhNop: '7' }, { TrangThai: '9' }),
    );
    expect(done).toMatchObject({ state: 'done', counts: { rows: 3, new: 1, wrong: 2, done: 3 } });
    expect(await counter.errors(done.id)).toEqual([
      expect.objectContaining({ row: 3, column: 'KenhNop', code: 'unknown-value', value: '7' }),
      {
        row: 3,
        column: 'NgayTiepNhan',
        code: 'date-ruined',
        value: '2.02603E+13',
        reason: 'Ngày đã bị bảng tính làm hỏng. Hãy xuất lại, không mở bằng bảng tính.',
      },
      expect.objectContaining({ row: 4, column: 'NgayKetThucXuLy', code: 'finish-date-required' }),
    ]);
  });

  it('come as a table in which no cell is a formula', async () => {
    const { id } = await counter.brought(list('260202', { TrangThai: '=HYPERLINK("x")' }));
    const browser = await office.signedIn('tiepnhan');
    const url = `${importsPath}/${id}/errors?format=csv`;
    const answer = await office.application.app.inject({
      ...{ method: 'GET', url },
      headers: { cookie: browser.cookie, 'accept-language': 'en' },
    });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body).toBe(
      '\uFEFFrow,column,value,code,reason\r\n' +
        `2,TrangThai,"'=HYPERLINK(""x"")",unknown-value,This is none of the values allowed.\r\n`,
    );
  });

  it('under one code are wrong where they say different things, and one where they say the same', async () => {
    const done = await counter.brought(
      list(
        '260203',
        {},
        { MaHoSo: 'H24.99-260203-0001' },
        { MaHoSo: 'H24.99-260203-0001', TrangThai: '4' },
      ),
    );
    expect(done.counts).toMatchObject({ rows: 3, new: 1, unchanged: 1, wrong: 1 });
    expect(await counter.errors(done.id)).toMatchObject([{ row: 4, code: 'code-given-twice' }]);
  });

  it('may hold anything people paste, and never do harm', async () => {
    const hostile = [
      '<img src=x onerror=alert(1)>',
      "'; drop table dossier; --",
      '=1+1',
      '\u202Eabc',
      '{{7*7}}',
    ];
    const long = 'x'.repeat(10_000);
    const done = await counter.brought(
      list(
        '260204',
        ...hostile.map((NguoiNop) => ({ NguoiNop })),
        { NguoiNop: long },
        { NguoiNop: 'a\u0000b' },
      ),
    );
    expect(done.counts).toMatchObject({ new: 5, wrong: 2 });
    expect(await counter.errors(done.id)).toMatchObject([
      { column: 'NguoiNop', code: 'too-long' },
      { column: 'NguoiNop', code: 'wrong-format', value: 'a\uFFFDb' },
    ]);
    const told = await counter.dossier('H24.99-260204-0001');
    expect(told.applicant).toMatchObject({ name: '<img src=x onerror=alert(1)>' });
  });
});

describe('a list that cannot be read at all', () => {
  it.each([
    ['a table of figures', 'Lĩnh vực\tTổng số\tTrực tuyến\nHộ tịch\t12\t12', 'not-a-dossier-list'],
    ['nothing but blanks', '  \n ', 'file-empty'],
    [
      'a list without a column of channels',
      'MaHoSo\tMaTTHC\tTrangThai\nH1\tx\t2',
      'channel-required',
    ],
    ['a list without statuses', 'MaHoSo\tMaTTHC\tKenhNop\nH1\tx\t2', 'columns-missing'],
    ['a header that means harm', '__proto__\tconstructor\ttoString\n1\t2\t3', 'not-a-dossier-list'],
  ])('is refused: %s', async (_name, text, code) => {
    const answer = await counter.post({ profile: 'dossiers-national', text });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('says in the reader’s words that figures are no list', async () => {
    const answer = await counter.post({ profile: 'dossiers-national', text: 'a\tb\n1\t2' });
    expect(answer.body.title).toBe('Không phải danh sách hồ sơ');
  });

  it('is refused where nothing was sent, or it was exported tomorrow', async () => {
    const nothing = await counter.post({ profile: 'dossiers-national' });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'file-required']);
    const tomorrow = await counter.post({
      ...{ profile: 'dossiers-national', text: list('260205', {}) },
      exportedAt: '2026-03-05T09:00:00+07:00',
    });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([422, 'exported-in-future']);
    expect((await counter.post({ profile: 'x', text: 'y' })).status).toBe(400);
  });

  it('fails where all of it is another unit’s', async () => {
    const text = list('260206', {})
      .replace('NguoiNop', 'MaDonVi')
      .replace('Nguyễn Văn An', 'H24.98');
    const failed = await counter.brought(text);
    expect(failed).toMatchObject({
      state: 'failed',
      failure: 'no-rows-of-this-unit',
      counts: { skipped: 1 },
    });
  });
});

describe('a file', () => {
  const csv = (): string => list('260207', {}, {}).replaceAll('\t', ';');

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    [
      'Windows-1258',
      (text: string) => Buffer.from(text.replaceAll(/[^\x00-\x7f]/g, '\u00FE'), 'latin1'),
    ],
  ])('in %s is taken as a form brings it', async (_name, encoded) => {
    const answer = await counter.upload(encoded(csv()), {
      profile: 'dossiers-national',
      dryRun: 'true',
    });
    expect(answer.status).toBe(202);
    expect(await counter.ended(answer.body.id)).toMatchObject({
      state: 'checked',
      counts: { rows: 2, wrong: 0 },
    });
  });

  it('has its channel from whoever brings it, where it has no such column', async () => {
    const text = csv().replace('KenhNop', 'GhiChu');
    const answer = await counter.upload(text, { profile: 'dossiers-national', channel: 'post' });
    const done = await counter.ended(answer.body.id);
    expect(done.counts).toMatchObject({ new: 2 });
    expect(await counter.dossier('H24.99-260207-0001')).toMatchObject({ channel: 'post' });
  });

  it('is named where the hand-over stands for the finish in all of it', async () => {
    const titles = [...TITLES.slice(0, -1), 'NgayKetThucXuLy', 'NgayTra'];
    const rows = Array.from({ length: 5 }, (_, index) => [
      ...row(index + 1, { MaHoSo: `H24.99-260208-${index}`, TrangThai: '10' }).slice(0, -1),
      ...['03/03/2026 09:00', '03/03/2026 09:00'],
    ]);
    const checked = await counter.brought(table(titles, ...rows), { dryRun: true });
    expect(checked.warnings).toEqual(['finish-equals-handover']);
  });

  it('says so where another table of it lists dossiers too', async () => {
    const tableOf = (...rows: readonly (readonly string[])[]): string =>
      `<table>${rows.map((cells) => `<tr><td>${cells.join('<td>')}</tr>`).join('')}</table>`;
    const lists = (...pages: readonly string[]) =>
      counter.brought(`<html>${pages.join('')}</html>`, { dryRun: true });
    const first = tableOf(TITLES, row(1, { MaHoSo: 'H24.99-260209-1' }));
    const second = tableOf(TITLES, row(2, { MaHoSo: 'H24.99-260209-2' }));
    const both = await lists(first, second);
    expect([both.counts.rows, both.warnings]).toEqual([1, ['lists-elsewhere']]);
    // Titles that stay in sight while rows are scrolled are a table of their own.
    const one = await lists(first, tableOf(TITLES, TITLES), tableOf(['Ghi chú'], ['x']));
    expect([one.counts.rows, one.warnings]).toEqual([1, []]);
  });

  it('that is no form, or a form where none is taken, is no request', async () => {
    const browser = await office.signedIn('tiepnhan');
    const broken = await browser.ask<Problem>({
      ...{ method: 'POST', url: importsPath, body: Buffer.from('nothing of the kind') },
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(broken.status).toBe(400);
    const elsewhere = await browser.ask<Problem>({
      ...{ method: 'POST', url: '/api/v1/dossiers', body: Buffer.from('--x--') },
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(elsewhere.status).toBe(415);
  });
});

describe('who may bring lists in', () => {
  it('is the counter, whoever looks after data, and who leads; not an administrator', async () => {
    const statuses = await Promise.all(
      ['tiepnhan', 'dulieu', 'lanhdao', 'quantri'].map(async (name) => {
        const desk = new ImportDesk(await office.signedIn(name));
        const text = list('260302', {});
        return (await desk.post({ profile: 'dossiers-national', text, dryRun: true })).status;
      }),
    );
    expect(statuses).toEqual([202, 202, 202, 403]);
  });

  it('sees nothing of another unit’s imports', async () => {
    const { id } = await counter.brought(list('260302', {}), { dryRun: true });
    const stranger = await office.signedIn('noikhac');
    const asked = ['', '/rows', '/errors'].map((path) =>
      stranger.get(`${importsPath}/${id}${path}`),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await new ImportDesk(stranger).act(id, 'commit')).status).toBe(404);
    expect(
      (await counter.post({ profile: 'dossiers-national', text: 'x', unitId: here + 1 })).status,
    ).toBe(404);
  });

  it('has it done once under one key', async () => {
    const body = { profile: 'dossiers-national', text: list('260209', {}), dryRun: true };
    const key = { 'idempotency-key': 'mot-lan' };
    const [one, two] = [await counter.post(body, key), await counter.post(body, key)];
    expect(two.body.id).toBe(one.body.id);
    const other = await counter.post({ ...body, text: list('260210', {}) }, key);
    expect([other.status, other.body.code]).toEqual([422, 'key-used-otherwise']);
  });
});

describe('an import that was only checked', () => {
  it('may be called off, and then not be committed', async () => {
    const { id } = await counter.brought(list('260211', {}), { dryRun: true });
    expect((await counter.act(id, 'cancel')).body).toMatchObject({ state: 'cancelled' });
    const late = await counter.act(id, 'commit');
    expect([late.status, late.body.code]).toEqual([409, 'import-not-checked']);
    expect((await counter.act(id, 'cancel')).status).toBe(409);
    expect(await counter.dossiers('&q=H24.99-260211-0001')).toEqual([]);
  });

  it('catalogues no procedure nobody knows; committed, it does, to be reconciled', async () => {
    const text = list('260212', { MaTTHC: '9.123456' });
    const known = () =>
      office.database.asRoot(`select reconciled from procedure where code = '9.123456'`);
    const { id } = await counter.brought(text, { dryRun: true });
    expect(await known()).toEqual([]);
    await counter.act(id, 'commit');
    await counter.ended(id);
    expect(await known()).toEqual([{ reconciled: false }]);
  });

  it('is listed with the others, the newest first', async () => {
    const browser = await office.signedIn('tiepnhan');
    const { body } = await browser.get<{ items: { id: string }[]; nextCursor: string }>(
      `${importsPath}?limit=2`,
    );
    expect(body.items).toHaveLength(2);
    const next = await browser.get<{ items: { id: string }[] }>(
      `${importsPath}?limit=2&cursor=${body.nextCursor}`,
    );
    expect(next.body.items.map(({ id }) => id)).not.toContain(body.items[0]?.id);
  });
});
