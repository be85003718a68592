import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertItem, Escalation } from '#contract/alerts';
import type { CreatedDossier } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  ALL_ROWS,
  NOBODYS_ROW,
  steeringCells,
  type Steering,
  type SteeringItem,
  type SteeringTrend,
} from '#contract/steering';
import { SteeringModule } from '../../backend/src/steering/index.ts';
import { AlertsDesk } from '../support/alerts-desk.ts';
import { idOf } from '../support/dossiers-app.ts';

const MONDAY = '2026-03-02T08:00:00+07:00';
const HEAD = '#tu-phap';
let desk: AlertsDesk;

const board = async (as: string, query = ''): Promise<Steering> => {
  const { status, body } = await desk.app.ask<Steering>(as, `GET /api/v1/steering${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};

const behind = async (as: string, query: string): Promise<readonly SteeringItem[]> => {
  const items: SteeringItem[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const answer = await desk.app.ask<Page<SteeringItem>>(
      as,
      `GET /api/v1/steering/dossiers?limit=2&${query}${more}`,
    );
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    items.push(...answer.body.items);
    cursor = answer.body.nextCursor;
  }
  return items;
};

const received = (declaredDueAt: string): Promise<CreatedDossier> =>
  desk.app.received(desk.as('reception'), { declaredDueAt });

async function handedTo(
  role: string,
  departmentCode: string,
  declaredDueAt: string,
): Promise<CreatedDossier> {
  const dossier = await received(declaredDueAt);
  const body = { userId: idOf(role), departmentCode };
  await desk.app.done(desk.as('director'), dossier, 'assign', body);
  return dossier;
}

let unanswered: CreatedDossier;

beforeAll(async () => {
  desk = await AlertsDesk.open(MONDAY, {}, [SteeringModule]);
  await desk.colleague('reception', 'mot-cua');
  await desk.colleague('processing', 'tu-phap');
  await desk.colleague('clerk', 'tu-phap');
  await desk.colleague('head', 'tu-phap');
  await desk.colleague('director');
  unanswered = await handedTo('processing', 'tu-phap', '2026-03-03T17:00:00+07:00');
  await handedTo('processing', 'tu-phap', '2026-03-04T17:00:00+07:00');
  await handedTo('processing', 'tu-phap', '2026-03-05T17:00:00+07:00');
  await handedTo('clerk', 'tu-phap', '2026-03-30T17:00:00+07:00');
  await received('2026-03-06T17:00:00+07:00');
  await received('2026-03-04T17:00:00+07:00');
  const done = await received('2026-03-02T17:00:00+07:00');
  await desk.app.done(desk.as('director'), done, 'issue-result');
  const paused = await handedTo('processing', 'tu-phap', '2026-03-06T17:00:00+07:00');
  const { body } = await desk.app.ask<CreatedDossier>(
    desk.as('director'),
    `GET /api/v1/dossiers/${paused.id}`,
  );
  await desk.app.done(desk.as('director'), body, 'request-supplement', {
    items: 'CCCD',
    reason: 'thiếu bản sao',
  });
  await desk.sweepAt('2026-03-02 08:05', '2026-03-03 16:30');
  const { body: own } = await desk.app.ask<Page<AlertItem>>(
    desk.as('processing'),
    `GET /api/v1/alerts?dossierId=${unanswered.id}`,
  );
  await desk.app.ask(
    desk.as('processing'),
    `POST /api/v1/alerts/${own.items[0]?.id ?? ''}/answer`,
    {
      body: { kind: 'otherAgency', text: 'Chờ công an xác minh' },
    },
  );
  await desk.sweepAt('2026-03-03 17:00', '2026-03-04 09:30', '2026-03-04 10:00');
});
afterAll(() => desk.close());

describe('the board of a director', () => {
  it('tells how late each department is, and no officer', async () => {
    const told = await board(desk.as('director'));
    expect(told).toMatchObject({ by: 'department', mayAskBy: ['department'], isWholeUnit: true });
    expect(told.rows.map(({ label, cells }) => [label, cells.open, cells.overdue])).toEqual([
      ['mot-cua', 2, 0],
      ['tu-phap', 5, 1],
    ]);
    expect(told.total).toMatchObject({
      ...{ open: 7, overdue: 1, lateOne: 1, today: 2, inOne: 1, inTwoToThree: 1, later: 1 },
      ...{ withoutDue: 1, lateTwoToFive: 0, dueThisWeek: 4 },
    });
    const refused = await desk.app.ask<Problem>(
      desk.as('director'),
      'GET /api/v1/steering?by=officer',
    );
    expect([refused.status, refused.body.code]).toEqual([403, 'not-permitted']);
  });

  it('opens every number of every row into exactly as many dossiers', async () => {
    for (const as of [desk.as('director'), desk.as('head') + HEAD]) {
      const told = await board(as);
      const rows = [{ key: ALL_ROWS, cells: told.total }, ...told.rows];
      for (const { key, cells } of rows) {
        for (const cell of steeringCells) {
          const items = await behind(as, `row=${key}&cell=${cell}&by=${told.by}`);
          expect([key, cell, new Set(items.map(({ id }) => id)).size]).toEqual([
            ...[key, cell, cells[cell]],
          ]);
        }
      }
    }
  });

  it('lists what goes late with the first to be late at the top, and what its holder said', async () => {
    const items = await behind(desk.as('director'), 'cell=risk');
    expect(items.map(({ dueAt }) => dueAt)).toEqual(items.map(({ dueAt }) => dueAt).toSorted());
    expect(items[0]).toMatchObject({
      ...{ id: unanswered.id, departmentCode: 'tu-phap' },
      said: { kind: 'otherAgency', at: '2026-03-03T16:30:00+07:00' },
    });
  });
});

describe('the board of a head', () => {
  it('is of the own department, officer by officer, those with nothing to do as well', async () => {
    const told = await board(desk.as('head') + HEAD);
    expect(told).toMatchObject({ by: 'officer', isWholeUnit: false });
    expect(told.rows.map(({ label, cells }) => [label, cells.open, cells.overdue])).toEqual([
      ['clerk', 1, 0],
      ['head', 0, 0],
      ['processing', 4, 1],
    ]);
    expect(told.total.open).toBe(5);
  });

  it('without a department is of the whole unit, and of nobody in particular', async () => {
    const told = await board(desk.as('head'));
    expect(told).toMatchObject({ by: 'department', mayAskBy: ['department'], isWholeUnit: true });
    expect(told.total).toEqual((await board(desk.as('director'))).total);
  });

  it('says who is away, and who stands in', async () => {
    await desk.app.database.asRoot(
      `insert into absence (unit_id, id, user_id, substitute_id, from_at, until_at, set_by)
       values ($1, '0197c5a0-7d1e-7000-8000-00000000ab01', $2, $3, '2026-03-04 00:00+07',
         '2026-03-06 17:00+07', 'test')`,
      [desk.unit, idOf('processing'), idOf('clerk')],
    );
    const told = await board(desk.as('head') + HEAD);
    expect(told.away.map(({ displayName, substitute }) => [displayName, substitute])).toEqual([
      ['processing', { userId: idOf('clerk'), displayName: 'clerk' }],
    ]);
    expect(told.rows.filter(({ isAway }) => isAway).map(({ label }) => label)).toEqual([
      'processing',
    ]);
  });

  it('keeps a dossier given to a department, with nobody there yet, in sight', async () => {
    const lying = await received('2026-03-20T17:00:00+07:00');
    const there = await desk.app.done(desk.as('director'), lying, 'assign', {
      departmentCode: 'tu-phap',
    });
    const [found] = await behind(desk.as('head') + HEAD, `row=${NOBODYS_ROW}&cell=open`);
    expect(found).toMatchObject({ id: there.id, departmentCode: 'tu-phap' });
  });
});

describe('anybody who leads nobody', () => {
  it.each(['processing', 'reception', 'clerk', 'reporter', 'admin', 'observer'])(
    'is refused: %s',
    async (role) => {
      for (const path of ['steering', 'steering/dossiers', 'steering/trend', 'alerts/escalated']) {
        const { status } = await desk.app.ask(desk.as(role), `GET /api/v1/${path}`);
        expect([path, status]).toEqual([path, 403]);
      }
    },
  );
});

describe('what has climbed', () => {
  const escalated = async (as: string): Promise<readonly Escalation[]> => {
    const { body } = await desk.app.ask<Page<Escalation>>(as, 'GET /api/v1/alerts/escalated');
    return body.items;
  };

  it('is told once, at its highest rung, with what its holder answered before', async () => {
    const mine = (await escalated(desk.as('director'))).filter(
      ({ dossierId }) => dossierId === unanswered.id,
    );
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({
      ...{ kind: 'dossier.overdue', level: 'director', severity: 'late', status: 'open' },
      holder: { userId: idOf('processing'), departmentCode: 'tu-phap' },
      answer: { kind: 'otherAgency', text: 'Chờ công an xác minh', by: idOf('processing') },
    });
  });

  it('is acted upon by whoever was told, wherever else it has climbed', async () => {
    const own = async (as: string): Promise<Escalation['mine'] | undefined> =>
      (await escalated(as)).find(({ dossierId }) => dossierId === unanswered.id)?.mine;
    const before = await own(desk.as('head') + HEAD);
    expect(before).toMatchObject({ status: 'open', snoozedUntil: null });
    const path = `POST /api/v1/alerts/${before?.id ?? ''}/acknowledge`;
    const { status } = await desk.app.ask(desk.as('head') + HEAD, path, { body: {} });
    expect(status).toBe(200);
    expect((await own(desk.as('head') + HEAD))?.status).toBe('acknowledged');
    expect((await own(desk.as('director')))?.status).toBe('open');
  });

  it('is seen by the own head, and by no head of another department', async () => {
    const seen = await escalated(desk.as('head') + HEAD);
    expect(seen.map(({ dossierId }) => dossierId)).toContain(unanswered.id);
    const elsewhere = await escalated(`director+head@${desk.unit + 1}#kinh-te`);
    expect(elsewhere).toEqual([]);
  });
});

describe('the days', () => {
  const trend = async (as: string, days = 30): Promise<SteeringTrend> =>
    (await desk.app.ask<SteeringTrend>(as, `GET /api/v1/steering/trend?days=${days}`)).body;

  it('tell what came and what was finished, for leaders and for the own department', async () => {
    const { days } = await trend(desk.as('director'));
    expect(days).toHaveLength(30);
    expect(days.find(({ day }) => day === '2026-03-02')).toEqual({
      ...{ day: '2026-03-02', isWorked: true, received: 8, finished: 1, inTime: 1, late: 0 },
    });
    expect(days.find(({ day }) => day === '2026-03-01')?.isWorked).toBe(false);
    const own = await trend(desk.as('head') + HEAD, 90);
    expect(own.days.find(({ day }) => day === '2026-03-02')).toMatchObject({
      ...{ received: 5, finished: 0 },
    });
    expect(own).toMatchObject({ isWholeUnit: false });
  });

  it('call late what the reports call late', async () => {
    const late = await received('2026-03-04T10:30:00+07:00');
    desk.moveTo('2026-03-04 11:00');
    await desk.app.done(desk.as('director'), late, 'issue-result');
    const today = (await trend(desk.as('director'))).days.at(-1);
    expect(today).toMatchObject({ day: '2026-03-04', finished: 1, inTime: 0, late: 1 });
    const told = await board(desk.as('director'));
    expect(told.today).toMatchObject({ finished: 1, late: 1 });
  });
});
