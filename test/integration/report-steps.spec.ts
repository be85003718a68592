import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DossierAnswer, DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import {
  lateLinesOf,
  reportsPath,
  type Ii06bAnswer,
  type LateAnswer,
  type ReviewAnswer,
  type StepsAnswer,
} from '#contract/reports';
import { ReportsModule } from '../../backend/src/reports/index.ts';
import { aUnitRow } from '../support/database.ts';
import { DossiersApp } from '../support/dossiers-app.ts';

const PROCEDURE = {
  ...{ code: '1.000123', name: 'Cấp bản sao', field: 'Hộ tịch', onlineLevel: 'full' },
  limits: { statutory: { kind: 'workingDays', amount: 2 } },
  steps: [
    { key: 'nhan', name: 'Tiếp nhận', role: 'reception', allowanceHours: 1 },
    {
      key: 'xu-ly',
      name: 'Thẩm định',
      role: 'processing',
      departmentCode: 'tu-phap',
      allowanceHours: 4,
    },
  ],
};
const MARCH = 'from=2026-03-02&to=2026-03-31';
const HOUR = 3_600_000;

let app: DossiersApp;
let unit: number;
let director: string;
const dossiers = new Map<string, DossierAnswer>();

const steps = async (query = ''): Promise<StepsAnswer> =>
  (await app.ask<StepsAnswer>(director, `GET ${reportsPath}/steps?${MARCH}${query}`)).body;

const review = async (): Promise<ReviewAnswer> =>
  (await app.ask<ReviewAnswer>(director, `GET ${reportsPath}/review?${MARCH}`)).body;

const namesIn = async (form: string, query: string): Promise<readonly string[]> => {
  const path = `${reportsPath}/${form}/dossiers?${MARCH}&${query}`;
  const { body } = await app.ask<Page<DossierItem>>(director, `GET ${path}`);
  const nameOf = (id: string) => [...dossiers].find(([, each]) => each.id === id)?.[0] ?? id;
  return body.items.map(({ id }) => nameOf(id)).toSorted();
};

const act = async (name: string, command: string, body: object = {}): Promise<void> => {
  const dossier = dossiers.get(name);
  if (dossier === undefined) throw new Error(name);
  dossiers.set(name, await app.done(director, dossier, command, body));
};

const ASKED = { reason: 'Theo quy định', items: 'Giấy khai sinh' };
const REFUSED = { reason: 'Theo quy định', reasonCode: 'thieu-giay-to' };

beforeAll(async () => {
  app = await DossiersApp.open('2026-03-02T08:00:00+07:00', [ReportsModule]);
  unit = await aUnitRow(app.database, 'H24.99');
  await app.database.asRoot(
    `insert into department (unit_id, code, name) values ($1, 'tu-phap', 'Tư pháp')`,
    [unit],
  );
  director = `director@${unit}`;
  const body = { ...PROCEDURE, unitId: unit, effectiveFrom: '2026-01-01' };
  const made = await app.ask<Problem>(`admin@${unit}`, 'POST /api/v1/procedures', { body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  // Monday 08:00: five dossiers, due on Wednesday 17:00.
  for (const name of ['swift', 'slow', 'refused', 'asked', 'open']) {
    dossiers.set(name, await app.received(director, { procedureCode: PROCEDURE.code }));
  }
  app.clock.advance(HOUR / 2);
  await act('swift', 'complete-step');
  app.clock.advance(HOUR);
  await act('slow', 'complete-step');
  await act('swift', 'complete-step');
  await act('swift', 'issue-result');
  // Wednesday 16:30: a supplement at the last moment; Thursday 08:30: what is refused too late.
  app.clock.advance(55 * HOUR);
  await act('asked', 'request-supplement', ASKED);
  app.clock.advance(16 * HOUR);
  await act('refused', 'refuse', REFUSED);
});
afterAll(() => app.close());

describe('a report by steps', () => {
  it('tells who stayed where, and whose step was late whatever became of the dossier', async () => {
    const { rows, total } = await steps();
    expect(rows.map(({ key, label }) => [key, label])).toEqual([
      ['nhan', 'Tiếp nhận'],
      ['xu-ly', 'Thẩm định'],
    ]);
    expect(rows[0]).toMatchObject({ handled: 5, partlyLate: 4, partlyLateOpen: 2 });
    expect(total).toMatchObject({ handled: 5, partlyLate: 4 });
    const late = await namesIn('steps', 'row=nhan&column=partlyLate');
    expect(late).toEqual(['asked', 'open', 'refused', 'slow']);
  });

  it('opens each number into as many dossiers', async () => {
    for (const by of ['step', 'department'] as const) {
      const { rows, total } = await steps(`&by=${by}`);
      for (const { key, ...cells } of [...rows, { key: 'total', ...total }]) {
        for (const column of ['handled', 'partlyLate', 'partlyLateOpen'] as const) {
          const row = `by=${by}&row=${encodeURIComponent(key)}&column=${column}`;
          expect([row, (await namesIn('steps', row)).length]).toEqual([row, cells[column]]);
        }
      }
    }
  });

  it('tells how long steps took, in working minutes', async () => {
    const [first, second] = (await steps()).rows;
    expect(first?.spread).toMatchObject({ least: 30, lowerQuarter: 30, median: 90 });
    expect(second?.spread).toMatchObject({ count: 1, median: 60, p90: 60, most: 60 });
  });

  it('tells by department', async () => {
    const { rows } = await steps('&by=department');
    expect(rows.find(({ key }) => key === 'tu-phap')).toMatchObject({
      ...{ label: 'Tư pháp', handled: 2 },
    });
  });

  it('tells why dossiers were refused, and which stand still', async () => {
    const { refusals, stood } = await steps();
    expect(refusals).toEqual([{ key: 'thieu-giay-to', label: 'thieu-giay-to', dossiers: 1 }]);
    expect(await namesIn('steps', 'by=refusal&row=thieu-giay-to')).toEqual(['refused']);
    expect(stood).toEqual([
      { key: 'refused', dossiers: 1 },
      { key: 'awaitingSupplement', dossiers: 1 },
      { key: 'awaitingPayment', dossiers: 0 },
      { key: 'onHold', dossiers: 0 },
    ]);
    expect(await namesIn('steps', 'by=stood&row=awaitingSupplement')).toEqual(['asked']);
  });
});

const late = async (who: string, query = ''): Promise<LateAnswer> =>
  (await app.ask<LateAnswer>(who, `GET ${reportsPath}/late?${MARCH}${query}`)).body;

const nameOf = (id: string): string => [...dossiers].find(([, each]) => each.id === id)?.[0] ?? id;

/** Wednesday noon, when nothing was late yet and nobody had asked for anything. */
const NOON = encodeURIComponent('2026-03-04T12:00:00+07:00');

describe('the late list', () => {
  it('is of those the cells count, with who held each and for how long', async () => {
    const { items, counts } = await late(director);
    expect(counts).toEqual({ resolvedLate: 0, pendingLate: 2 });
    expect(items.map(({ id }) => nameOf(id)).toSorted()).toEqual(['open', 'slow']);
    const slow = items.find(({ id }) => nameOf(id) === 'slow');
    expect(slow).toMatchObject({ column: 'pendingLate', lateMinutes: 60 });
    expect(slow?.responsible.label).toBe('Tư pháp');
    expect(
      slow?.held.map(({ step, minutes, lateMinutes }) => [step?.label, minutes, lateMinutes]),
    ).toEqual([
      ['Tiếp nhận', 90, 0],
      ['Thẩm định', 1380, 60],
    ]);
    expect(lateLinesOf(items).filter(({ isFirst }) => isFirst)).toHaveLength(2);
  });

  it('opens from one cell, and is turned over page by page', async () => {
    const row = encodeURIComponent('Hộ tịch');
    expect((await late(director, `&row=${row}&column=pendingLate`)).items).toHaveLength(2);
    expect((await late(director, `&row=${row}&column=resolvedLate`)).items).toEqual([]);
    const first = await late(director, '&limit=1');
    const next = await late(director, `&limit=1&cursor=${first.nextCursor}`);
    expect([first, next].flatMap(({ items }) => items.map(({ id }) => nameOf(id)))).toEqual(
      (await late(director)).items.map(({ id }) => nameOf(id)),
    );
    expect(next.nextCursor).toBeNull();
  });

  it('names officers to those who work there, and departments to everybody', async () => {
    const officersTold = async (who: string) =>
      (await late(who)).items.flatMap(({ held }) => held.flatMap(({ officer }) => officer ?? []));
    expect(await officersTold(director)).not.toEqual([]);
    expect(await officersTold(`observer@${unit}`)).toEqual([]);
  });
});

describe('a report as of a moment that is past', () => {
  const form = async (query = ''): Promise<Ii06bAnswer> =>
    (await app.ask<Ii06bAnswer>(director, `GET ${reportsPath}/ii06b?${MARCH}${query}`)).body;

  it('tells what was known then, in every table, cell and list', async () => {
    const [then, now] = [await form(`&asOf=${NOON}`), await form()];
    expect(then).toMatchObject({ asOf: '2026-03-04T12:00:00+07:00' });
    expect([then.total.rejected, now.total.rejected]).toEqual([0, 1]);
    expect([then.total.pendingLate, now.total.pendingLate]).toEqual([4, 2]);
    expect(then.position).toBeLessThan(now.position);
    const listed = await namesIn('ii06b', `column=pendingLate&asOf=${NOON}`);
    expect(listed).toEqual(['asked', 'open', 'refused', 'slow']);
    const overdue = await late(director, `&asOf=${NOON}`);
    expect(overdue.items.map(({ lateMinutes }) => lateMinutes)).toEqual([0, 0, 0, 0]);
  });

  it('knows no refusal and nothing to look at again before there was any', async () => {
    expect((await steps(`&asOf=${NOON}`)).refusals).toEqual([]);
    const path = `GET ${reportsPath}/review?${MARCH}&asOf=${NOON}`;
    expect((await app.ask<ReviewAnswer>(director, path)).body.total).toBe(0);
  });

  it('takes a moment to come for now: of what will be known nobody knows anything', async () => {
    const [then, now] = [await form('&asOf=2030-01-01T00:00:00Z'), await form()];
    expect(then).toEqual(now);
  });
});

describe('cần xem lại', () => {
  it('names what was done too late, and at the last moment', async () => {
    const { rows, total } = await review();
    const found = rows.filter(({ dossiers: count }) => count > 0);
    expect(found).toEqual([
      { key: 'refusedAfterDue', dossiers: 1 },
      { key: 'supplementAtLast', dossiers: 1 },
    ]);
    expect(total).toBe(2);
    expect(await namesIn('review', 'row=refusedAfterDue')).toEqual(['refused']);
    expect(await namesIn('review', 'row=total')).toEqual(['asked', 'refused']);
  });
});
