import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  registersPath,
  type RegisterEntryAnswer,
  type RegisterFiguresAnswer,
} from '#contract/registers';
import { reportIssuesPath, type IssueAnswer, type ReportText } from '#contract/reports';
import { printedText } from '#wording/report-text';
import { RegistersModule } from '../../backend/src/registers/index.ts';
import { ReportsModule } from '../../backend/src/reports/index.ts';
import { aUnitRow } from '../support/database.ts';
import { AlertsDesk } from '../support/alerts-desk.ts';
import type { DossiersApp } from '../support/dossiers-app.ts';

const MARCH = 'from=2026-02-15&to=2026-03-14';
const FEEDBACK = {
  day: '2026-03-02',
  values: {
    ...{ about: 'conduct', via: 'portal', content: 'Chậm trả kết quả', dueOn: '2026-03-06' },
    satisfied: 'unknown',
  },
};

let desk: AlertsDesk;
let app: DossiersApp;
let unit: number;
let reporter: string;

const written = async (kind: string, body: object): Promise<RegisterEntryAnswer> => {
  const answer = await app.ask<RegisterEntryAnswer>(reporter, `POST ${registersPath}/${kind}`, {
    body,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

const change = <Body = RegisterEntryAnswer>(entry: RegisterEntryAnswer, body: object) =>
  app.ask<Body>(reporter, `PUT ${registersPath}/${entry.kind}/${entry.id}`, {
    body: { revision: entry.revision, day: entry.day, values: entry.values, ...body },
  });

const listed = async (kind: string, query = ''): Promise<Page<RegisterEntryAnswer>> =>
  (
    await app.ask<Page<RegisterEntryAnswer>>(
      reporter,
      `GET ${registersPath}/${kind}?${MARCH}${query}`,
    )
  ).body;

const figuresOf = async (kind: string, query = ''): Promise<Readonly<Record<string, number>>> => {
  const path = `GET ${registersPath}/figures?${MARCH}${query}`;
  const { body } = await app.ask<RegisterFiguresAnswer>(reporter, path);
  return Object.fromEntries(
    body.figures
      .filter((figure) => figure.kind === kind && figure.group === null)
      .map(({ key, value }) => [key, value]),
  );
};

beforeAll(async () => {
  desk = await AlertsDesk.open('2026-03-02T08:00:00+07:00', {}, [RegistersModule, ReportsModule]);
  ({ app, unit } = desk);
  reporter = desk.as('reporter');
});
afterAll(() => app.close());

describe('a register', () => {
  it('is written line by line, read from its end, and summed up for the report', async () => {
    const first = await written('feedback', FEEDBACK);
    const second = await written('feedback', { ...FEEDBACK, day: '2026-03-03' });
    expect((await listed('feedback')).items.map(({ id }) => id)).toEqual([second.id, first.id]);
    const page = await listed('feedback', '&limit=1');
    const next = await listed('feedback', `&limit=1&cursor=${page.nextCursor}`);
    expect([...page.items, ...next.items].map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await figuresOf('feedback')).toMatchObject({ received: 2, openLate: 2, inTime: 0 });
    await change(first, { values: { ...first.values, answeredOn: '2026-03-05' } });
    expect(await figuresOf('feedback')).toMatchObject({ received: 2, openLate: 1, inTime: 1 });
  });

  it('keeps what it said before: struck out, an entry counts no more, and did then', async () => {
    const entry = await written('survey', {
      ...{ day: '2026-03-02', values: { subject: 'Quý I', asked: 50, satisfied: 49 } },
    });
    app.clock.advance(3_600_000);
    expect(await figuresOf('survey')).toEqual({ entries: 1, asked: 50, satisfied: 49 });
    expect((await change(entry, { removed: true })).status).toBe(200);
    expect(await figuresOf('survey')).toEqual({ entries: 0, asked: 0, satisfied: 0 });
    const then = encodeURIComponent(entry.recordedAt);
    expect(await figuresOf('survey', `&asOf=${then}`)).toMatchObject({ entries: 1 });
    expect((await listed('survey')).items).toEqual([]);
    const stale = await change<Problem>(entry, {});
    expect([stale.status, stale.body.code]).toEqual([409, 'register-entry-moved']);
  });

  it('takes no half entries, and says which field is wrong', async () => {
    const body = { day: '2026-03-02', values: { subject: 'Quý I', asked: 50, satisfied: 51 } };
    const refused = await app.ask<Problem>(reporter, `POST ${registersPath}/survey`, { body });
    expect(refused).toMatchObject({ status: 422, body: { code: 'value-out-of-range' } });
    expect(refused.body.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['values.satisfied', 'out-of-range'],
    ]);
    const nowhere = await app.ask(reporter, `POST ${registersPath}/gossip`, { body });
    expect(nowhere.status).toBe(404);
  });

  it('is the office’s own: others read nothing, and who only reads writes nothing', async () => {
    const entry = await written('directive', {
      ...{ day: '2026-03-02', values: { number: '01/KH-UBND', form: 'plan', title: 'CCHC 2026' } },
    });
    const other = await aUnitRow(app.database, 'H24.98');
    const path = `${registersPath}/directive/${entry.id}`;
    const body = { revision: 1, day: entry.day, values: entry.values };
    const stranger = `reporter@${other}`;
    expect((await app.ask(stranger, `PUT ${path}`, { body })).status).toBe(404);
    expect((await app.ask(stranger, `GET ${registersPath}/directive`)).body).toEqual({
      ...{ items: [], nextCursor: null },
    });
    expect((await app.ask(`reception@${unit}`, `PUT ${path}`, { body })).status).toBe(403);
  });

  it('writes once under one key', async () => {
    const ask = () =>
      app.ask<RegisterEntryAnswer>(reporter, `POST ${registersPath}/feedback`, {
        body: FEEDBACK,
        headers: { 'idempotency-key': 'once' },
      });
    const [one, two] = [await ask(), await ask()];
    expect(two.body.id).toBe(one.body.id);
  });
});

describe('feedback', () => {
  const alertsOf = (id: string) =>
    app.database.asRoot<{ readonly line: string }>(
      `select kind || ' ' || threshold || ' ' || coalesce(desk_role, level) || ' ' || status as line
       from alert where subject_kind = 'feedback' and subject_id like '%/' || $1
       order by raised_at, 1`,
      [id],
    );
  const linesOf = async (id: string) => (await alertsOf(id)).map(({ line }) => line);

  it('has a clock of its own: it is told of before its day, climbs after it, and stops when answered', async () => {
    const untimed = { about: 'conduct', via: 'portal', content: 'Thái độ', satisfied: 'unknown' };
    const entry = await written('feedback', { day: '2026-03-02', values: untimed });
    expect(entry.values).toMatchObject({ dueOn: '2026-03-23' });
    await desk.sweepAt('2026-03-18 16:59');
    expect(await linesOf(entry.id)).toEqual([]);
    await desk.sweepAt('2026-03-18 17:00', '2026-03-23 17:00');
    expect(await linesOf(entry.id)).toEqual([
      ...['feedback.near -3d reporter closed', 'feedback.near -1d reporter closed'],
      'feedback.overdue moment reporter open',
    ]);
    await desk.sweepAt('2026-03-24 09:30');
    expect(await linesOf(entry.id)).toContain('feedback.overdue moment director open');
    await change(entry, { values: { ...entry.values, answeredOn: '2026-03-24' } });
    await desk.sweep();
    expect((await linesOf(entry.id)).every((line) => line.endsWith('closed'))).toBe(true);
  });
});

describe('the text of a report', () => {
  it('tells every register over its days, feedback over the days of its section', async () => {
    const inApril = { from: '2026-03-15', to: '2026-04-14' };
    await written('survey', {
      ...{ day: '2026-04-02' },
      values: { subject: 'Quầy', asked: 50, satisfied: 49 },
    });
    await written('publication', {
      ...{ day: '2026-04-01' },
      values: {
        decision: '77/QĐ-UBND',
        procedures: 4,
        dueOn: '2026-04-06',
        publishedOn: '2026-04-03',
      },
    });
    await written('vertical', {
      ...{ day: '2026-04-14' },
      values: { agency: 'Văn phòng Đăng ký đất đai', received: 45, resolved: 40, pending: 5 },
    });
    await written('feedback', { ...FEEDBACK, day: '2026-04-16' });
    const pakn = { from: '2026-04-15', to: '2026-04-20' };
    const drawn = await app.ask<IssueAnswer>(reporter, `POST ${reportIssuesPath}`, {
      body: { template: 'monthly', periods: { main: inApril, pakn } },
    });
    const { body } = await app.ask<ReportText>(
      reporter,
      `GET ${reportIssuesPath}/${drawn.body.id}/text`,
    );
    const text = printedText(body);
    expect(text).toContain('số phiếu hài lòng 49/50 đạt 98,00%');
    expect(text).toContain(
      'Phải công khai 04 TTHC theo 01 quyết định công bố; công khai đúng hạn 04/04 TTHC (100%)',
    );
    expect(text).toContain(
      'Văn phòng Đăng ký đất đai: tiếp nhận 45, đã giải quyết 40, đang giải quyết 05',
    );
    expect(text).toMatch(/PAKN\) từ ngày 15\/04\/2026 đến ngày 20\/04\/2026: tổng số PAKN \d+/);
  });
});
