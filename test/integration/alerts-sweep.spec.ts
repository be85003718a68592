import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertCounts, AlertItem, AlertPeople, AlertStory } from '#contract/alerts';
import type { CreatedDossier } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { AlertsDesk } from '../support/alerts-desk.ts';
import { idOf } from '../support/dossiers-app.ts';

let desk: AlertsDesk;

beforeAll(async () => {
  desk = await AlertsDesk.open('2026-03-02T08:00:00+07:00');
  await desk.colleague('reception', 'mot-cua');
  await desk.colleague('processing', 'tu-phap');
  await desk.colleague('head', 'tu-phap');
  await desk.colleague('director');
  await desk.colleague('viceChair');
});
afterAll(() => desk.close());

const DUE = '2026-03-05T17:00:00+07:00';

/** On the table of the processing officer since the moment it was received. */
async function onTheTable(declaredDueAt = DUE): Promise<CreatedDossier> {
  const dossier = await desk.app.received(desk.as('reception'), { declaredDueAt });
  await desk.app.done(desk.as('director'), dossier, 'assign', {
    userId: idOf('processing'),
    departmentCode: 'tu-phap',
  });
  return dossier;
}

const versioned = async (dossier: CreatedDossier) => {
  const { body } = await desk.app.ask<CreatedDossier>(
    desk.as('director'),
    `GET /api/v1/dossiers/${dossier.id}`,
  );
  return body;
};

const alertsOf = async (as: string, status = 'open'): Promise<readonly AlertItem[]> => {
  const { body } = await desk.app.ask<Page<AlertItem>>(
    desk.as(as),
    `GET /api/v1/alerts?status=${status}`,
  );
  return body.items;
};

const storyOf = async (as: string, alert: AlertItem | undefined): Promise<AlertStory> => {
  const path = `GET /api/v1/alerts/${alert?.id ?? ''}/story`;
  return (await desk.app.ask<AlertStory>(desk.as(as), path)).body;
};

const deliveries = (dossierId: string) =>
  desk.app.database.asRoot<{ readonly told: string }>(
    `select kind || ' ' || channel || ' ' || way || ' ' || state as told from delivery
     join alert on alert.unit_id = delivery.unit_id and alert.id = alert_id
     where dossier_id = $1 order by 1`,
    [dossierId],
  );

describe('a dossier that nobody works on', () => {
  let dossier: CreatedDossier;

  beforeAll(async () => {
    dossier = await onTheTable();
    await desk.sweepAt('2026-03-02 08:05', '2026-03-04 17:00', '2026-03-05 07:30');
    await desk.sweepAt('2026-03-05 17:00', '2026-03-06 09:30', '2026-03-06 11:30');
  });

  it('is told of before it is late, and climbs when it is', async () => {
    expect(await desk.lines(dossier.id)).toEqual([
      '2026-03-02 08:00 dossier.new moment → processing open',
      '2026-03-04 17:00 dossier.near -1d → processing closed',
      '2026-03-05 07:30 dossier.dueToday day → processing closed',
      '2026-03-05 11:30 dossier.near -4h → processing closed',
      '2026-03-05 17:00 dossier.overdue moment → head open',
      '2026-03-05 17:00 dossier.overdue moment → processing open',
      '2026-03-06 09:30 dossier.overdue moment → director open',
      '2026-03-06 11:30 dossier.overdue moment → vicechair open',
    ]);
  });

  it('is told once, however often and by however many it is swept', async () => {
    const before = await desk.lines();
    await Promise.all([desk.sweep(), desk.sweep(), desk.sweep()]);
    await desk.app.database.asRoot(`update dossier set next_signal_at = alerts_at`);
    await Promise.all([desk.sweep(), desk.sweep(), desk.sweep()]);
    expect(await desk.lines()).toEqual(before);
  });

  it('leaves with its alert what is to be sent, and takes back what is no longer true', async () => {
    expect((await deliveries(dossier.id)).map(({ told }) => told)).toEqual([
      'dossier.dueToday browser push superseded',
      'dossier.near browser push superseded',
      'dossier.new email digest open',
      ...Array.from({ length: 4 }, () => 'dossier.overdue browser push open'),
      ...Array.from({ length: 4 }, () => 'dossier.overdue email push open'),
    ]);
  });

  it('is found by each of those who were told, and by nobody else', async () => {
    const kinds = async (as: string) =>
      (await alertsOf(as)).map(({ kind, level }) => [kind, level]);
    expect(await kinds('processing')).toEqual([
      ['dossier.overdue', 'officer'],
      ['dossier.new', 'officer'],
    ]);
    expect(await kinds('head#tu-phap')).toEqual([]);
    expect(await kinds('viceChair')).toEqual([['dossier.overdue', 'viceChair']]);
    expect(await kinds('reporter')).toEqual([]);
    const { body } = await desk.app.ask<AlertCounts>(
      desk.as('processing'),
      'GET /api/v1/alerts/counts',
    );
    expect(body).toEqual({
      ...{ open: 2, pressing: 2, bySeverity: { info: 1, warning: 0, late: 1 }, dossiers: 1 },
      ...{ acknowledged: 0, snoozed: 0 },
    });
  });

  it('keeps what the holder answered in front of everybody above', async () => {
    const [overdue] = await alertsOf('processing');
    const answered = await desk.app.ask<AlertItem>(
      desk.as('processing'),
      `POST /api/v1/alerts/${overdue?.id ?? ''}/answer`,
      { body: { kind: 'waitingForAgency', text: 'Chờ công an xác minh' } },
    );
    expect(answered.status).toBe(200);
    const [told] = await alertsOf('director');
    expect(told?.answer).toMatchObject({ kind: 'waitingForAgency', by: idOf('processing') });
    const above = await desk.app.ask(
      desk.as('director'),
      `POST /api/v1/alerts/${told?.id ?? ''}/answer`,
      {
        body: { kind: 'other' },
      },
    );
    expect(above.status).toBe(403);
    const story = await storyOf('director', told);
    expect(story.steps.filter(({ act }) => act === 'answered')).toMatchObject([
      { by: idOf('processing'), answer: 'waitingForAgency', text: 'Chờ công an xác minh' },
    ]);
  });

  it('is put off until a moment, and speaks again then', async () => {
    const [overdue] = await alertsOf('director');
    const path = `POST /api/v1/alerts/${overdue?.id ?? ''}/snooze`;
    const past = await desk.app.ask(desk.as('director'), path, {
      body: { until: '2026-03-06T11:00:00+07:00' },
    });
    expect(past.status).toBe(422);
    const body = { until: '2026-03-06T14:00:00+07:00' };
    expect((await desk.app.ask(desk.as('director'), path, { body })).status).toBe(200);
    expect(await alertsOf('director')).toEqual([]);
    await desk.sweepAt('2026-03-06 13:59');
    expect(await alertsOf('director')).toEqual([]);
    await desk.sweepAt('2026-03-06 14:00');
    expect(await alertsOf('director')).toHaveLength(1);
  });

  it('is let go by itself when the work is done', async () => {
    await desk.app.done(desk.as('director'), await versioned(dossier), 'apologise', {});
    await desk.app.done(desk.as('director'), await versioned(dossier), 'issue-result', {});
    await desk.sweep();
    const open = (await desk.lines(dossier.id)).filter((line) => !line.endsWith('closed'));
    expect(open).toEqual([]);
    const states = (await deliveries(dossier.id)).map(({ told }) => told.split(' ').at(-1));
    expect(new Set(states)).toEqual(new Set(['superseded']));
  });

  it('answers with a conflict once there is nothing left to acknowledge', async () => {
    const [closed] = await alertsOf('viceChair', 'closed');
    const path = `POST /api/v1/alerts/${closed?.id ?? ''}/acknowledge`;
    const late = await desk.app.ask<{ readonly code: string }>(desk.as('viceChair'), path, {
      body: {},
    });
    expect([late.status, late.body.code]).toEqual([409, 'alert-closed']);
    const stranger = await desk.app.ask(desk.as('director'), path, { body: {} });
    expect(stranger.status).toBe(403);
  });
});

describe('whoever acknowledges in time', () => {
  it('is the last to be told', async () => {
    desk.moveTo('2026-03-09 08:00');
    const dossier = await onTheTable('2026-03-11T17:00:00+07:00');
    await desk.sweepAt('2026-03-11 17:00');
    const mine = (await alertsOf('processing')).find(({ kind }) => kind === 'dossier.overdue');
    const before = await storyOf('processing', mine);
    expect(before.steps.map(({ act, level }) => `${act} ${level}`)).toEqual([
      'raised head',
      'raised officer',
    ]);
    expect(before.next).toEqual({
      ...{ level: 'director', recipient: { kind: 'user', userId: idOf('director') } },
      ...{ at: '2026-03-12T09:30:00+07:00', voiceFrom: '2026-03-12T09:00:00+07:00' },
    });
    const stranger = `GET /api/v1/alerts/${mine?.id ?? ''}/story`;
    expect((await desk.app.ask(desk.as('director'), stranger)).status).toBe(403);
    const key = { 'idempotency-key': 'ack-1' };
    const path = `POST /api/v1/alerts/${mine?.id ?? ''}/acknowledge`;
    const body = { reason: 'Đã gọi người dân, trả trong sáng mai' };
    const first = await desk.app.ask<AlertItem>(desk.as('processing'), path, {
      body,
      headers: key,
    });
    expect(first.body.status).toBe('acknowledged');
    const again = await desk.app.ask<AlertItem>(desk.as('processing'), path, {
      body,
      headers: key,
    });
    expect(again.body).toEqual(first.body);
    const after = await storyOf('processing', mine);
    expect(after.next).toBeNull();
    expect(after.steps.at(-1)).toMatchObject({ act: 'acknowledged', text: body.reason });
    await desk.sweepAt('2026-03-12 16:59');
    const told = (await desk.lines(dossier.id)).filter((line) => line.includes('dossier.overdue'));
    expect(told).toEqual([
      '2026-03-11 17:00 dossier.overdue moment → head open',
      '2026-03-11 17:00 dossier.overdue moment → processing acknowledged',
    ]);
    const steps = await desk.app.database.asRoot(
      `select act, body from alert_step left join alert_text using (unit_id, alert_id, number)
       where alert_id = $1 order by number`,
      [mine?.id],
    );
    expect(steps).toEqual([
      { act: 'raised', body: null },
      { act: 'acknowledged', body: body.reason },
    ]);
    await desk.app.done(desk.as('director'), await versioned(dossier), 'issue-result', {});
  });
});

describe('what happens between two sweeps', () => {
  it('leaves the rows of a sweep that had come in time', async () => {
    desk.moveTo('2026-03-16 08:00');
    const dossier = await onTheTable('2026-03-17T17:00:00+07:00');
    await desk.sweep();
    // Nobody sweeps until the dossier is finished, two hours late.
    desk.moveTo('2026-03-18 09:00');
    await desk.app.done(desk.as('director'), await versioned(dossier), 'issue-result', {});
    await desk.sweepAt('2026-03-18 10:00');
    expect(await desk.lines(dossier.id)).toEqual([
      '2026-03-16 08:00 dossier.new moment → processing closed',
      '2026-03-16 17:00 dossier.near -1d → processing closed',
      '2026-03-17 07:30 dossier.dueToday day → processing closed',
      '2026-03-17 11:30 dossier.near -4h → processing closed',
      '2026-03-17 17:00 dossier.overdue moment → head closed',
      '2026-03-17 17:00 dossier.overdue moment → processing closed',
    ]);
    const sent = await desk.app.database.asRoot<{ readonly told: string }>(
      `select told from (select kind || ' ' || delivery.state as told from delivery
       join alert on alert.unit_id = delivery.unit_id and alert.id = alert_id
       where dossier_id = $1) as each`,
      [dossier.id],
    );
    expect(sent.filter(({ told }) => told.endsWith('open'))).toEqual([]);
  });

  it('is told gravest truth first after three days without anybody', async () => {
    desk.moveTo('2026-03-23 08:00');
    const dossier = await onTheTable('2026-03-25T17:00:00+07:00');
    await desk.sweep();
    await desk.sweepAt('2026-03-26 08:00');
    const rows = await desk.app.database.asRoot<{
      readonly kind: string;
      readonly hush: string | null;
    }>(
      `select kind, hush from alert where dossier_id = $1 and user_id = $2
       and raised_at > '2026-03-23T09:00:00+07:00' order by raised_at`,
      [dossier.id, idOf('processing')],
    );
    expect(rows).toEqual([
      { kind: 'dossier.near', hush: 'missedWhileDown' },
      { kind: 'dossier.dueToday', hush: 'missedWhileDown' },
      { kind: 'dossier.near', hush: 'missedWhileDown' },
      { kind: 'dossier.overdue', hush: null },
    ]);
    await desk.app.done(desk.as('director'), await versioned(dossier), 'issue-result', {});
  });
});

describe('an officer who is away', () => {
  it('is stood in for, and nobody is told of his own act', async () => {
    desk.moveTo('2026-03-30 08:00');
    const substitute = await desk.colleague('clerk', 'tu-phap');
    await desk.app.database.asRoot(
      `insert into absence (unit_id, id, user_id, substitute_id, from_at, until_at, set_by)
       values ($1, gen_random_uuid(), $2, $3, '2026-03-31T00:00:00+07:00', '2026-04-03T00:00:00+07:00', 'test')`,
      [desk.unit, idOf('processing'), substitute],
    );
    const dossier = await onTheTable('2026-04-01T17:00:00+07:00');
    await desk.sweepAt('2026-03-30 08:01', '2026-03-31 17:00', '2026-04-01 17:00');
    expect((await desk.lines(dossier.id)).filter((line) => line.includes('overdue'))).toEqual([
      '2026-04-01 17:00 dossier.overdue moment → clerk open',
      '2026-04-01 17:00 dossier.overdue moment → head open',
    ]);
    const [told] = (await alertsOf('clerk')).filter(({ kind }) => kind === 'dossier.overdue');
    expect(told).toMatchObject({ reason: 'holder', standsInFor: idOf('processing') });
    await desk.app.done(desk.as('director'), await versioned(dossier), 'issue-result', {});
  });
});

describe('a head', () => {
  it('sees how much lies with each officer of the department, an officer only the own row', async () => {
    const people = async (as: string) => {
      const { body } = await desk.app.ask<AlertPeople>(as, 'GET /api/v1/alerts/people');
      return body.items.map(({ displayName }) => displayName).toSorted();
    };
    expect(await people(`${desk.as('head')}#tu-phap`)).toEqual(['clerk', 'head', 'processing']);
    expect(await people(`${desk.as('processing')}#tu-phap`)).toEqual(['processing']);
    expect(await people(desk.as('director'))).toEqual(['director']);
  });
});
