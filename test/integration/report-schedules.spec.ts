import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertItem } from '#contract/alerts';
import type { Page } from '#contract/list';
import {
  reportIssuesPath,
  reportSchedulesPath,
  type IssueAnswer,
  type IssueItem,
  type ReportSchedulesAnswer,
} from '#contract/reports';
import { dayOf, type Day } from '#domain/working-time';
import { ReportDrafter, ReportsModule } from '../../backend/src/reports/index.ts';
import { AlertsDesk } from '../support/alerts-desk.ts';
import { at } from '../support/moment.ts';
import { aUnitRow } from '../support/database.ts';

let desk: AlertsDesk;
let city: number;
let unit: number;

const day = (text: string): Day => dayOf(at(text));
const reporter = (): string => desk.as('reporter');

const keepUp = (today: string): Promise<number> =>
  desk.app.get(ReportDrafter).keepUp(unit, day(today));

const asked = async (): Promise<ReportSchedulesAnswer> =>
  (await desk.app.ask<ReportSchedulesAnswer>(reporter(), `GET ${reportSchedulesPath}`)).body;

const set = (as: string, schedules: object, unitId = unit) =>
  desk.app.ask<ReportSchedulesAnswer>(as, `PUT ${reportSchedulesPath}`, {
    body: { unitId, ...schedules },
  });

const drafts = async (): Promise<readonly string[]> => {
  const { body } = await desk.app.ask<Page<IssueItem>>(reporter(), `GET ${reportIssuesPath}`);
  return body.items
    .map(
      ({ template, number, periods: { main } }) => `${template} v${number} ${main.from} ${main.to}`,
    )
    .toSorted();
};

const alerts = async (as = reporter()): Promise<readonly string[]> => {
  const { body } = await desk.app.ask<Page<AlertItem>>(as, 'GET /api/v1/alerts');
  return body.items
    .filter(({ kind }) => kind.startsWith('report.'))
    .map(({ kind, threshold }) => `${kind} ${threshold}`)
    .toSorted();
};

beforeAll(async () => {
  desk = await AlertsDesk.open('2026-01-10T08:00:00+07:00', {}, [ReportsModule]);
  unit = desk.unit;
  city = await aUnitRow(desk.app.database, 'H24');
  await desk.app.database.asRoot(`update unit set kind = 'city', level = null where id = $1`, [
    city,
  ]);
  await desk.app.database.asRoot('update unit set parent_id = $1 where id = $2', [city, unit]);
  await desk.colleague('reporter');
  await desk.colleague('director');
});
afterAll(() => desk.close());

describe('the reports of a commune', () => {
  it('are none of the time before it worked with us', async () => {
    expect(await keepUp('2026-01-10')).toBe(0);
    expect(await drafts()).toEqual([]);
    expect((await asked()).awaited).toEqual([]);
  });

  it('are drawn up when their period is over, once, however many look at the same time', async () => {
    expect(await keepUp('2026-01-14')).toBe(0);
    await desk.sweepAt('2026-01-15 00:00');
    const drawn = await Promise.all(Array.from({ length: 4 }, () => keepUp('2026-01-15')));
    expect(drawn.toSorted()).toEqual([0, 0, 0, 1]);
    expect(await drafts()).toEqual(['monthly v1 2025-12-15 2026-01-14']);
    expect(await keepUp('2026-01-16')).toBe(0);
    const [month] = (await asked()).awaited;
    expect(month).toMatchObject({
      ...{ report: 'monthly', from: '2025-12-15', to: '2026-01-14', state: 'draft' },
      ...{ dueAt: '2026-01-19T17:00:00+07:00', standing: 'notSent', sentAt: null },
    });
  });

  it('are told of, reminded of and escalated until they are issued', async () => {
    await desk.sweepAt('2026-01-15 08:00');
    expect(await alerts()).toEqual(['report.ready moment']);
    await desk.sweepAt('2026-01-16 17:00', '2026-01-19 17:00');
    expect(await alerts()).toContain('report.due moment');
    expect(await alerts(desk.as('director'))).toEqual([]);
    await desk.sweepAt('2026-01-20 17:00');
    expect(await alerts(desk.as('director'))).toEqual(['report.due -2d']);
    const [{ issueId } = { issueId: null }] = (await asked()).awaited;
    for (const act of ['submit', 'approve', 'issue']) {
      const answer = await desk.app.ask<IssueAnswer>(
        desk.as('director'),
        `POST ${reportIssuesPath}/${String(issueId)}/${act}`,
        { body: {} },
      );
      expect(answer.status).toBe(200);
    }
    await desk.sweep();
    expect([await alerts(), await alerts(desk.as('director'))]).toEqual([[], []]);
    await desk.app.ask(reporter(), `POST ${reportIssuesPath}/${String(issueId)}/send`, {
      body: {},
    });
    expect((await asked()).awaited[0]).toMatchObject({ standing: 'sentLate', state: 'sent' });
  });

  it('stay sent, and due when they were, while the next version is drawn up', async () => {
    const [sent] = (await asked()).awaited;
    const main = { from: '2025-12-15', to: '2026-01-14' };
    await desk.app.ask<IssueAnswer>(reporter(), `POST ${reportIssuesPath}`, {
      body: { template: 'monthly', periods: { main } },
    });
    await set(reporter(), { schedules: [{ report: 'monthly', dueWorkingDays: 1 }] });
    const [now] = (await asked()).awaited;
    expect(now).toMatchObject({ state: 'draft', sentAt: sent?.sentAt, dueAt: sent?.dueAt });
    expect(now?.standing).toBe('sentLate');
    await set(reporter(), { schedules: [{ report: 'monthly', dueWorkingDays: 3 }] });
  });

  it('are made up for once after months in which nobody was there, the quarter with them', async () => {
    await desk.sweepAt('2026-04-20 08:00');
    expect(await keepUp('2026-04-20')).toBe(4);
    expect(await keepUp('2026-04-20')).toBe(0);
    expect(await keepUp('2026-02-20')).toBe(0);
    expect((await drafts()).slice(1)).toEqual([
      'monthly v1 2026-01-15 2026-02-14',
      'monthly v1 2026-02-15 2026-03-14',
      'monthly v1 2026-03-15 2026-04-14',
      'monthly v2 2025-12-15 2026-01-14',
      'quarterly v1 2025-12-15 2026-03-14',
    ]);
  });

  it('leave alone what somebody has drawn up by hand', async () => {
    const main = { from: '2026-04-15', to: '2026-05-14' };
    const { body } = await desk.app.ask<IssueAnswer>(reporter(), `POST ${reportIssuesPath}`, {
      body: { template: 'monthly', periods: { main } },
    });
    expect(await keepUp('2026-05-15')).toBe(0);
    expect((await asked()).awaited[0]).toMatchObject({ ...main, issueId: body.id });
  });

  it('are sent by the day the city sets, the ones on their way too', async () => {
    const cityReader = `cityReader@${city},${unit}`;
    const schedules = [{ report: 'monthly', dueWorkingDays: 5 }];
    expect(
      (await set(reporter(), { schedules: [{ report: 'monthly', dueWorkingDays: 2 }] })).status,
    ).toBe(200);
    expect((await asked()).awaited[0]?.dueAt).toBe('2026-05-18T17:00:00+07:00');
    expect((await set(cityReader, { schedules }, city)).status).toBe(200);
    const told = await asked();
    expect(told.awaited[0]?.dueAt).toBe('2026-05-21T17:00:00+07:00');
    expect(told.schedules.find(({ report }) => report === 'monthly')).toMatchObject({
      dueWorkingDays: 5,
    });
  });

  it('are drawn up at once when somebody asks for them, and no more when nobody does', async () => {
    await desk.app.received(desk.as('director'));
    await desk.sweepAt('2026-05-20 08:00');
    await set(reporter(), { schedules: [{ report: 'weekly', enabled: true }] });
    expect(await drafts()).toContain('weekly v1 2026-05-11 2026-05-17');
    expect(await keepUp('2026-05-25')).toBe(1);
    expect(await drafts()).toContain('weekly v1 2026-05-18 2026-05-24');
    await set(reporter(), { schedules: [{ report: 'weekly', enabled: false }] });
    expect(await keepUp('2026-06-01')).toBe(0);
  });

  it('are nobody’s to schedule who only reads', async () => {
    const body = { schedules: [{ report: 'monthly', enabled: false }] };
    expect((await set(`observer@${unit}`, body)).status).toBe(403);
    expect(
      (await set(reporter(), { schedules: [{ report: 'monthly', dueWorkingDays: 61 }] })).status,
    ).toBe(422);
  });
});
