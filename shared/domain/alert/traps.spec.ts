import { describe, expect, it } from '@jest/globals';
import {
  aClock,
  aDossier,
  aStep,
  director,
  hoa,
  mark,
  rulesOf,
  watch,
} from '../../../test/support/alert-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { firstNearAt } from './near.ts';
import { DEFAULT_ALERT_RULES } from './default-rules.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import type { DossierId } from '../dossier/index.ts';

const PROMISE = rulesOf('dossier.near', 'dossier.dueToday', 'dossier.overdue');

describe('traps other systems fell into', () => {
  it('trap 1: the warning comes at N days, at N−1 and at 0, and not in between only', () => {
    const days = (count: number) => ({ at: 'daysBefore', days: count }) as const;
    const rules = {
      ...PROMISE,
      overrides: [
        ...PROMISE.overrides,
        { kind: 'dossier.near', thresholds: [days(3), days(2)] } as const,
      ],
    };
    const look = watch(aDossier(), { rules });
    const raisedOn = (day: string) => look.lookAt(`${day} 17:00`).raised();
    expect(raisedOn('2026-03-03')).toEqual([]);
    expect(raisedOn('2026-03-04')).toEqual(['2026-03-04 17:00 dossier.near -3d → user:hoa']);
    expect(raisedOn('2026-03-05')).toEqual(['2026-03-05 17:00 dossier.near -2d → user:hoa']);
    expect(raisedOn('2026-03-06')).toEqual([]);
    expect(raisedOn('2026-03-09').filter((row) => row.includes('overdue'))).toHaveLength(2);
  });

  it('trap 2: an overdue dossier is told once, not every day', () => {
    const look = watch(aDossier(), { rules: rulesOf('dossier.overdue') }).lookAt(
      '2026-03-10 11:30',
    );
    for (const day of ['11', '12', '13', '16', '17']) {
      expect(look.lookAt(`2026-03-${day} 07:30`).raised()).toEqual([]);
    }
  });

  it('trap 2: a paused dossier is silent, also one that was late before the pause', () => {
    const look = watch(aDossier(), { rules: PROMISE }).lookAt('2026-03-09 17:00');
    look
      .becomes(aDossier({ state: 'awaitingSupplement', paused: true }))
      .lookAt('2026-03-10 09:00');
    expect(look.open()).toEqual([]);
    expect(look.next()).toBeNull();
    look.becomes(aDossier()).lookAt('2026-03-12 09:00');
    expect(look.reopened()).toHaveLength(2);
  });

  it('a supplement that does not stop the clock silences nothing', () => {
    const dossier = aDossier({ state: 'awaitingSupplement', paused: false });
    expect(watch(dossier, { rules: PROMISE }).lookAt('2026-03-09 17:00').open()).toHaveLength(2);
  });

  it('trap 3: what was passed while the server was down is told late but truthfully', () => {
    const look = watch(aDossier(), { rules: PROMISE }).lookAt('2026-03-20 09:00');
    expect(look.open()).toEqual([
      'dossier.overdue moment → user:director',
      'dossier.overdue moment → user:head',
      'dossier.overdue moment → user:hoa',
      'dossier.overdue moment → user:viceChair',
    ]);
  });

  it('trap 18: a warning before the due moment is never sent after it', () => {
    const look = watch(aDossier(), { rules: PROMISE }).lookAt('2026-03-16 17:00');
    const told = look.rows().filter(({ hush, status }) => hush === null && status === 'open');
    expect(new Set(told.map(({ key }) => key.kind))).toEqual(new Set(['dossier.overdue']));
  });

  it('trap 19: a dossier without a due moment is still seen: not forwarded, and in nobody’s way', () => {
    const dossier = aDossier({ clock: null, state: 'received' });
    const look = watch(dossier).lookAt('2026-03-20 17:00');
    expect(look.open()).toEqual(['dossier.notForwarded +2h → user:hoa']);
    expect(look.next()).toBeNull();
  });
});

describe('after downtime', () => {
  it('each person has one alert per dossier: the gravest that is true; the missed ones are marked', () => {
    const look = watch(aDossier({ step: aStep('2026-03-02 08:00', '2026-03-05 10:00', 26) }), {
      rules: rulesOf(
        'dossier.near',
        'dossier.dueToday',
        'dossier.overdue',
        'step.near',
        'step.overdue',
      ),
    }).lookAt('2026-03-10 08:00');
    const toHoa = look
      .rows()
      .filter(({ key }) => key.recipient.kind === 'user' && key.recipient.userId === hoa);
    const told = toHoa.filter(({ hush }) => hush === null);
    expect(told.map(({ key }) => key.kind)).toEqual(['dossier.overdue']);
    expect(toHoa.length).toBeGreaterThan(6);
    expect(toHoa.every(({ hush }) => hush === null || hush === 'missedWhileDown')).toBe(true);
  });

  it('a missed warning that is still the gravest truth is told', () => {
    const look = watch(aDossier(), { rules: PROMISE }).lookAt('2026-03-07 08:00');
    expect(look.rows().map(({ key, hush }) => [key.threshold, hush])).toEqual([
      ['50%', 'missedWhileDown'],
      ['-3d', 'missedWhileDown'],
      ['-1d', null],
    ]);
  });

  it('an earlier but graver alert outweighs a later one', () => {
    const step = aStep('2026-03-02 08:00', '2026-03-05 10:00', 26);
    const look = watch(aDossier({ step }), { rules: rulesOf('dossier.near', 'step.overdue') });
    const rows = look.lookAt('2026-03-06 18:00').rows();
    const toHoa = rows.filter(({ level }) => level === 'officer');
    expect(toHoa.map(({ key, hush }) => [key.kind, hush])).toContainEqual(['step.overdue', null]);
    expect(
      toHoa.filter(({ key }) => key.kind === 'dossier.near').every(({ hush }) => hush !== null),
    ).toBe(true);
  });

  it('one who is told of nothing else is told, whatever others have missed', () => {
    const rows = watch(aDossier(), { rules: PROMISE }).lookAt('2026-03-10 10:00').rows();
    const toDirector = rows.filter(
      ({ key }) => key.recipient.kind === 'user' && key.recipient.userId === director,
    );
    expect(toDirector.map(({ hush }) => hush)).toEqual([null]);
  });
});

describe('rows are kept apart', () => {
  it('by subject: two dossiers of one officer do not share an alert', () => {
    const [one] = watch(aDossier(), { rules: rulesOf('dossier.overdue') })
      .lookAt('2026-03-09 17:00')
      .rows();
    const [other] = watch(aDossier({ id: 'dossier-2' as DossierId }), {
      rules: rulesOf('dossier.overdue'),
    })
      .lookAt('2026-03-09 17:00')
      .rows();
    expect(one?.key.subjectId).not.toBe(other?.key.subjectId);
  });
});

describe('the list filter Sắp đến hạn', () => {
  const first = (clock = aClock('2026-03-02 08:00', '2026-03-09 17:00')) =>
    local(firstNearAt(clock, '1.004884', DEFAULT_ALERT_RULES, NATIONAL_CALENDAR));

  it('begins with the first threshold, whichever of the rules it is', () => {
    expect(first()).toBe('2026-03-04 17:00');
    expect(first(aClock('2026-03-02 08:00', '2026-04-13 17:00'))).toBe('2026-03-23 13:15');
  });

  it('does not depend on whether the alert is switched off, but on the unit’s thresholds', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-09 17:00');
    const silent = rulesOf();
    expect(local(firstNearAt(clock, '1.004884', silent, NATIONAL_CALENDAR))).toBe(
      '2026-03-04 17:00',
    );
    const thresholds = [{ at: 'daysBefore', days: 2 }] as const;
    const overrides = [{ kind: 'dossier.near', procedureCode: '1.004884', thresholds }] as const;
    const rules = { ...DEFAULT_ALERT_RULES, overrides };
    expect(local(firstNearAt(clock, '1.004884', rules, NATIONAL_CALENDAR))).toBe(
      '2026-03-05 17:00',
    );
  });

  it('never begins where every threshold lies before the receipt', () => {
    const clock = aClock('2026-03-02 16:45', '2026-03-02 17:00', { allowance: null });
    expect(first(clock)).toBeNull();
  });

  it('of a promise already broken when it was made never begins', () => {
    const clock = aClock('2026-03-09 08:00', '2026-03-06 17:00', {
      allowance: { kind: 'workingDays', amount: 5 },
      since: mark('2026-03-09 08:00'),
    });
    expect(first(clock)).toBeNull();
    const look = watch(aDossier({ clock }), { rules: PROMISE }).lookAt('2026-03-09 08:00');
    expect(look.open()).toEqual([
      'dossier.overdue moment → user:head',
      'dossier.overdue moment → user:hoa',
    ]);
    expect(look.rows()[0]?.raisedAt).toBe(at('2026-03-09 08:00'));
  });
});
