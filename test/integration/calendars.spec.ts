import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CalendarApplied,
  CalendarPreview,
  CalendarVersion,
  CalendarYear,
} from '#contract/calendars';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import type { Intake } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import { CalendarService, CalendarsModule } from '../../backend/src/calendars/index.ts';
import { DeadlinesModule } from '../../backend/src/deadlines/index.ts';
import { EventStore } from '../../backend/src/dossiers/index.ts';
import { ProcedureService, ProceduresModule } from '../../backend/src/procedures/index.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { type Act, act, given, receivedAt } from '../support/dossier-case.ts';
import { at } from '../support/moment.ts';
import { anIntake, processing, reception } from '../support/office.ts';
import { type RulesApp, openRules } from '../support/rules-app.ts';
import { aDossierId, anAppend } from '../support/stored-life.ts';

/** *Xác nhận tình trạng hôn nhân*: three working days. */
const THREE_DAYS = '1.004873';

let database: TestDatabase;
let app: RulesApp;
let city: number;
let commune: number;
let neighbour: number;
let communes = 0;

beforeAll(async () => {
  database = await openDatabase();
  const rooms = [ProceduresModule, CalendarsModule, DeadlinesModule];
  app = await openRules(database, rooms, '2026-11-20T10:00:00+07:00');
});
afterAll(async () => {
  await app.close();
  await database.close();
});

/** Every test has a city of its own: calendars stay as they were left. */
beforeEach(async () => {
  communes += 1;
  const [row] = await database.asRoot<{ id: number }>(
    `insert into unit (code, name, kind) values ($1, $1, 'city') returning id`,
    [`C${communes}.00`],
  );
  city = row?.id ?? 0;
  commune = await aUnitRow(database, `C${communes}.01`, city);
  neighbour = await aUnitRow(database, `C${communes}.02`, city);
});

/** A dossier as the office would have received and moved it, kept in the store. */
async function aDossier(
  unit: number,
  received: string,
  changes: Partial<Intake> = {},
  ...later: readonly Act[]
): Promise<string> {
  const procedure = await app.get(ProcedureService).findInForce(unit, THREE_DAYS, at(received));
  if (procedure === undefined) throw new Error('Not catalogued');
  const calendar = await app.get(CalendarService).inForce(unit);
  const intake = anIntake({ procedure: procedure.snapshot, ...changes });
  const state = given(receivedAt(received, reception, intake), ...later)
    .under({ calendar, procedure: procedure.rules })
    .state();
  const dossierId = aDossierId();
  const unitCode = `U${unit}`;
  const answer = await app.get(EventStore).append(anAppend(unit, state, { dossierId, unitCode }));
  expect(answer.kind).toBe('appended');
  return dossierId;
}

const dueOf = async (unit: number, id: string) => {
  const { state } = await app.get(EventStore).load(unit, id);
  const due = state?.due;
  const text = (moment: typeof due extends undefined ? never : number | null | undefined) =>
    moment === null || moment === undefined ? null : formatInstant(moment as never);
  return { version: state?.version, dueAt: text(due?.dueAt), oursAt: text(due?.oursAt) };
};

const preview = <Body = CalendarPreview>(change: object, as = `admin@${commune}`) =>
  app.ask<Body>(as, 'POST /api/v1/calendars/preview', change);
const apply = <Body = CalendarApplied>(previewId: string, as = `admin@${commune}`) =>
  app.ask<Body>(as, 'POST /api/v1/calendars/apply', { previewId });
const year = async (unit: number, which = 2026) =>
  (await app.ask<CalendarYear>(`reception@${unit}`, `GET /api/v1/calendars/${which}`)).body;

const off = (date: string) => ({ days: [{ date, kind: 'off', name: 'Hội làng' }] });

describe('the year of a unit', () => {
  it('has the days of the State until somebody says otherwise', async () => {
    const shown = await year(commune);
    expect(shown.version).toMatch(/^1-[\da-f]{8}$/);
    expect(shown.days).toHaveLength(365);
    expect(shown.days.find(({ date }) => date === '2026-11-24')).toMatchObject({
      ...{ kind: 'off', name: 'Ngày Văn hóa Việt Nam', layer: 'national', provisional: false },
    });
    expect((await year(commune, 2028)).provisional).toBe(true);
  });

  it.each(['1999', '2101', 'nay'])('is not %s', async (which) => {
    const { status } = await app.ask(`reception@${commune}`, `GET /api/v1/calendars/${which}`);
    expect([400, 422]).toContain(status);
  });
});

describe('a day off that was not foreseen', () => {
  it('moves exactly the open dossiers that count across it', async () => {
    // Due Wed 25/11, Tue 24/11 being a day off already; Mon 23/11 is counted by the first two.
    const onFriday = await aDossier(commune, '2026-11-19 09:00');
    const paused = await aDossier(
      ...([commune, '2026-11-19 09:00', {}] as const),
      act('2026-11-20 08:00', processing, 'request-supplement', { items: 'x', reason: 'y' }),
    );
    const early = await aDossier(commune, '2026-11-17 09:00');
    const done = await aDossier(
      ...([commune, '2026-11-19 09:00', {}] as const),
      act('2026-11-20 09:00', processing, 'issue-result', {}),
    );
    const elsewhere = await aDossier(neighbour, '2026-11-19 09:00');

    const shown = await preview(off('2026-11-23'));

    expect(shown.status).toBe(200);
    expect(shown.body.moves).toEqual([
      {
        dossierId: onFriday,
        code: expect.stringMatching(/^MC\./),
        from: '2026-11-25T17:00:00+07:00',
        to: '2026-11-26T17:00:00+07:00',
      },
    ]);
    for (const id of [onFriday, paused, early, done]) {
      expect((await dueOf(commune, id)).version).toBeLessThanOrEqual(2);
    }
    const applied = await apply(shown.body.previewId);
    expect(applied.status).toBe(200);
    expect(applied.body.moves).toEqual(shown.body.moves);
    expect(await dueOf(commune, onFriday)).toMatchObject({
      ...{ version: 2, dueAt: '2026-11-26T17:00:00+07:00' },
    });
    expect((await dueOf(commune, early)).version).toBe(1);
    expect((await dueOf(commune, paused)).version).toBe(2);
    expect((await dueOf(commune, done)).version).toBe(2);
    expect((await dueOf(neighbour, elsewhere)).version).toBe(1);
  });

  it('is in force when it is applied, and not before', async () => {
    const before = await year(commune);
    const shown = await preview(off('2026-12-24'));
    expect(await year(commune)).toEqual(before);
    const { body } = await apply(shown.body.previewId);
    expect(body.version).toMatch(/^2-/);
    const after = await year(commune);
    expect(after).toMatchObject({ version: body.version, hash: body.hash });
    expect(after.days.find(({ date }) => date === '2026-12-24')).toMatchObject({
      ...{ kind: 'off', name: 'Hội làng', layer: 'unit' },
    });
    expect((await year(neighbour)).version).toMatch(/^1-/);
    // Whoever has a page open counts by it at once; neighbours hear nothing.
    const told = await database.asRoot<{ unit: number; id: string }>(
      "select unit_id as unit, id from feed where type = 'calendar' and unit_id = any ($1)",
      [[commune, neighbour]],
    );
    expect(told).toEqual([{ unit: commune, id: '2' }]);
  });

  it('moves nothing that a slip or a source promised, only our count beside it', async () => {
    const declaredDueAt = at('2026-11-27 11:30');
    const id = await aDossier(commune, '2026-11-19 09:00', { declaredDueAt });
    const shown = await preview(off('2026-11-23'));
    expect(shown.body.moves).toEqual([]);
    await apply(shown.body.previewId);
    expect(await dueOf(commune, id)).toEqual({
      ...{ version: 2, dueAt: '2026-11-27T11:30:00+07:00', oursAt: '2026-11-26T17:00:00+07:00' },
    });
  });

  it('of the city reaches its communes, and a commune may work on it all the same', async () => {
    const own = { days: [{ date: '2026-11-23', kind: 'plain' }] };
    await apply((await preview(own, `admin@${neighbour}`)).body.previewId, `admin@${neighbour}`);
    const moved = await aDossier(commune, '2026-11-19 09:00');
    const stays = await aDossier(neighbour, '2026-11-19 09:00');

    const shown = await preview(off('2026-11-23'), `admin@${city}`);
    expect(shown.body.moves.map(({ dossierId }) => dossierId)).toEqual([moved]);
    expect((await apply(shown.body.previewId, `admin@${city}`)).status).toBe(200);

    expect((await dueOf(commune, moved)).dueAt).toBe('2026-11-26T17:00:00+07:00');
    expect((await dueOf(neighbour, stays)).dueAt).toBe('2026-11-25T17:00:00+07:00');
    const day = (await year(commune)).days.find(({ date }) => date === '2026-11-23');
    expect(day).toMatchObject({ kind: 'off', layer: 'city' });
  });

  it('adds to what the unit said before', async () => {
    await apply((await preview(off('2026-12-24'))).body.previewId);
    await apply((await preview(off('2026-12-25'))).body.previewId);
    const { days } = await year(commune);
    const closed = days.filter(({ layer }) => layer === 'unit').map(({ date }) => date);
    expect(closed).toEqual(['2026-12-24', '2026-12-25']);
  });
});

describe('the versions of a calendar', () => {
  const versions = async (unit: number, query = '') =>
    (
      await app.ask<Page<CalendarVersion>>(
        `reception@${unit}`,
        `GET /api/v1/calendar-versions?${query}`,
      )
    ).body;

  it('say who made each, what it changed and how many due moments it moved', async () => {
    await aDossier(commune, '2026-11-19 09:00');
    await apply((await preview(off('2026-11-23'))).body.previewId);
    await apply(
      (await preview({ ...off('2026-12-24'), officialYears: [2028] }, `admin@${city}`)).body
        .previewId,
      `admin@${city}`,
    );
    const { items, nextCursor } = await versions(commune);
    expect(items).toMatchObject([
      { number: 3, days: [{ date: '2026-12-24' }], officialYears: [2028], moved: null },
      { number: 2, days: [{ date: '2026-11-23', kind: 'off', name: 'Hội làng' }], moved: 1 },
      { number: 1, madeBy: null, days: [], moved: null },
    ]);
    expect(items[0]?.version).toBe((await year(commune)).version);
    expect([items[1]?.madeBy, nextCursor]).toEqual([expect.any(String), null]);
    expect((await year(commune, 2028)).provisional).toBe(false);
    const first = await versions(commune, 'limit=2');
    expect(first.items).toEqual(items.slice(0, 2));
    expect((await versions(commune, `limit=2&cursor=${first.nextCursor}`)).items).toEqual(
      items.slice(2),
    );
  });
});

describe('other hours of the week', () => {
  it('move a due moment within its day', async () => {
    const id = await aDossier(commune, '2026-11-19 09:00');
    const shown = await preview({ weeklyHours: { wed: [['07:00', '16:00']] } });
    expect(shown.body.moves).toMatchObject([{ dossierId: id, to: '2026-11-25T16:00:00+07:00' }]);
  });
});

describe('a preview', () => {
  it('that no longer tells what would happen is not applied', async () => {
    await aDossier(commune, '2026-11-19 09:00');
    const { body } = await preview(off('2026-11-23'));
    const late = await aDossier(commune, '2026-11-19 10:00');
    const refused = await apply<Problem>(body.previewId);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('calendar-preview-stale');
    expect((await dueOf(commune, late)).version).toBe(1);
    expect((await year(commune)).version).toMatch(/^1-/);
  });

  it('that another change overtook is not applied', async () => {
    const first = await preview(off('2026-12-24'));
    const second = await preview(off('2026-12-25'));
    await apply(second.body.previewId);
    expect((await apply<Problem>(first.body.previewId)).body.code).toBe('calendar-preview-stale');
  });

  it('is applied once, however often the button is pressed', async () => {
    const id = await aDossier(commune, '2026-11-19 09:00');
    const { body } = await preview(off('2026-11-23'));
    const pressed = await Promise.all(
      Array.from({ length: 6 }, () => apply<Problem>(body.previewId)),
    );
    const statuses = pressed.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await dueOf(commune, id)).version).toBe(2);
    expect((await year(commune)).version).toMatch(/^2-/);
  });

  it('applied again under the same key is answered as the first time', async () => {
    await aDossier(commune, '2026-11-19 09:00');
    const { body } = await preview(off('2026-11-23'));
    const send = () =>
      app.ask<CalendarApplied>(
        `admin@${commune}`,
        'POST /api/v1/calendars/apply',
        { previewId: body.previewId },
        `key-${commune}`,
      );
    const answers = await Promise.all([send(), send(), send()]);
    for (const answer of [...answers, await send()]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(answers[0].body);
    }
    expect((await year(commune)).version).toBe(answers[0].body.version);
    const lines = await database.asRoot<{ act: string }>(
      `select act from audit where unit_id = $1 and act like 'calendar.%'`,
      [commune],
    );
    expect(lines).toHaveLength(1);
  });

  it('is refused with a reason where the days contradict themselves', async () => {
    for (const [days, code] of [
      [[{ date: '2026-02-30', kind: 'off' }], 'date-not-a-day'],
      [[{ date: '2026-11-23', kind: 'off', hours: [['07:30', '11:30']] }], 'day-off-with-hours'],
      [[{ date: '2026-11-28', kind: 'worked', hours: [] }], 'open-day-without-hours'],
    ] as const) {
      const { status, body } = await preview<Problem>({ days });
      expect([status, body.code]).toEqual([422, code]);
    }
  });

  it('is of one’s own unit', async () => {
    const { body } = await preview(off('2026-11-23'));
    expect((await apply(body.previewId, `admin@${neighbour}`)).status).toBe(404);
    expect((await apply(body.previewId, `reception@${commune}`)).status).toBe(403);
    expect((await preview(off('2026-11-23'), `reception@${commune}`)).status).toBe(403);
    const both = `admin@${commune},${neighbour}`;
    expect((await preview<Problem>(off('2026-11-23'), both)).body.code).toBe('unit-required');
  });
});
