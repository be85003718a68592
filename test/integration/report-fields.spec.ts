import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import {
  reportIssuesPath,
  reportsPath,
  type Ii06bAnswer,
  type IssueAnswer,
  type ReportText,
} from '#contract/reports';
import { ProceduresModule } from '../../backend/src/procedures/index.ts';
import { ReportsModule } from '../../backend/src/reports/index.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';
import { rowsOf } from '../support/html-rows.ts';

const MONTH = { from: '2026-02-15', to: '2026-03-14' };
const ASKED = new URLSearchParams(MONTH).toString();

/** As the catalogue has them: what came with the product, what the city added, what only the unit has. */
const CATALOGUED = ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Thú y', 'An toàn thực phẩm', 'Biên giới'];
const UNKNOWN = ['Âm nhạc', 'Xuất bản'];
const IN_ORDER = [...CATALOGUED, ...UNKNOWN];

let app: DossiersApp;
let top: number;
let unit: number;
let director: string;

const done = async <Body>(as: string, what: string, body?: object): Promise<Body> => {
  const answer = await app.ask<Body>(as, what, body === undefined ? {} : { body });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

const catalogued = (owner: number, code: string, field: string) =>
  done(`admin@${owner}`, 'POST /api/v1/procedures', { code, name: `Thủ tục ${code}`, field });

/** As a file of another system brings it along: nobody has compared it. */
const broughtAlong = (code: string, field: string) =>
  app.database.asRoot(
    `with brought as (insert into procedure (owner_id, code, name, name_plain, field, reconciled)
       values ($1, $2, $2, $2, $3, false))
     insert into procedure_version (owner_id, code, version, definition, effective_from, created_at,
       created_by)
     select $1, $2, 1, definition || jsonb_build_object('name', $2::text, 'field', $3::text),
       '2000-01-01', now(), 'unknown-code'
     from procedure_version where owner_id = $1 and code = '9.000011' and version = 1`,
    [top, code, field],
  );

const labelsOf = (rows: readonly { readonly label: string }[]) => rows.map(({ label }) => label);

const ii06b = () => done<Ii06bAnswer>(director, `GET ${reportsPath}/ii06b?${ASKED}&by=field`);

const issue = (path: string, body: object = {}) =>
  done<IssueAnswer>(director, `POST ${reportIssuesPath}${path}`, body);

const exported = async (id: string, format: string): Promise<Buffer> => {
  const url = `GET ${reportIssuesPath}/${id}/export?format=${format}`;
  const { status, bytes } = await app.bytes(director, url);
  if (status !== 200) throw new Error(bytes.toString());
  return bytes;
};

/** The fields of the table in one of the files, in its order. */
const fieldsIn = (rows: readonly (readonly unknown[])[]): readonly string[] => {
  const told = rows.map((cells) => String(cells[1]));
  const start = told.findIndex((text) => text === IN_ORDER[0]);
  return told.slice(start, start + IN_ORDER.length);
};

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [ReportsModule, ProceduresModule]);
  top = await aUnitRow(app.database, 'H24');
  await app.database.asRoot(`update unit set kind = 'city', level = null where id = $1`, [top]);
  unit = await aUnitRow(app.database, 'H24.99', top);
  director = `director@${unit}`;
  // The unit's own first: what the city adds stands before it all the same.
  await catalogued(unit, '9.000031', 'Biên giới');
  await catalogued(top, '9.000011', 'Thú y');
  await catalogued(top, '9.000012', 'An toàn thực phẩm');
  await broughtAlong('9.000092', 'Xuất bản');
  await broughtAlong('9.000091', 'Âm nhạc');
  const codes = [
    ...['9.000092', '9.000012', '9.000031', '1.115438', '9.000091', '2.000815', '9.000011'],
    '1.001193',
  ];
  for (const procedureCode of codes) await app.received(director, { procedureCode });
});
afterAll(() => app.close());

describe('the fields of a report', () => {
  let report: IssueAnswer;

  it('follow the catalogue: the product’s, the city’s, the unit’s, and the unknown by name', async () => {
    expect(labelsOf((await ii06b()).rows)).toEqual(IN_ORDER);
  });

  it('are told in one order by the screen, the sentences and every file', async () => {
    report = await issue('', { template: 'monthly', periods: { main: MONTH } });
    const told = await done<IssueAnswer>(director, `GET ${reportIssuesPath}/${report.id}`);
    expect(told.sections.map((section) => labelsOf(section.ii06b.rows))).toEqual([IN_ORDER]);
    const json = JSON.parse((await exported(report.id, 'json')).toString()) as IssueAnswer;
    expect(labelsOf(json.sections[0]?.ii06b.rows ?? [])).toEqual(IN_ORDER);
    const csv = (await exported(report.id, 'csv')).toString().split('\n');
    const inCsv = csv.flatMap((line) => IN_ORDER.filter((field) => line.includes(field)));
    expect(inCsv.slice(0, IN_ORDER.length)).toEqual(IN_ORDER);
    const sheet = await readSheet(await exported(report.id, 'xlsx'), 'II.06b');
    expect(fieldsIn(sheet)).toEqual(IN_ORDER);
    const { value } = await mammoth.convertToHtml({ buffer: await exported(report.id, 'docx') });
    expect(fieldsIn(rowsOf(value))).toEqual(IN_ORDER);
    const text = await done<ReportText>(director, `GET ${reportIssuesPath}/${report.id}/text`);
    const words = text.chapters
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'automatic' ? [block] : []))
      .map(({ runs }) => runs.map(({ text: word }) => word).join(''))
      .join('\n');
    const places = IN_ORDER.map((field) => words.indexOf(`Lĩnh vực ${field}`));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  it('stay where they were issued, and move in what is drawn up afterwards', async () => {
    for (const act of ['submit', 'approve', 'issue']) await issue(`/${report.id}/${act}`);
    const files = await Promise.all(['xlsx', 'json'].map((format) => exported(report.id, format)));
    // The city takes a field up: it leaves the unknown ones.
    await catalogued(top, '9.000013', 'Xuất bản');
    const moved = (await ii06b()).rows;
    expect(labelsOf(moved)).toEqual([
      ...CATALOGUED.slice(0, -1),
      ...['Xuất bản', 'Biên giới', 'Âm nhạc'],
    ]);
    const again = await Promise.all(['xlsx', 'json'].map((format) => exported(report.id, format)));
    expect(again).toEqual(files);
  });
});
