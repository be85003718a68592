import { describe, expect, it } from '@jest/globals';
import {
  EVERYBODY,
  aDossier,
  aSameDayDossier,
  hoa,
  rulesOf,
  watch,
} from '../../../test/support/alert-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import type { DossierId } from '../dossier/index.ts';
import { dayOf } from '../working-time/index.ts';
import type { Alert } from './alert.ts';
import { DEFAULT_ALERT_RULES } from './default-rules.ts';
import {
  DEFAULT_DELIVERY,
  MOST_OLD,
  deliverAt,
  nextDigestAt,
  planDeliveries,
  type Delivery,
  type DeliveryPreferences,
  type Outbox,
} from './delivery.ts';
import { voiceOpensAt } from './voice.ts';

const overdue = (level: Alert['level'] = 'officer'): Alert => {
  const rows = watch(aDossier(), { rules: rulesOf('dossier.overdue') })
    .lookAt('2026-03-11 17:00')
    .rows();
  const row = rows.find((each) => each.level === level);
  if (row === undefined) throw new Error(`Nobody at level ${level}`);
  return { ...row, hush: null };
};

const told = (delivery: Delivery): string =>
  delivery.by === 'nothing' ? 'nothing' : `${delivery.by} ${local(delivery.at) ?? ''}`;

const deliver = (alert: Alert, now: string, wish: Partial<DeliveryPreferences> = {}): string =>
  told(deliverAt(alert, NATIONAL_CALENDAR, { ...DEFAULT_DELIVERY, ...wish }, at(now)));

describe('when an alert is pushed', () => {
  it('at once inside working hours', () => {
    expect(deliver(overdue(), '2026-03-10 09:31')).toBe('push 2026-03-10 09:31');
    expect(deliver(overdue(), '2026-03-10 07:30')).toBe('push 2026-03-10 07:30');
  });

  it('when the office opens, for what is recorded at its close, at noon or on a day off', () => {
    expect(deliver(overdue(), '2026-03-09 17:00')).toBe('push 2026-03-10 07:30');
    expect(deliver(overdue(), '2026-03-10 11:30')).toBe('push 2026-03-10 13:00');
    expect(deliver(overdue(), '2026-03-07 10:00')).toBe('push 2026-03-09 07:30');
  });

  it('at any hour only for what has climbed to a leader, and only if so set', () => {
    const always = { leadersAtAnyHour: true };
    expect(deliver(overdue('director'), '2026-03-10 20:00')).toBe('push 2026-03-11 07:30');
    expect(deliver(overdue('director'), '2026-03-10 20:00', always)).toBe('push 2026-03-10 20:00');
    expect(deliver(overdue('viceChair'), '2026-03-10 20:00', always)).toBe('push 2026-03-10 20:00');
    expect(deliver(overdue('head'), '2026-03-10 20:00', always)).toBe('push 2026-03-11 07:30');
  });

  it('not at all where something graver is told instead', () => {
    expect(deliver({ ...overdue(), hush: 'missedWhileDown' }, '2026-03-10 09:00')).toBe('nothing');
    expect(deliver({ ...overdue(), status: 'superseded' }, '2026-03-10 09:00')).toBe('nothing');
  });

  it('in the digest where it is old news of an import', () => {
    expect(deliver({ ...overdue(), hush: 'beforeImport' }, '2026-03-10 09:00')).toBe(
      'digest 2026-03-10 16:00',
    );
  });

  it('with the line of its desk, or by itself once the line is gone', () => {
    const [row] = watch(aSameDayDossier()).lookAt('2026-03-02 15:00').rows();
    if (row === undefined) throw new Error('No row');
    expect(deliver(row, '2026-03-02 15:00')).toBe('bundle 2026-03-02 15:00');
    expect(deliver(row, '2026-03-02 15:01')).toBe('push 2026-03-02 15:01');
  });
});

describe('the digest', () => {
  const next = (now: string, wish: Partial<DeliveryPreferences> = {}) =>
    local(nextDigestAt(at(now), NATIONAL_CALENDAR, { ...DEFAULT_DELIVERY, ...wish }));

  it('comes at 07:30 and 16:00 on working days', () => {
    expect(next('2026-03-06 07:30')).toBe('2026-03-06 07:30');
    expect(next('2026-03-06 07:31')).toBe('2026-03-06 16:00');
    expect(next('2026-03-06 16:01')).toBe('2026-03-09 07:30');
    expect(next('2026-03-07 07:00')).toBe('2026-03-09 07:30');
    expect(next('2026-02-13 17:00')).toBe('2026-02-23 07:30');
  });

  it('comes in the order of the day, however the times are written', () => {
    expect(next('2026-03-06 07:00', { digestAt: ['16:00', '07:30'] })).toBe('2026-03-06 07:30');
  });

  it('does not come to somebody who wants none', () => {
    expect(next('2026-03-06 07:00', { digestAt: [] })).toBeNull();
    expect(
      deliver({ ...overdue(), hush: 'beforeImport' }, '2026-03-10 09:00', { digestAt: [] }),
    ).toBe('nothing');
  });
});

describe('the daily cap', () => {
  const now = at('2026-03-10 09:00');
  const near = (id: number): Alert => ({
    ...overdue(),
    severity: 'warning',
    key: { ...overdue().key, subjectId: `dossier-${String(id)}` as DossierId },
  });
  const plan = (outbox: Partial<Outbox>, dailyCap = 2) =>
    planDeliveries(
      { alerts: [], now, pushed: new Map(), old: new Map(), ...outbox },
      NATIONAL_CALENDAR,
      { ...DEFAULT_DELIVERY, dailyCap },
    );
  const summary = (...given: Parameters<typeof plan>) =>
    plan(...given).map(({ alert, delivery }) => `${alert.key.subjectId} ${told(delivery)}`);

  it('pushes the gravest and leaves the rest to the digest', () => {
    expect(summary({ alerts: [near(1), near(2), { ...near(3), severity: 'late' }] })).toEqual([
      'dossier-3 push 2026-03-10 09:00',
      'dossier-1 push 2026-03-10 09:00',
      'dossier-2 digest 2026-03-10 16:00',
    ]);
  });

  it('counts what was pushed earlier that day, and no other day', () => {
    const before = (day: string) => new Map([[`user:${hoa}`, new Map([[dayOf(at(day)), 1]])]]);
    const alerts = [near(1), near(2)];
    expect(summary({ alerts, pushed: before('2026-03-10') })[1]).toMatch(/digest/);
    expect(summary({ alerts, pushed: before('2026-03-09') })[1]).toMatch(/push/);
  });

  it('is each person’s own', () => {
    const toBinh: Alert = {
      ...near(3),
      key: { ...near(3).key, recipient: { kind: 'desk', role: 'clerk', departmentCode: null } },
    };
    expect(summary({ alerts: [near(1), near(2), toBinh] })[2]).toMatch(/push/);
  });

  it('is not touched by desk lines, digests and silence', () => {
    const [row] = watch(aSameDayDossier()).lookAt('2026-03-02 15:00').rows();
    if (row === undefined) throw new Error('No row');
    const lines = [row, row, row, { ...near(1), hush: 'beforeImport' } as const];
    const kinds = plan({ alerts: lines, now: at('2026-03-02 15:00') }, 0).map(
      ({ delivery }) => delivery.by,
    );
    expect(kinds).toEqual(['bundle', 'bundle', 'bundle', 'digest']);
  });
});

describe('what was old when a list brought it', () => {
  const now = at('2026-03-10 09:00');
  const old = (id: number, severity: Alert['severity'] = 'late'): Alert => ({
    ...{ ...overdue(), severity, hush: 'beforeImport' },
    key: { ...overdue().key, subjectId: `dossier-${String(id)}` as DossierId },
  });
  const many = Array.from({ length: MOST_OLD }, (_, index) => old(index));
  const plan = (outbox: Partial<Outbox>) =>
    planDeliveries(
      { alerts: [], now, pushed: new Map(), old: new Map(), ...outbox },
      NATIONAL_CALENDAR,
      DEFAULT_DELIVERY,
    ).map(({ alert, delivery }) => `${alert.key.subjectId} ${delivery.by}`);

  it('is told by the digest as far as anybody reads, the gravest of it, and by no letter more', () => {
    const planned = plan({ alerts: [old(900, 'warning'), ...many, old(901)] });
    expect(planned.filter((each) => each.endsWith(' digest'))).toHaveLength(MOST_OLD);
    expect(planned.slice(-2)).toEqual(['dossier-901 nothing', 'dossier-900 nothing']);
  });

  it('counts what waits for a digest already, each person’s own', () => {
    const whom = `user:${hoa}`;
    const waiting = new Map([[whom, MOST_OLD - 1]]);
    expect(plan({ alerts: [old(1), old(2)], old: waiting })).toEqual([
      'dossier-1 digest',
      'dossier-2 nothing',
    ]);
    const others = new Map([['user:somebody', MOST_OLD]]);
    expect(plan({ alerts: [old(1)], old: others })).toEqual(['dossier-1 digest']);
  });

  it('takes no place from what is news', () => {
    const waiting = new Map([[`user:${hoa}`, MOST_OLD]]);
    expect(plan({ alerts: [{ ...old(1), hush: null }], old: waiting })).toEqual(['dossier-1 push']);
  });
});

describe('a voice before blame', () => {
  it('the holder is asked half a working hour before a leader is told', () => {
    const opens = (moment: string) =>
      local(voiceOpensAt(at(moment), DEFAULT_ALERT_RULES, NATIONAL_CALENDAR));
    expect(opens('2026-03-09 17:00')).toBe('2026-03-09 16:30');
    expect(opens('2026-03-10 07:45')).toBe('2026-03-09 16:45');
    expect(EVERYBODY).toHaveLength(5);
  });
});
