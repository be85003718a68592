import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import type { EventAnswer } from '#contract/dossiers';
import type { FormEditionAnswer, FormOccasionAnswer } from '#contract/forms';
import type { Problem } from '#contract/problem';
import type { Page } from '#contract/list';
import { FormsModule } from '../../backend/src/forms/index.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

const DIRECTOR = 'director@1';
let office: DossiersApp;

beforeAll(async () => {
  office = await DossiersApp.open('2026-03-02T08:00:00+07:00', [FormsModule]);
  await office.database
    .asRoot(`insert into unit (id, code, name, kind, level) overriding system value
    values (1, 'H24.1', 'Xã Mẫu', 'commune', 'xa'), (2, 'H24.2', 'Phường 7', 'commune', 'phuong')
    on conflict (id) do update set name = excluded.name`);
});
afterAll(() => office.close());

const occasions = async (id: string) =>
  (await office.ask<Page<FormOccasionAnswer>>(DIRECTOR, `GET /api/v1/dossiers/${id}/forms`)).body
    .items;

const print = (id: string, form: string, body: object = {}, as = DIRECTOR) =>
  office.bytes(as, `POST /api/v1/dossiers/${id}/forms/${form}`, body);

/** The text of a member of a ZIP, found by its name: enough for a document we made ourselves. */
const zipped = (bytes: Buffer, name: string): string => {
  const directory = bytes.lastIndexOf(Buffer.from(name));
  const header = bytes.readUInt32LE(directory - 4);
  const size = bytes.readUInt32LE(directory - 46 + 20);
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  return inflateRawSync(bytes.subarray(from, from + size)).toString();
};

describe('a slip for a dossier that no other system has given one', () => {
  it('is printed on every paper it offers, under one number', async () => {
    const { id } = await office.received(DIRECTOR);
    expect(await occasions(id)).toMatchObject([
      { form: 'mau01', number: null, papers: ['a5x2', 'a5', 'a4', 'roll80'] },
      { form: 'mau06', number: null },
    ]);
    const numbers = new Set<unknown>();
    for (const paper of ['a5x2', 'a5', 'a4', 'roll80']) {
      const { status, headers, bytes } = await print(id, 'mau01', { paper });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/pdf');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.includes('+Tinos-Regular')).toBe(true);
      numbers.add(headers['motcua-form-number']);
    }
    expect(numbers.size).toBe(1);
    expect((await occasions(id))[0]).toMatchObject({ form: 'mau01', year: 2026 });
  });

  it('lists what was handed over, which stands in texts alone', async () => {
    const paper = 'Di chúc của ông Phùng Văn Nhã';
    const components = [{ name: paper, kind: 'certified', copies: 2 }, 'Tờ khai'];
    const { id } = await office.received(DIRECTOR, { components });
    const { body } = await office.ask<Page<EventAnswer>>(
      DIRECTOR,
      `GET /api/v1/dossiers/${id}/events`,
    );
    expect(body.items[0]?.texts).toEqual({ items: `${paper}\tcertified\t2\nTờ khai` });
    expect((await print(id, 'mau01')).status).toBe(200);
    const kept = await office.database.asRoot<{ found: string }>(
      `select 'event' as found from dossier_event where payload::text like $1
       union all select 'audit' from audit where facts::text like $1`,
      ['%Phùng%'],
    );
    expect(kept).toEqual([]);
  });

  it('is refused where an official one exists: two slips would promise two things', async () => {
    const official = 'H24.1-260302-0777';
    const { id } = await office.received(DIRECTOR, { officialCode: official });
    expect((await print(id, 'mau01')).status).toBe(409);
    expect((await print(id, 'mau06')).status).toBe(200);
  });

  it('is not shown to whoever may not see persons, nor to another unit', async () => {
    const { id } = await office.received(DIRECTOR);
    expect((await print(id, 'mau01', {}, 'observer@1')).status).toBe(403);
    expect((await print(id, 'mau01', {}, 'admin@1')).status).toBe(403);
    expect((await print(id, 'mau01', {}, 'director@2')).status).toBe(404);
  });

  it('is no form of another kind, nor on paper it has not', async () => {
    const { id } = await office.received(DIRECTOR);
    expect((await print(id, 'mau02')).status).toBe(409);
    expect((await print(id, 'mau99')).status).toBe(404);
    expect((await print(id, 'mau06', { paper: 'roll80' })).status).toBe(422);
    expect((await print(id, 'mau01', { format: 'docx' })).status).toBe(422);
    expect((await print(id, 'mau01', { paper: 'a3' })).status).toBe(400);
  });
});

describe('numbers of a form', () => {
  it('run without holes though twenty officers print at once, and each dossier keeps its own', async () => {
    const dossiers = await Promise.all(
      Array.from({ length: 20 }, () => office.received('director@2')),
    );
    const numberOf = async (id: string) =>
      (await print(id, 'mau06', {}, 'director@2')).headers['motcua-form-number'];
    const [first, second] = await Promise.all([
      Promise.all(dossiers.map(({ id }) => numberOf(id))),
      Promise.all(dossiers.map(({ id }) => numberOf(id))),
    ]);
    expect(second).toEqual(first);
    const drawn = first.map((text) => Number(String(text).split('/')[0]));
    expect(drawn.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_one, place) => place + 1),
    );
  });

  it('leave a line in the audit before a person is shown', async () => {
    const { id } = await office.received(DIRECTOR);
    await print(id, 'mau01');
    const [line] = await office.database.asRoot<{ facts: object }>(
      `select facts from audit where subject_id = $1 and act = 'dossier.print'`,
      [id],
    );
    expect(line?.facts).toMatchObject({ form: 'mau01', version: 1, year: 2026 });
  });
});

describe('a letter', () => {
  it('asks for what is missing, each paper on its line, for Word too', async () => {
    const received = await office.received(DIRECTOR);
    await office.done(DIRECTOR, received, 'request-supplement', {
      items: '- Bản sao giấy khai sinh\n- Sổ hộ khẩu',
      reason: 'Hồ sơ thiếu giấy tờ',
    });
    expect((await print(received.id, 'mau02')).status).toBe(200);
    const { status, headers, bytes } = await print(received.id, 'mau02', { format: 'docx' });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('wordprocessingml');
    const text = zipped(bytes, 'word/document.xml');
    for (const told of ['Bản sao giấy khai sinh', 'Sổ hộ khẩu', 'Nguyễn Văn An', '/HDHS']) {
      expect(text).toContain(told);
    }
    expect(text).toContain('ỦY BAN NHÂN DÂN XÃ MẪU');
  });

  it('of apology names the moment promised and the new one', async () => {
    const received = await office.received(DIRECTOR, {
      declaredDueAt: '2026-03-06T17:00:00+07:00',
    });
    await office.done(DIRECTOR, received, 'extend', {
      dueAt: '2026-03-12T17:00:00+07:00',
      reason: 'Chờ cơ quan phối hợp',
    });
    const { bytes } = await print(received.id, 'mau04', { format: 'docx' });
    const text = zipped(bytes, 'word/document.xml');
    expect(text).toContain('17 giờ 00 phút, ngày 06 tháng 3 năm 2026');
    expect(text).toContain('17 giờ 00 phút, ngày 12 tháng 3 năm 2026');
    expect(text).toContain('Chờ cơ quan phối hợp');
  });

  it('writes what people typed as text, whatever it looks like', async () => {
    const name = '<w:p/> =1+1 {unit.name} ‮nA 🙂 Nguyễn & Đào';
    const { id, version } = await office.received(DIRECTOR, { applicant: { name } });
    await office.done(DIRECTOR, { id, version }, 'stop', { reasonCode: 'other', reason: '&<>"' });
    const { status, bytes } = await print(id, 'mau05', { format: 'docx' });
    expect(status).toBe(200);
    const text = zipped(bytes, 'word/document.xml');
    expect(text).toContain('&lt;w:p/&gt; =1+1 {unit.name} nA 🙂 Nguyễn &amp; Đào');
    expect((await print(id, 'mau05')).status).toBe(200);
  });
});

describe('the book of dossiers', () => {
  const book = (body: object, as = DIRECTOR) =>
    office.bytes(as, 'POST /api/v1/dossier-books', body);

  it('lists what was received in its days, as a spreadsheet and on paper', async () => {
    await office.received(DIRECTOR, { applicant: { name: '=HYPERLINK("x")' } });
    const days = { from: '2026-03-02', to: '2026-03-02' };
    const { status, headers, bytes } = await book(days);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('spreadsheetml');
    const sheet = zipped(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(zipped(bytes, 'xl/sharedStrings.xml')).toContain('=HYPERLINK(');
    expect((await book({ ...days, format: 'pdf' })).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is asked for with days that make sense, by whoever may see persons', async () => {
    expect((await book({ from: '2026-03-02', to: '2026-03-01' })).status).toBe(422);
    expect((await book({ from: '2024-01-01', to: '2026-03-01' })).status).toBe(422);
    expect((await book({ from: '2026-02-30', to: '2026-03-01' })).status).toBe(400);
    expect((await book({ from: '2026-03-01', to: '2026-03-02' }, 'observer@1')).status).toBe(403);
  });
});

describe('a form in the words of the unit', () => {
  const HOTLINE = 'Đường dây nóng 0225 3 000 111, gặp bà Tạ Thị Hồng';
  const own = { texts: { own: HOTLINE }, without: ['applicant.email'] };

  const word = <Body = FormEditionAnswer>(sheet: string, body: object, as = 'admin@1') =>
    office.ask<Body>(as, `PUT /api/v1/form-editions/${sheet}`, { body });

  const asked = async (): Promise<string> => {
    const received = await office.received(DIRECTOR);
    const request = { items: 'Bản sao giấy khai sinh', reason: 'Thiếu giấy tờ' };
    await office.done(DIRECTOR, received, 'request-supplement', request);
    return received.id;
  };

  const letter = async (id: string): Promise<string> =>
    zipped((await print(id, 'mau02', { format: 'docx' })).bytes, 'word/document.xml');

  it('is printed so from then on; what was printed before comes out as it was', async () => {
    const [before, after, later] = [await asked(), await asked(), await asked()];
    expect(await letter(before)).not.toContain('Đường dây nóng');
    const { status, body } = await word('mau02', { version: 0, reason: 'Thêm số', ...own });
    expect([status, body.version, body.history[0]?.reason]).toEqual([200, 1, 'Thêm số']);
    expect((await word('head', { texts: { centre: 'BỘ PHẬN MỘT CỬA' }, without: [] })).status).toBe(
      200,
    );
    expect(await letter(before)).not.toMatch(/Đường dây nóng|BỘ PHẬN MỘT CỬA/);
    expect(await letter(after)).toContain(HOTLINE);
    await word('mau02', { version: 1, texts: {}, without: [] });
    await word('head', { texts: {}, without: [] });
    expect(await letter(after)).toContain('BỘ PHẬN MỘT CỬA');
    expect(await letter(later)).not.toMatch(/Đường dây nóng|BỘ PHẬN MỘT CỬA/);
  });

  it('is kept out of the audit, word by word', async () => {
    const lines = await office.database.asRoot<{ facts: object }>(
      `select facts from audit where act = 'formEdition.set' order by position`,
    );
    expect(lines[0]?.facts).toMatchObject({ sheet: 'mau02', version: 1, worded: ['own'] });
    expect(JSON.stringify(lines)).not.toContain('Hồng');
  });

  it('is not kept without what it has to say, and names the part', async () => {
    const wrong = { texts: { opening: 'Đã nhận hồ sơ' }, without: ['dossier.code'] };
    const { status, body } = await word<Problem>('mau02', wrong);
    expect([status, body.code]).toEqual([422, 'form-fact-missing']);
    expect(body.errors?.map(({ path }) => path)).toEqual(['opening', 'opening', 'dossier.code']);
    const stale = await word<Problem>('mau02', { version: 1, ...own });
    expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
  });

  it('is looked at with a sample, form by form, by whoever sets it', async () => {
    for (const sheet of ['head', 'mau01', 'mau04', 'mau06', 'mau07']) {
      const path = `POST /api/v1/form-editions/${sheet}/preview`;
      const { status, headers, bytes } = await office.bytes('admin@1', path, {
        texts: {},
        without: [],
      });
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await word('mau01', own, 'reception@1')).status).toBe(403);
    expect((await word('mau99', own)).status).toBe(404);
    const { body } = await office.ask<{ items: readonly FormEditionAnswer[] }>(
      'admin@2',
      'GET /api/v1/form-editions',
    );
    expect(body.items.map(({ version }) => version)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
