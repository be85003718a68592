import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  reportIssuesPath,
  reportsPath,
  type ComparisonAnswer,
  type IssueAnswer,
  type IssueDiff,
  type HumanPassage,
  type ReportText,
} from '#contract/reports';
import { DossiersApp } from '../support/dossiers-app.ts';
import { aUnitRow } from '../support/database.ts';
import { rowsOf } from '../support/html-rows.ts';
import { ReportsModule } from '../../backend/src/reports/index.ts';

const MONTH = { from: '2026-02-15', to: '2026-03-14' };

let app: DossiersApp;
let unit: number;
let director: string;
let reporter: string;
let city: string;

const post = <Body = IssueAnswer>(as: string, path: string, body: object = {}) =>
  app.ask<Body>(as, `POST ${reportIssuesPath}${path}`, { body });

const done = async (as: string, path: string, body: object = {}): Promise<IssueAnswer> => {
  const answer = await post(as, path, body);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

const drawn = (): Promise<IssueAnswer> =>
  done(reporter, '', {
    template: 'monthly',
    periods: { main: MONTH, cumulative: { from: '2025-12-15', to: '2026-03-14' } },
    text: 'Không có hồ sơ trễ hạn.',
  });

const approved = async (id: string): Promise<void> => {
  await done(reporter, `/${id}/submit`);
  await done(director, `/${id}/approve`);
};

const issued = async (): Promise<IssueAnswer> => {
  const { id } = await drawn();
  await approved(id);
  return done(director, `/${id}/issue`);
};

const hash = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest();

const mainOf = ({ sections }: IssueAnswer) => {
  const main = sections.find(({ section }) => section === 'main');
  if (main === undefined) throw new Error('No main section');
  return main;
};

const exported = async (id: string, format: string): Promise<Buffer> => {
  const url = `GET ${reportIssuesPath}/${id}/export?format=${format}`;
  const { status, bytes } = await app.bytes(reporter, url);
  if (status !== 200) throw new Error(bytes.toString());
  return bytes;
};

const wordsOf = async (id: string): Promise<string> =>
  (await mammoth.extractRawText({ buffer: await exported(id, 'docx') })).value;

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [ReportsModule]);
  const top = await aUnitRow(app.database, 'H24');
  await app.database.asRoot(`update unit set kind = 'city', level = null where id = $1`, [top]);
  unit = await aUnitRow(app.database, 'H24.99', top);
  director = `director@${unit}`;
  reporter = `reporter@${unit}`;
  city = `cityReader@${top},${unit}`;
  const first = await app.received(director);
  await app.done(director, first, 'issue-result');
  await app.received(director, { channel: 'online' });
});
afterAll(() => app.close());

describe('a report', () => {
  it('is live while it is drawn up, and goes its way in order', async () => {
    const draft = await drawn();
    expect(draft).toMatchObject({
      ...{ template: 'monthly', state: 'draft', number: 1, frozen: null },
      allowed: ['edit', 'submit'],
    });
    expect(mainOf(draft).ii06b.total).toMatchObject({ total: 2, resolved: 1, pending: 1 });
    const early = await post<Problem>(director, `/${draft.id}/issue`);
    expect(early).toMatchObject({ status: 409, body: { code: 'report-not-so-far' } });
    expect(early.body.allowed).toEqual(['edit', 'submit']);
    expect((await post(reporter, `/${draft.id}/approve`)).status).toBe(403);
    await done(reporter, `/${draft.id}/submit`);
    const back = await done(director, `/${draft.id}/return`, { reason: 'Bổ sung nhận xét.' });
    expect(back).toMatchObject({ state: 'returned', reason: 'Bổ sung nhận xét.' });
    await app.ask(reporter, `PATCH ${reportIssuesPath}/${draft.id}`, {
      body: { text: 'Đã rà soát.' },
    });
    const again = await done(reporter, `/${draft.id}/submit`);
    expect(again).toMatchObject({ state: 'submitted', reason: null, text: 'Đã rà soát.' });
  });

  it('says for ever what it said when it was issued, and tells what came after', async () => {
    const report = await issued();
    expect(report.state).toBe('issued');
    const late = await app.received(director, { channel: 'post' });
    const again = (await app.ask<IssueAnswer>(reporter, `GET ${reportIssuesPath}/${report.id}`))
      .body;
    expect(again.sections).toEqual(report.sections);
    expect(again.frozen).toEqual(report.frozen);
    const { body } = await app.ask<IssueDiff>(
      reporter,
      `GET ${reportIssuesPath}/${report.id}/changes`,
    );
    const total = body.changes.find(
      ({ section, form, column }) => section === 'main' && form === 'ii06b' && column === 'total',
    );
    expect(total).toMatchObject({
      after: mainOf(report).ii06b.total.total + 1,
      added: [{ id: late.id, code: late.code }],
      removed: [],
    });
  });

  it('is held against the period that follows, and names who explains the difference', async () => {
    const report = await issued();
    const added = await app.received(director, { channel: 'online' });
    const { body } = await app.ask<ComparisonAnswer>(
      reporter,
      `GET ${reportsPath}/comparison?from=2026-03-15&to=2026-04-14`,
    );
    const pending = mainOf(report).ii06b.total.pending;
    expect(body.carryOver).toMatchObject({
      ...{ against: 'issued', issueId: report.id, ok: false, left: pending, right: pending + 1 },
      ...{ missing: [], added: [{ id: added.id, code: added.code }] },
    });
  });

  it('is compared with the period before; of a year nobody has figures of, none are made up', async () => {
    const path = `GET ${reportsPath}/comparison?from=2026-03-15&to=2026-04-14`;
    const { body } = await app.ask<ComparisonAnswer>(reporter, path);
    expect([body.previous, body.lastYear]).toEqual([
      { ...MONTH, known: 'partly' },
      { from: '2025-03-15', to: '2025-04-14', known: 'none' },
    ]);
    const carried = body.lines.find(({ key }) => key === 'carriedOver');
    expect(carried).toMatchObject({ previous: { number: 0 }, lastYear: null });
    expect(carried?.previous?.difference).toBe(carried?.now.number);
    const ratios = (await app.ask<ComparisonAnswer>(reporter, `${path}&of=indicators`)).body;
    expect(ratios.lines.find(({ key }) => key === 'onlineReceipts')).toMatchObject({
      ...{ kind: 'ratio', now: { number: null, text: null } },
      previous: { difference: null, isRedefined: false },
    });
    const files = (await app.ask<ComparisonAnswer>(reporter, `${path}&of=digitisation`)).body;
    expect(files.lines.find(({ key }) => key === 'total')?.now.number).toBe(carried?.now.number);
    expect(files.carryOver).toBeNull();
  });

  it('opens each cell into the dossiers that were frozen in it', async () => {
    const report = await issued();
    const { total } = mainOf(report).ii06b;
    await app.received(director);
    for (const column of ['total', 'resolved', 'pending'] as const) {
      const { body } = await app.ask<Page<DossierItem>>(
        reporter,
        `GET ${reportIssuesPath}/${report.id}/dossiers?column=${column}`,
      );
      expect(body.items).toHaveLength(total[column]);
    }
  });

  it('is made again as the next version, with what differs between the two', async () => {
    const first = await issued();
    const between = await app.received(director);
    const second = await issued();
    expect(second.number).toBe(first.number + 1);
    const url = `GET ${reportIssuesPath}/${second.id}/changes?against=previous`;
    const { body } = await app.ask<IssueDiff>(reporter, url);
    const cell = body.changes.find(
      ({ section, form, column }) => section === 'main' && form === 'ii06b' && column === 'pending',
    );
    expect(cell?.added).toEqual([{ id: between.id, code: between.code }]);
  });

  it('goes to the city with its number, and comes back with a reason', async () => {
    const report = await issued();
    await done(reporter, `/${report.id}/attach`, { number: '15/BC-UBND', date: '2026-03-15' });
    const sent = await done(reporter, `/${report.id}/send`);
    expect(sent).toMatchObject({ state: 'sent', document: { number: '15/BC-UBND' } });
    expect((await post(director, `/${report.id}/return`, { reason: 'x' })).status).toBe(403);
    const back = await done(city, `/${report.id}/return`, { reason: 'Làm rõ hồ sơ quá hạn.' });
    expect(back).toMatchObject({ state: 'returnedByCity', allowed: ['explain'] });
    const next = await issued();
    await done(reporter, `/${next.id}/send`);
    expect((await done(city, `/${next.id}/accept`)).state).toBe('accepted');
  });

  it('leaves as a draft that says so, and as the sealed letter with the number it was given', async () => {
    const draft = await drawn();
    expect(await wordsOf(draft.id)).toContain('DỰ THẢO');
    const report = await issued();
    expect(await wordsOf(report.id)).not.toContain('DỰ THẢO');
    const first = await exported(report.id, 'docx');
    await app.received(director);
    expect(await exported(report.id, 'docx')).toEqual(first);
    await done(reporter, `/${report.id}/attach`, { number: '7/BC-UBND', date: '2026-03-02' });
    const words = await wordsOf(report.id);
    expect(words).toContain('Số: 07/BC-UBND');
    expect(words).toContain('ngày 02 tháng 3 năm 2026');
    const { value } = await mammoth.convertToHtml({ buffer: await exported(report.id, 'docx') });
    const { total, resolved, pending } = mainOf(report).ii06b.total;
    const sums = rowsOf(value).find((cells) => cells[1] === 'Tổng cộng');
    expect([sums?.[2], sums?.[6], sums?.[12]]).toEqual([total, resolved, pending].map(String));
    expect((await exported(report.id, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const book = await readSheet(await exported(report.id, 'xlsx'), 'II.06b');
    expect(book.find((cells) => cells[1] === 'Tổng cộng')?.[2]).toBe(total);
  });

  it('is seen to be taken out: who, which version, as what', async () => {
    const report = await issued();
    await exported(report.id, 'csv');
    const [line] = await app.database.asRoot<{ readonly facts: object }>(
      `select facts from audit where act = 'report.exported' order by position desc limit 1`,
    );
    expect(line?.facts).toEqual({ format: 'csv', version: report.number, state: 'issued' });
    const { status } = await app.bytes(
      `observer@${unit + 1}`,
      `GET ${reportIssuesPath}/${report.id}/export?format=pdf`,
    );
    expect(status).toBe(404);
  });

  it('is nobody’s to change once it is issued, not the database’s owner’s either', async () => {
    const { id } = await issued();
    for (const table of ['report_frozen', 'report_member', 'report_paper']) {
      for (const sql of [`update ${table} set issue_id = issue_id`, `delete from ${table}`]) {
        await expect(app.database.tenancy.ask({ units: [unit] }, sql)).rejects.toMatchObject({
          state: '42501',
        });
        await expect(app.database.asRoot(`${sql} where issue_id = '${id}'`)).rejects.toThrow(
          /only ever added to/,
        );
      }
    }
  });

  it('is sealed to the one before it: bytes, figures and order', async () => {
    const rows = await app.database.asRoot<{
      readonly content: Buffer;
      readonly table_xlsx: Buffer;
      readonly previous: Buffer | null;
      readonly sha256: Buffer;
    }>('select * from report_frozen where unit_id = $1 order by link', [unit]);
    expect(rows.length).toBeGreaterThan(3);
    let previous: Buffer | null = null;
    for (const row of rows) {
      expect(row.previous?.toString('hex')).toBe(previous?.toString('hex'));
      const seal = hash(previous ?? Buffer.alloc(0), hash(row.content), hash(row.table_xlsx));
      expect(row.sha256.toString('hex')).toBe(seal.toString('hex'));
      previous = row.sha256;
    }
  });

  it('has its papers sealed, each to the one made before', async () => {
    const files = await app.database.asRoot<{
      readonly content: Buffer;
      readonly previous: Buffer | null;
      readonly sha256: Buffer;
    }>('select * from report_paper where unit_id = $1 order by link', [unit]);
    expect(files.length).toBeGreaterThan(3);
    let previous: Buffer | null = null;
    for (const file of files) {
      expect(file.previous?.toString('hex')).toBe(previous?.toString('hex'));
      const seal = hash(previous ?? Buffer.alloc(0), hash(file.content));
      expect(file.sha256.toString('hex')).toBe(seal.toString('hex'));
      previous = file.sha256;
    }
  });

  it('is done once under one key, however often it is asked', async () => {
    const body = {
      template: 'weekly',
      periods: { main: { from: '2026-03-02', to: '2026-03-08' } },
    };
    const headers = { 'idempotency-key': 'lap-bao-cao-tuan-10' };
    const ask = () => app.ask<IssueAnswer>(reporter, `POST ${reportIssuesPath}`, { body, headers });
    const [one, two] = [await ask(), await ask()];
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
  });
});

describe('the text of a report', () => {
  const textOf = async (id: string): Promise<ReportText> =>
    (await app.ask<ReportText>(reporter, `GET ${reportIssuesPath}/${id}/text`)).body;
  const write = (id: string, version: number | undefined, body: object, key = 'tasks') =>
    app.ask<HumanPassage & Problem>(reporter, `PUT ${reportIssuesPath}/${id}/passages/${key}`, {
      body,
      headers: version === undefined ? {} : { 'if-match': `"${String(version)}"` },
    });
  const quarter = (quarterDays: object): Promise<IssueAnswer> =>
    done(reporter, '', { template: 'quarterly', periods: { main: quarterDays } });
  const passage = ({ chapters }: ReportText, key: string): HumanPassage | undefined =>
    chapters
      .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'human'))
      .find((block) => block.key === key);

  it('has numbers that open into as many dossiers, before and after it is issued', async () => {
    const { id } = await drawn();
    const check = async (): Promise<void> => {
      const { chapters } = await textOf(id);
      const figures = chapters.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'automatic' ? block.runs : [])),
      );
      const cells = figures.flatMap((run) =>
        run.kind === 'figure' && run.value !== null && run.cell !== null
          ? [{ ...run.cell, value: run.value }]
          : [],
      );
      expect(cells.length).toBeGreaterThan(8);
      for (const { value, ...cell } of cells) {
        const query = new URLSearchParams(cell).toString();
        const { body } = await app.ask<Page<DossierItem>>(
          reporter,
          `GET ${reportIssuesPath}/${id}/dossiers?limit=500&${query}`,
        );
        expect({ cell, count: body.items.length }).toEqual({ cell, count: value });
      }
    };
    await check();
    await approved(id);
    await done(director, `/${id}/issue`);
    const before = await textOf(id);
    await app.received(director, { channel: 'online' });
    expect(await textOf(id)).toEqual(before);
    await check();
  });

  it('is written passage by passage, each on the version that was read', async () => {
    const { id } = await quarter({ from: '2025-12-15', to: '2026-03-14' });
    const body = { body: '- Rà soát hồ sơ sắp đến hạn mỗi ngày.', reviewed: true };
    expect((await write(id, undefined, body)).body).toMatchObject({ code: 'version-required' });
    const first = await write(id, 0, body);
    expect(first).toMatchObject({ status: 200, body: { version: 1, state: 'own' } });
    expect((await write(id, 0, body)).body).toMatchObject({ code: 'version-stale', version: 1 });
    const gone = await write(id, 0, body, 'gone');
    expect(gone.body).toMatchObject({ code: 'report-passage-unknown' });
    await done(reporter, `/${id}/submit`);
    expect((await write(id, 1, body)).body).toMatchObject({ code: 'report-not-so-far' });
  });

  it('keeps a report back that has gaps, or words of the last one, and says where', async () => {
    const first = await quarter({ from: '2025-12-15', to: '2026-03-14' });
    await write(first.id, 0, { body: '- Kiểm tra … lượt.', reviewed: true });
    await approved(first.id);
    const held = await post<Problem>(director, `/${first.id}/issue`);
    const errors = [{ path: 'passages.tasks', code: 'placeholder-left' }];
    expect(held).toMatchObject({ status: 422, body: { code: 'report-text-unfinished', errors } });
    await done(director, `/${first.id}/return`, { reason: 'Điền số lượt kiểm tra.' });
    await write(first.id, 1, { body: '- Kiểm tra 03 lượt.', reviewed: true });
    await approved(first.id);
    await done(director, `/${first.id}/issue`);

    const next = await quarter({ from: '2026-03-15', to: '2026-06-14' });
    const carried = passage(await textOf(next.id), 'tasks');
    expect(carried).toMatchObject({
      ...{ body: '- Kiểm tra 03 lượt.', state: 'carried', version: 1 },
      carriedFrom: { from: '2025-12-15', to: '2026-03-14' },
    });
    await approved(next.id);
    const again = await post<Problem>(director, `/${next.id}/issue`);
    expect(again.body.errors).toMatchObject([{ code: 'passage-unreviewed' }]);
    await done(director, `/${next.id}/return`, { reason: 'Rà soát nhiệm vụ.' });
    await write(next.id, 1, { body: '- Kiểm tra 03 lượt.', reviewed: true });
    await approved(next.id);
    await done(director, `/${next.id}/issue`);
  });

  it('is headed and signed by one office, and takes its number from the book', async () => {
    const { id } = await quarter({ from: '2025-09-15', to: '2025-12-14' });
    const path = `PUT ${reportIssuesPath}/${id}/heading`;
    const body = { signer: { authority: ['GIÁM ĐỐC'], name: 'Nguyễn Văn Bình' } };
    await app.ask(reporter, path, { body, headers: { 'if-match': '"0"' } });
    expect((await textOf(id)).faults).toMatchObject([{ code: 'symbol-differs', key: 'heading' }]);
    const mended = { signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: '' } };
    await app.ask(reporter, path, { body: mended, headers: { 'if-match': '"1"' } });
    await approved(id);
    await done(director, `/${id}/issue`);
    await done(reporter, `/${id}/attach`, { number: '21/BC-UBND', date: '2026-03-15' });
    expect((await textOf(id)).heading).toMatchObject({ number: '21', date: '2026-03-15' });
  });
});
