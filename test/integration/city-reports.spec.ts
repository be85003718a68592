import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  cityPath,
  indicatorDefinitionsPath,
  reportIssuesPath,
  reportsPath,
  type CityCell,
  type CityConsolidation,
  type CityFile,
  type CityOverview,
  type CityReports,
  type IndicatorDefinitionsAnswer,
  type IndicatorsAnswer,
  type IssueAnswer,
  type ReportText,
  type ReviewAnswer,
  type StepsAnswer,
} from '#contract/reports';
import { registersPath } from '#contract/registers';
import { II06B_COLUMNS } from '#domain/report';
import { printedText } from '#wording/report-text';
import { downloaded } from '../support/downloaded.ts';
import { OfficeApp, type Browser } from '../support/office-app.ts';

const DAY_MS = 86_400_000;
/** Days around today, in the office's zone. */
const dayFrom = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const PERIOD = { from: dayFrom(-5), to: dayFrom(5) };
const printed = (day: string): string => day.split('-').toReversed().join('/');
const ASKED = new URLSearchParams({ report: 'monthly', ...PERIOD }).toString();

let office: OfficeApp;
let reader: Browser;
let cityId: number;
let units: readonly [one: number, other: number, outside: number];

const done = async <Body>(answer: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};

/** Two dossiers come, one is settled; the report over them is issued and sent. */
async function reported(username: string): Promise<IssueAnswer> {
  const browser = await office.signedIn(username);
  const received = () =>
    done<{ id: string; version: number }>(
      browser.post('/api/v1/dossiers', {
        procedureCode: '9.000001',
        channel: 'direct',
        applicant: { name: 'Nguyễn Văn An' },
      }),
    );
  const { id, version } = await received();
  await done(
    browser.post(`/api/v1/dossiers/${id}/issue-result`, {}, { 'if-match': `"${version}"` }),
  );
  await received();
  const draft = await done<IssueAnswer>(
    browser.post(reportIssuesPath, { template: 'monthly', periods: { main: PERIOD } }),
  );
  for (const act of ['submit', 'approve', 'issue', 'send']) {
    await done(browser.post(`${reportIssuesPath}/${draft.id}/${act}`, {}));
  }
  return draft;
}

const NUMBERS = [12, 7, 3, 2, 9, 4, 3, 1, 1, 0, 3, 2, 1, 0];

async function formDocx(heading: string, numbers: readonly number[] = NUMBERS): Promise<Buffer> {
  const row = (...cells: readonly (string | number)[]) =>
    new TableRow({
      children: cells.map((text) => new TableCell({ children: [new Paragraph(String(text))] })),
    });
  const rows = [row('1', 'Hộ tịch', ...numbers), row('', 'Tổng cộng', ...numbers)];
  const children = [new Paragraph(heading), new Table({ rows })];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

const formXlsx = (heading: string): Promise<Buffer> =>
  writeExcelFile(
    [
      [{ value: heading, type: String }],
      [1, 'Hộ tịch', ...NUMBERS].map((value) =>
        typeof value === 'number' ? { value, type: Number } : { value, type: String },
      ),
    ],
    { sheet: 'II.06b' },
  ).toBuffer();

async function sent(fileName: string, file: Buffer, unitId = units[2]) {
  const form = new FormData();
  const told = { unitId: String(unitId), report: 'monthly', ...PERIOD, fileName };
  for (const [name, value] of Object.entries(told)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), fileName);
  const encoded = new Response(form);
  return reader.ask<CityFile & Problem>({
    ...{ method: 'POST', url: `${cityPath}/files` },
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  });
}

const reports = async () =>
  (await done(reader.get<CityReports>(`${cityPath}/reports?${ASKED}`))).items;
const consolidated = () =>
  done(reader.get<CityConsolidation>(`${cityPath}/consolidation?${ASKED}`));

beforeAll(async () => {
  office = await OfficeApp.open();
  const city = await office.unit({ code: 'H24', kind: 'city' });
  cityId = city;
  const elsewhere = await office.unit({ code: 'H25', kind: 'city' });
  units = [
    await office.unit({ code: 'H24.01', parentId: city }),
    await office.unit({ code: 'H24.02', parentId: city }),
    await office.unit({ code: 'H24.03', parentId: city }),
  ];
  await office.unit({ code: 'H25.01', parentId: elsewhere });
  await office.person('mot', { unitId: units[0], roles: ['director'] });
  await office.person('hai', { unitId: units[1], roles: ['director'] });
  await office.person('thanhpho', { unitId: city, roles: ['cityReader'] });
  reader = await office.signedIn('thanhpho');
});
afterAll(() => office.close());

describe('the reports of a city', () => {
  let first: IssueAnswer;

  it('are all missing before anybody has sent one, each of its own units and no other', async () => {
    expect((await reports()).map(({ unit, countedBy }) => [unit.code, countedBy])).toEqual([
      ['H24.01', null],
      ['H24.02', null],
      ['H24.03', null],
    ]);
    const { missing, ii06b } = await consolidated();
    expect([missing.length, ii06b.total.total, ii06b.parts]).toEqual([3, 0, []]);
    const director = await office.signedIn('mot');
    expect((await director.get(`${cityPath}/reports?${ASKED}`)).status).toBe(403);
  });

  it('are the sum of what was issued, opened by unit and from there by dossier', async () => {
    first = await reported('mot');
    await reported('hai');
    const { missing, ii06b, digitisation, indicators } = await consolidated();
    expect(missing.map(({ code }) => code)).toEqual(['H24.03']);
    expect(ii06b.total).toMatchObject({ total: 4, resolved: 2, pending: 2 });
    expect(ii06b.liveTotal).toEqual(ii06b.total);
    expect(digitisation.total).toMatchObject({ total: 4, resolved: 2 });
    expect([...ii06b.checks, ...digitisation.checks].filter(({ ok }) => !ok)).toEqual([]);
    expect(indicators.find(({ indicator }) => indicator === 'resolution')).toMatchObject({
      ...{ numerator: 2, denominator: 4, text: '50,00' },
    });
    const { items } = await done(
      reader.get<CityCell>(`${cityPath}/consolidation/units?${ASKED}&row=total&column=resolved`),
    );
    expect(items.map(({ code, count }) => [code, count])).toEqual([
      ['H24.01', 1],
      ['H24.02', 1],
    ]);
    const cell = `section=main&form=ii06b&row=${items[0]?.row ?? ''}&column=resolved`;
    const opened = await done(
      reader.get<Page<DossierItem>>(
        `${reportIssuesPath}/${String(items[0]?.issueId)}/dossiers?${cell}`,
      ),
    );
    expect(opened.items.map(({ unitId }) => unitId)).toEqual([units[0]]);
    expect(JSON.stringify(opened)).not.toContain('Nguyễn Văn An');
  });

  it('are sent back with a question, answered, and taken in', async () => {
    const question = { reason: 'Đề nghị giải trình 01 hồ sơ còn lại.' };
    const answer = { explanation: 'Hồ sơ đang chờ kết quả xác minh.' };
    const path = `${reportIssuesPath}/${first.id}`;
    await done(reader.post(`${path}/return`, question));
    const unit = await office.signedIn('mot');
    expect((await reader.post(`${path}/explain`, answer)).status).toBe(403);
    await done(unit.post(`${path}/explain`, answer));
    const [told] = await reports();
    expect(told).toMatchObject({ issue: { state: 'sent', ...question, ...answer } });
    // Another version on the desk of the unit takes nothing away from what lies before the city.
    await done(unit.post(reportIssuesPath, { template: 'monthly', periods: { main: PERIOD } }));
    expect((await reports())[0]).toMatchObject({ issue: { id: first.id, state: 'sent' } });
    await done(reader.post(`${path}/accept`, {}));
    expect((await reports())[0]).toMatchObject({
      countedBy: 'issue',
      issue: { state: 'accepted' },
    });
    expect((await consolidated()).ii06b.total.total).toBe(4);
  });

  it.each([
    ['a document', 'bc.docx', formDocx],
    ['a workbook', 'bc.xlsx', formXlsx],
  ])('take in %s of a unit outside the product, marked as a file', async (_what, name, make) => {
    const file = await make(
      `II.06b (Từ ngày ${printed(PERIOD.from)} đến ngày ${printed(PERIOD.to)})`,
    );
    const { status, body } = await sent(name, file);
    expect([status, body.namesPeriod, body.findings]).toEqual([201, true, 0]);
    expect((await reports())[2]).toMatchObject({ countedBy: 'file', file: { fileName: name } });
    const { missing, ii06b } = await consolidated();
    expect([missing, ii06b.total.total, ii06b.total.resolvedLate]).toEqual([[], 16, 1]);
    expect(ii06b.parts[2]).toMatchObject({ source: 'file', issueId: null, live: null });
    expect((await reader.delete(`${cityPath}/files/${body.id}`)).status).toBe(204);
  });

  it('say what in a file does not agree, and refuse what is none', async () => {
    const wrong = await sent('sai.docx', await formDocx('II.06b', [...NUMBERS.with(4, 8)]));
    expect(wrong.body.findings).toBeGreaterThan(0);
    expect(wrong.body.namesPeriod).toBe(false);
    const refusals = [
      await sent('gia.docx', Buffer.from('PK không phải tệp Word')),
      await sent('loi.docx', await Packer.toBuffer(new Document({ sections: [{ children: [] }] }))),
    ];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'report-file-unreadable'],
      [422, 'report-file-without-form'],
    ]);
    expect((await sent('bc.docx', await formDocx('II.06b'), 999)).status).toBe(404);
    await reader.delete(`${cityPath}/files/${wrong.body.id}`);
  });

  it('stand beside where work goes late today, unit by unit', async () => {
    const days = new URLSearchParams(PERIOD).toString();
    const told = await done(reader.get<CityOverview>(`${cityPath}?${days}`));
    expect(told.units.map(({ code, open, received }) => [code, open, received])).toEqual([
      ['H24.01', 1, 2],
      ['H24.02', 1, 2],
      ['H24.03', 0, 0],
    ]);
    expect(told.units[2]?.inTime.text).toBeNull();
  });

  it('are divided as the city says, from the day on that it says', async () => {
    const set = (browser: Browser, changes: object) =>
      browser.ask<IndicatorDefinitionsAnswer & Problem>({
        ...{ method: 'PUT', url: indicatorDefinitionsPath },
        body: { indicator: 'resolution', population: 'new', targetPercent: 60, ...changes },
      });
    const director = await office.signedIn('mot');
    expect((await set(director, { effectiveFrom: PERIOD.from })).status).toBe(403);
    const much = await set(reader, { effectiveFrom: PERIOD.from, targetPercent: 101 });
    expect(much.status).toBe(422);
    const { inForce, dated } = await done(set(reader, { effectiveFrom: PERIOD.from }));
    expect(inForce.find(({ indicator }) => indicator === 'resolution')).toMatchObject({
      ...{ population: 'new', targetPercent: 60, effectiveFrom: PERIOD.from },
    });
    expect(dated).toHaveLength(1);
    const figureOver = async (to: string) => {
      const days = new URLSearchParams({ from: dayFrom(-40), to }).toString();
      const told = await done(director.get<IndicatorsAnswer>(`/api/v1/reports/indicators?${days}`));
      const found = told.indicators.find(({ indicator }) => indicator === 'resolution');
      return [found?.population, found?.targetPercent, found?.needed];
    };
    expect(await figureOver(PERIOD.to)).toEqual(['new', 60, 1]);
    expect(await figureOver(dayFrom(-6))).toEqual(['total', null, null]);
    const seen = await done(director.get<IndicatorDefinitionsAnswer>(indicatorDefinitionsPath));
    expect(seen.dated).toEqual(dated);
  });

  it('are held against what the city aims at for feedback, in the text of each unit', async () => {
    const aim = {
      ...{ indicator: 'feedbackInTime', population: 'total', targetPercent: 95 },
      effectiveFrom: PERIOD.from,
    };
    await done(reader.ask({ method: 'PUT', url: indicatorDefinitionsPath, body: aim }));
    await office.person('ba', { unitId: units[2], roles: ['director', 'reporter'] });
    const director = await office.signedIn('ba');
    for (const dueOn of [dayFrom(0), dayFrom(-2)]) {
      const values = {
        ...{ about: 'conduct', via: 'portal', content: 'Chậm trả kết quả', satisfied: 'unknown' },
        ...{ dueOn, answeredOn: dayFrom(-1) },
      };
      await done(director.post(`${registersPath}/feedback`, { day: dayFrom(-4), values }));
    }
    const { id } = await done(
      director.post<IssueAnswer>(reportIssuesPath, {
        ...{ template: 'monthly', periods: { main: PERIOD } },
      }),
    );
    const text = await done(director.get<ReportText>(`${reportIssuesPath}/${id}/text`));
    expect(printedText(text)).toContain(
      'PAKN trả lời đúng hạn: 01/02 PAKN (50,00%; chỉ tiêu thành phố giao 95%, còn thiếu 01 PAKN)',
    );
  });

  it('leave as a letter to write on, as a workbook, and as bare figures', async () => {
    const fetched = async (format: string): Promise<Buffer> => {
      const url = `${cityPath}/consolidation/export?${ASKED}&format=${format}`;
      const { status, bytes, headers } = await downloaded(office, reader, url);
      expect([status, headers['content-disposition']]).toEqual([
        200,
        expect.stringMatching(/^attachment; filename="BC-tong-hop-H24-.*-du-thao\.\w+"$/),
      ]);
      return bytes;
    };
    const words = async () =>
      (await mammoth.extractRawText({ buffer: await fetched('docx') })).value;
    const [gone] = (await consolidated()).missing;
    const lacking = await words();
    expect(lacking).toContain('DỰ THẢO');
    expect(lacking).toContain('báo cáo của 02/03 đơn vị trực thuộc');
    expect(lacking).toContain(`Chưa có số liệu: 01 đơn vị (${gone?.name ?? ''})`);
    const { body: file } = await sent('bc.docx', await formDocx('II.06b'));
    const whole = await words();
    expect(whole).toContain('báo cáo của đủ 03 đơn vị trực thuộc');
    expect(whole).toContain(`lấy từ tệp do đơn vị gửi: 01 đơn vị (${gone?.name ?? ''})`);
    const told = await consolidated();
    const rows = await readSheet(await fetched('xlsx'), 'II.06b');
    const sum = rows.find((cells) => cells[1] === 'Tổng cộng');
    expect(sum?.slice(2)).toEqual(II06B_COLUMNS.map((column) => told.ii06b.total[column]));
    expect((await fetched('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await fetched('csv')).toString()).toContain('Tổng cộng');
    const bare = JSON.parse((await fetched('json')).toString()) as CityConsolidation;
    expect(bare.ii06b.total).toEqual(told.ii06b.total);
    await reader.delete(`${cityPath}/files/${file.id}`);
    const director = await office.signedIn('mot');
    const asked = director.get(`${cityPath}/consolidation/export?${ASKED}&format=docx`);
    expect((await asked).status).toBe(403);
  });

  it('say nothing of why a leader gave one back within the unit', async () => {
    const path = `${reportIssuesPath}/${String((await reports())[2]?.issue?.id)}`;
    const director = await office.signedIn('ba');
    await done(director.post(`${path}/submit`, {}));
    await done(director.post(`${path}/return`, { reason: 'Viết lại phần nhận xét.' }));
    expect((await reports())[2]?.issue).toMatchObject({ state: 'returned', reason: null });
  });
});

describe('what a city looks at again', () => {
  const days = new URLSearchParams(PERIOD).toString();
  let asked: string;

  beforeAll(async () => {
    const director = await office.signedIn('hai');
    const open = await done(director.get<Page<DossierItem>>('/api/v1/dossiers?state=received'));
    const [first] = open.items;
    if (first === undefined) throw new Error('nothing is open');
    asked = first.id;
    let version = first.version;
    const items = { items: 'Giấy khai sinh', reason: 'Thiếu giấy tờ' };
    for (const [act, body] of [
      ['request-supplement', items],
      ['receive-supplement', {}],
      ['request-supplement', items],
    ] as const) {
      const path = `/api/v1/dossiers/${asked}/${act}`;
      const told = director.post<{ version: number }>(path, body, { 'if-match': `"${version}"` });
      version = (await done(told)).version;
    }
  });

  it('is told unit by unit, and the whole opened into its dossiers', async () => {
    const path = `${reportsPath}/review`;
    const all = await done(reader.get<ReviewAnswer>(`${path}?${days}&unitId=${cityId}`));
    expect(all.units.map(({ code, total }) => [code, total])).toEqual([
      ['H24.01', 0],
      ['H24.02', 1],
      ['H24.03', 0],
    ]);
    expect(all.rows.find(({ key }) => key === 'manySupplements')?.dossiers).toBe(1);
    const list = `${path}/dossiers?${days}&row=total&unitId=${cityId}`;
    const { items } = await done(reader.get<Page<DossierItem>>(list));
    expect(items.map(({ id }) => id)).toEqual([asked]);
  });

  it('is the same asked of one unit, and nobody tells of a unit of another city', async () => {
    const of = (unitId: number) =>
      reader.get<ReviewAnswer>(`${reportsPath}/review?${days}&unitId=${unitId}`);
    expect((await done(of(units[1]))).total).toBe(1);
    expect((await done(of(units[0]))).total).toBe(0);
    expect((await of(999)).status).toBe(404);
  });

  it('stands beside where the time went in all units together', async () => {
    const path = `${reportsPath}/steps`;
    const told = await done(reader.get<StepsAnswer>(`${path}?${days}&unitId=${cityId}`));
    expect(told.stood.find(({ key }) => key === 'awaitingSupplement')?.dossiers).toBe(1);
    const cell = `by=stood&row=awaitingSupplement&unitId=${cityId}`;
    const list = await done(reader.get<Page<DossierItem>>(`${path}/dossiers?${days}&${cell}`));
    expect(list.items.map(({ id }) => id)).toEqual([asked]);
  });
});
