import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DEFAULT_WISH,
  type AlertRulesAnswer,
  type AlertRulesPreview,
  type AlertRulesVersion,
  type AlertSettings,
  type NotificationWish,
} from '#contract/alerts';
import type { Page } from '#contract/list';
import type { Problem } from '#contract/problem';
import { AlertsDesk } from '../support/alerts-desk.ts';
import type { Answer } from '../support/dossiers-app.ts';
import { idOf } from '../support/dossiers-app.ts';

let desk: AlertsDesk;

beforeAll(async () => {
  desk = await AlertsDesk.open('2026-03-02T08:00:00+07:00');
  await desk.colleague('reception', 'mot-cua');
  await desk.colleague('director');
});
afterAll(() => desk.close());

const FIVE_DAYS: AlertSettings = {
  overrides: [
    {
      kind: 'dossier.near',
      thresholds: [
        { at: 'daysBefore', days: 5 },
        { at: 'minutesBefore', minutes: 60 },
      ],
    },
  ],
  bundleAt: ['14:30'],
  voiceMinutes: 30,
};

const set = <Body = AlertRulesAnswer>(body: object, as = 'director'): Promise<Answer<Body>> =>
  desk.app.ask<Body>(desk.as(as), 'PUT /api/v1/alert-rules', { body });

const lines = (text: string, list: readonly string[]): readonly string[] =>
  list.filter((line) => line.includes(text));

describe('the counter', () => {
  it('is told of its same-day dossiers in one line, and of each that is late by itself', async () => {
    const one = await desk.app.received(desk.as('reception'), { procedureCode: '2.000815' });
    await desk.app.received(desk.as('reception'), { procedureCode: '2.000815' });
    expect(one.dueAt).toBe('2026-03-02T17:00:00+07:00');
    await desk.sweepAt('2026-03-02 10:00', '2026-03-02 15:00', '2026-03-02 16:30');
    expect(await desk.lines(one.id)).toEqual([
      '2026-03-02 15:00 dossier.near -2h → reception closed',
      '2026-03-02 16:30 dossier.near -30m → reception open',
    ]);
    const ways = await desk.app.database.asRoot<{ readonly told: string }>(
      `select distinct way || ' ' || to_char(at at time zone interval '7 hours', 'HH24:MI') as told
       from delivery order by 1`,
    );
    expect(ways.map(({ told }) => told)).toEqual(['bundle 15:00', 'bundle 16:30']);
    await desk.sweepAt('2026-03-02 17:00');
    expect(lines('overdue', await desk.lines(one.id))).toEqual([
      '2026-03-02 17:00 dossier.overdue moment → director open',
      '2026-03-02 17:00 dossier.overdue moment → reception open',
    ]);
  });
});

describe('the rules of a unit', () => {
  it('are those of every unit until it sets its own', async () => {
    const { body } = await desk.app.ask<AlertRulesAnswer>(
      desk.as('reception'),
      'GET /api/v1/alert-rules',
    );
    expect(body).toMatchObject({ version: 0, overrides: [], staleAfterMinutes: 240, setAt: null });
    expect(body.kinds['dossier.overdue'].ladder.map(({ afterMinutes }) => afterMinutes)).toEqual([
      ...[0, 0, 120, 240],
    ]);
  });

  it('are not set by whoever is warned by them, nor so that nobody could answer first', async () => {
    expect((await set(FIVE_DAYS, 'reception')).status).toBe(403);
    const mute = { ...FIVE_DAYS, overrides: [{ kind: 'dossier.near', thresholds: [] }] };
    const refused = await set<Problem>(mute);
    expect([refused.status, refused.body.code]).toEqual([422, 'no-voice-before-escalation']);
    const half = {
      ...FIVE_DAYS,
      overrides: [{ kind: 'dossier.near', thresholds: [{ at: 'share', percent: 120 }] }],
    };
    expect((await set<Problem>(half)).body.code).toBe('threshold-out-of-range');
    expect((await set<Problem>({ ...FIVE_DAYS, bundleAt: ['25:00'] })).body.code).toBe(
      'not-a-time-of-day',
    );
  });

  it('are tried out on the month before they are set', async () => {
    const { status, body } = await desk.app.ask<AlertRulesPreview>(
      desk.as('director'),
      'POST /api/v1/alert-rules/preview',
      { body: { ...FIVE_DAYS, overrides: [{ kind: 'dossier.overdue', enabled: false }] } },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ dossiers: 2, whole: true });
    const of = (kind: string) => body.kinds.find((each) => each.kind === kind);
    expect(of('dossier.overdue')).toMatchObject({ now: 4, then: 0, dossierCount: 2 });
    expect(of('dossier.near')).toMatchObject({ now: 4, then: 4 });
    expect(of('dossier.overdue')?.dossiers.map(({ now, then }) => [now, then])).toEqual([
      [2, 0],
      [2, 0],
    ]);
    expect(of('dossier.overdue')?.dossiers.every(({ code }) => code !== '')).toBe(true);
  });

  it('say beforehand who would hear how much on one day, lines of a desk not counted', async () => {
    const { body } = await desk.app.ask<AlertRulesPreview>(
      desk.as('director'),
      'POST /api/v1/alert-rules/preview',
      { body: { ...FIVE_DAYS, bundleAt: [], overrides: [] } },
    );
    const load = body.people.find(({ userId }) => userId === idOf('reception'));
    // Two lines of the desk have become four notices: two thresholds of each dossier.
    expect((load?.then.mostADay ?? 0) - (load?.now.mostADay ?? 0)).toBe(4);
    expect(load?.then.total).toBe(load?.now.total);
    expect(body.mostADay.then).toBe(load?.then.mostADay);
  });

  it('hold at once for what is under way, version by version, and nobody overwrites unseen', async () => {
    desk.moveTo('2026-03-03 08:00');
    const dossier = await desk.app.received(desk.as('reception'), {
      declaredDueAt: '2026-03-10T17:00:00+07:00',
    });
    await desk.sweepAt('2026-03-03 17:00');
    expect(lines('near', await desk.lines(dossier.id))).toEqual([]);
    const answer = await set({ ...FIVE_DAYS, version: 0, reason: 'Theo họp giao ban' });
    expect([answer.status, answer.body.version]).toEqual([200, 1]);
    await desk.sweep();
    expect(lines('near', await desk.lines(dossier.id))).toEqual([
      '2026-03-03 17:00 dossier.near -5d → reception open',
    ]);
    const stale = await set<Problem>({ ...FIVE_DAYS, version: 0 });
    expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
    const { body } = await desk.app.ask<Page<AlertRulesVersion>>(
      desk.as('reception'),
      'GET /api/v1/alert-rules/history',
    );
    expect(body.items).toEqual([
      {
        ...{ version: 1, ...FIVE_DAYS, reason: 'Theo họp giao ban', setBy: idOf('director') },
        setAt: '2026-03-03T17:00:00+07:00',
      },
    ]);
  });

  it('move the chip “near” of lists with the warning', async () => {
    const [row] = await desk.app.database.asRoot<{ readonly near: string }>(
      `select to_char(near_at at time zone interval '7 hours', 'YYYY-MM-DD HH24:MI') as near
       from dossier where finished_at = 'infinity' and due_at > '2026-03-09' limit 1`,
    );
    expect(row?.near).toBe('2026-03-03 17:00');
  });
});

describe('what concerns the unit as a whole', () => {
  it('is told to the administrator: next year’s days off are missing from November on', async () => {
    await desk.app.database.asRoot(
      `update alert_watch set next_signal_at = '2026-03-03T00:00:00+07:00'`,
    );
    await desk.sweepAt('2026-10-30 08:00');
    expect(lines('calendar.missing', await desk.lines())).toEqual([]);
    await desk.sweepAt('2026-11-02 08:00');
    expect(lines('calendar.missing', await desk.lines())).toEqual([
      '2026-11-01 00:00 calendar.missing moment → desk:admin: open',
    ]);
  });

  it('is one line a day and channel where deliveries die, and gone when they are put aside', async () => {
    const [alert] = await desk.app.database.asRoot<{ readonly id: string }>(
      'select id from alert limit 1',
    );
    await desk.app.database.asRoot(
      `insert into delivery (unit_id, alert_id, channel, user_id, way, at, state, settled_at, fault)
       select $1, id, 'webhook', $2, 'push', '2026-11-02T09:00:00+07:00', 'dead', now(), 'refused' from alert`,
      [desk.unit, idOf('director')],
    );
    expect(alert).toBeDefined();
    await desk.sweepAt('2026-11-02 09:30');
    expect(lines('delivery.failed', await desk.lines())).toEqual([
      '2026-11-02 09:00 delivery.failed moment → desk:admin: open',
    ]);
    await desk.app.database.asRoot(`update delivery set put_aside_at = now() where state = 'dead'`);
    await desk.sweepAt('2026-11-02 11:00');
    expect(lines('delivery.failed', await desk.lines())).toEqual([
      '2026-11-02 09:00 delivery.failed moment → desk:admin: closed',
    ]);
  });
});

describe('how somebody wants to be reached', () => {
  it('is as for everybody until they say so, and is asked before anything is planned', async () => {
    const path = '/api/v1/me/notifications';
    const before = await desk.app.ask<NotificationWish>(desk.as('director'), `GET ${path}`);
    expect(before.body).toEqual(DEFAULT_WISH);
    const wish: NotificationWish = {
      ...DEFAULT_WISH,
      kinds: { 'dossier.overdue': { browser: false, webhook: true, email: 'off' } },
    };
    const put = await desk.app.ask<NotificationWish>(desk.as('director'), `PUT ${path}`, {
      body: wish,
    });
    expect([put.status, put.body]).toEqual([200, wish]);
    const bad = await desk.app.ask<Problem>(desk.as('director'), `PUT ${path}`, {
      body: { ...wish, digestAt: ['24:30'] },
    });
    expect(bad.body.code).toBe('not-a-time-of-day');
    desk.moveTo('2026-11-03 08:00');
    const dossier = await desk.app.received(desk.as('reception'), {
      declaredDueAt: '2026-11-04T17:00:00+07:00',
    });
    await desk.sweepAt('2026-11-04 17:00');
    const sent = await desk.app.database.asRoot<{ readonly channel: string }>(
      `select channel from delivery join alert on alert.unit_id = delivery.unit_id and alert.id = alert_id
       where dossier_id = $1 and delivery.user_id = $2 and kind = 'dossier.overdue'`,
      [dossier.id, idOf('director')],
    );
    expect(sent).toEqual([{ channel: 'webhook' }]);
  });
});
