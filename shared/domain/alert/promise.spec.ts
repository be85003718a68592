import { describe, expect, it } from '@jest/globals';
import { aClock, aDossier, aStep, mark, rulesOf, watch } from '../../../test/support/alert-case.ts';
import { millis } from '../working-time/index.ts';

const PROMISE = rulesOf('dossier.near', 'dossier.dueToday', 'dossier.overdue');
const NEAR = rulesOf('dossier.near');

describe('a dossier of five working days, due Monday 09/03 at 17:00', () => {
  const dossier = aDossier();

  it('is told of half-way, three days and one day before, each at its own moment', () => {
    const look = watch(dossier, { rules: NEAR }).lookAt('2026-03-06 18:00');
    expect(look.raised()).toEqual([
      '2026-03-04 17:00 dossier.near -3d → user:hoa',
      '2026-03-05 07:45 dossier.near 50% → user:hoa',
      '2026-03-06 17:00 dossier.near -1d → user:hoa',
    ]);
  });

  it('is due today when the office opens on the due day', () => {
    const look = watch(dossier, { rules: rulesOf('dossier.dueToday') });
    expect(look.lookAt('2026-03-09 07:29').raised()).toEqual([]);
    expect(look.next()).toBe('2026-03-09 07:30');
    expect(look.lookAt('2026-03-09 07:30').raised()).toEqual([
      '2026-03-09 07:30 dossier.dueToday day → user:hoa',
    ]);
  });

  it('is overdue at the due moment, not a minute before, and both holder and head know at once', () => {
    const look = watch(dossier, { rules: rulesOf('dossier.overdue') });
    expect(look.lookAt('2026-03-09 16:59').raised()).toEqual([]);
    expect(look.lookAt('2026-03-09 17:00').raised()).toEqual([
      '2026-03-09 17:00 dossier.overdue moment → user:head',
      '2026-03-09 17:00 dossier.overdue moment → user:hoa',
    ]);
    expect(look.rows()).toMatchObject([
      { severity: 'late', level: 'officer', reason: 'holder', status: 'open', hush: null },
      { severity: 'late', level: 'head', reason: 'head', status: 'open', hush: null },
    ]);
  });

  it('is stamped with the due moment, not with the moment of a late look', () => {
    const look = watch(dossier, { rules: rulesOf('dossier.overdue') }).lookAt('2026-03-09 17:43');
    expect(look.raised()[0]).toMatch(/^2026-03-09 17:00/);
  });

  it('shows each person only the gravest alert of the promise', () => {
    const look = watch(dossier, { rules: PROMISE });
    expect(look.lookAt('2026-03-04 17:00').open()).toEqual(['dossier.near -3d → user:hoa']);
    expect(look.lookAt('2026-03-05 07:45').open()).toEqual(['dossier.near 50% → user:hoa']);
    expect(look.closed()).toEqual(['dossier.near -3d → user:hoa: superseded']);
    expect(look.lookAt('2026-03-09 17:00').open()).toEqual([
      'dossier.overdue moment → user:head',
      'dossier.overdue moment → user:hoa',
    ]);
  });

  it('says nothing more once the result is issued', () => {
    const look = watch(dossier, { rules: PROMISE }).lookAt('2026-03-09 08:00');
    look.becomes(aDossier({ state: 'resultReady' })).lookAt('2026-03-09 10:00');
    expect(look.closed()).toEqual(['dossier.dueToday day → user:hoa: resolved']);
    expect(look.open()).toEqual([]);
    expect(look.next()).toBeNull();
  });

  it('says nothing twice', () => {
    const look = watch(dossier).lookAt('2026-03-09 17:00').lookAt('2026-03-09 17:00');
    expect(look.raised()).toEqual([]);
    expect(look.closed()).toEqual([]);
    expect(look.reopened()).toEqual([]);
  });
});

describe('thresholds by allowance class', () => {
  it('a dossier of two days is told of one working day and four hours before', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-04 17:00', {
      allowance: { kind: 'workingDays', amount: 2 },
    });
    expect(watch(aDossier({ clock }), { rules: NEAR }).lookAt('2026-03-04 16:00').raised()).toEqual(
      [
        '2026-03-03 17:00 dossier.near -1d → user:hoa',
        '2026-03-04 11:30 dossier.near -4h → user:hoa',
      ],
    );
  });

  it('a dossier of a few hours is told of two hours and half an hour before', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-02 15:00', {
      allowance: { kind: 'workingHours', amount: 5 },
    });
    expect(watch(aDossier({ clock }), { rules: NEAR }).lookAt('2026-03-02 14:45').raised()).toEqual(
      [
        '2026-03-02 11:30 dossier.near -2h → user:hoa',
        '2026-03-02 14:30 dossier.near -30m → user:hoa',
      ],
    );
  });

  it('a due moment that only the source knows is classed by the working days it leaves', () => {
    const declared = (dueAt: string) =>
      aDossier({ clock: aClock('2026-03-02 08:00', dueAt, { allowance: null }) });
    const thresholds = (dueAt: string) =>
      watch(declared(dueAt), { rules: NEAR })
        .lookAt(dueAt)
        .rows()
        .map(({ key }) => key.threshold);
    expect(thresholds('2026-03-02 17:00')).toEqual(['-2h', '-30m']);
    expect(thresholds('2026-03-05 17:00')).toEqual(['-1d', '-4h']);
    expect(thresholds('2026-03-06 17:00')).toEqual(['50%', '-3d', '-1d']);
  });

  it('a threshold at or before the receipt is no threshold', () => {
    const clock = aClock('2026-03-02 15:00', '2026-03-02 17:00', {
      allowance: { kind: 'workingHours', amount: 2 },
    });
    const look = watch(aDossier({ clock }), { rules: NEAR }).lookAt('2026-03-02 15:00');
    expect(look.raised()).toEqual([]);
    expect(look.next()).toBe('2026-03-02 16:30');
  });

  it('half-way leaves out the time in which the clock stood still', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-16 17:00', {
      pausedFor: millis(40 * 3_600_000),
    });
    const half = watch(aDossier({ clock }), { rules: NEAR })
      .lookAt('2026-03-16 17:00')
      .raised()
      .find((row) => row.includes('50%'));
    expect(half).toBe('2026-03-12 07:45 dossier.near 50% → user:hoa');
  });

  it('thresholds that fall together are one alert to read', () => {
    const clock = aClock('2026-03-02 07:30', '2026-03-09 17:00', {
      allowance: { kind: 'workingDays', amount: 6 },
    });
    const look = watch(aDossier({ clock }), { rules: NEAR }).lookAt('2026-03-04 17:00');
    expect(look.raised()).toHaveLength(2);
    expect(look.open()).toHaveLength(1);
    expect(look.rows().map(({ hush }) => hush)).toEqual([null, null]);
  });
});

describe('a new due moment', () => {
  it('is a new promise: its alerts are raised again under its revision', () => {
    const look = watch(aDossier(), { rules: NEAR }).lookAt('2026-03-06 17:00');
    const clock = aClock('2026-03-02 08:00', '2026-03-16 17:00', {
      since: mark('2026-03-09 09:00', 7),
      extended: true,
    });
    look.becomes(aDossier({ clock })).lookAt('2026-03-11 17:00');
    expect(look.rows().map(({ key }) => [key.threshold, key.revision])).toEqual([
      ['50%', 7],
      ['-3d', 7],
    ]);
    expect(look.open()).toEqual(['dossier.near -3d → user:hoa']);
    expect(look.closed()).toEqual(['dossier.near -1d → user:hoa: resolved']);
  });

  it('never claims to have been near before it was known', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-12 17:00', {
      since: mark('2026-03-12 10:00', 9),
    });
    const look = watch(aDossier({ clock }), { rules: NEAR }).lookAt('2026-03-12 10:00');
    expect(look.open()).toEqual(['dossier.near -1d → user:hoa']);
    expect(look.raised().every((row) => row.startsWith('2026-03-12 10:00'))).toBe(true);
    expect(look.rows().map(({ hush }) => hush)).toEqual([null, null, null]);
  });

  it('at midnight belongs to the day that ends there', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-10 00:00');
    const look = watch(aDossier({ clock }), { rules: rulesOf('dossier.dueToday') });
    expect(look.lookAt('2026-03-02 08:00').next()).toBe('2026-03-09 07:30');
  });

  it('on the day of receipt is not announced as due today', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-02 15:00', {
      allowance: { kind: 'workingHours', amount: 6 },
    });
    const look = watch(aDossier({ clock }), { rules: rulesOf('dossier.dueToday') });
    expect(look.lookAt('2026-03-02 12:00').raised()).toEqual([]);
  });
});

describe('the clock of a step', () => {
  const STEPS = rulesOf('step.near', 'step.overdue');

  it('warns by the class of the step, not of the dossier', () => {
    const step = aStep('2026-03-02 08:00', '2026-03-02 14:30', 5);
    const look = watch(aDossier({ step }), { rules: STEPS }).lookAt('2026-03-02 14:30');
    expect(look.raised()).toEqual([
      '2026-03-02 11:00 step.near -2h → user:hoa',
      '2026-03-02 14:00 step.near -30m → user:hoa',
      '2026-03-02 14:30 step.overdue moment → user:head',
      '2026-03-02 14:30 step.overdue moment → user:hoa',
    ]);
    expect(look.open()).toEqual([
      'step.overdue moment → user:head',
      'step.overdue moment → user:hoa',
    ]);
  });

  it('the next step has alerts of its own', () => {
    const look = watch(aDossier({ step: aStep('2026-03-02 08:00', '2026-03-02 14:30', 5) }), {
      rules: rulesOf('step.overdue'),
    }).lookAt('2026-03-02 14:30');
    const next = aStep('2026-03-02 15:00', '2026-03-03 09:00', 3, 5);
    look.becomes(aDossier({ step: next })).lookAt('2026-03-03 09:00');
    expect(look.raised()).toHaveLength(2);
    expect(look.closed()).toHaveLength(2);
  });

  it('gives way to the dossier where both run out together', () => {
    const step = aStep('2026-03-09 08:00', '2026-03-09 17:00', 7.5);
    const rules = rulesOf('step.near', 'step.overdue', 'dossier.near', 'dossier.overdue');
    const look = watch(aDossier({ step }), { rules }).lookAt('2026-03-09 16:45');
    expect(look.open()).toEqual(['dossier.near -1d → user:hoa', 'step.near -30m → user:hoa']);
    look.lookAt('2026-03-09 17:00');
    expect(look.open()).toEqual([
      'dossier.overdue moment → user:head',
      'dossier.overdue moment → user:hoa',
    ]);
  });

  it('clipped to the due moment of the dossier says nothing of its own', () => {
    const clock = aClock('2026-03-02 08:00', '2026-03-04 17:00', {
      allowance: { kind: 'workingDays', amount: 2 },
    });
    const step = aStep('2026-03-02 08:00', '2026-03-04 17:00', 23);
    const rules = rulesOf('step.near', 'dossier.near');
    const look = watch(aDossier({ clock, step }), { rules }).lookAt('2026-03-03 17:00');
    expect(look.raised()).toHaveLength(2);
    expect(look.open()).toEqual(['dossier.near -1d → user:hoa']);
  });

  it('begun when the dossier was overdue already is not told as well', () => {
    const rules = rulesOf('step.near', 'step.overdue', 'dossier.overdue');
    const look = watch(aDossier(), { rules }).lookAt('2026-03-10 08:00');
    const step = aStep('2026-03-10 09:00', '2026-03-09 17:00', 8, 9);
    look.becomes(aDossier({ step })).lookAt('2026-03-10 09:00');
    expect(look.rows().map(({ key, status }) => [key.kind, status])).toEqual([
      ['step.overdue', 'superseded'],
      ['step.overdue', 'superseded'],
    ]);
    expect(look.open()).toEqual([
      'dossier.overdue moment → user:head',
      'dossier.overdue moment → user:hoa',
    ]);
  });

  it('that ends before the dossier keeps its own warning', () => {
    const step = aStep('2026-03-04 08:00', '2026-03-06 10:00', 18);
    const look = watch(aDossier({ step }), { rules: rulesOf('step.near', 'dossier.near') });
    expect(look.lookAt('2026-03-05 10:00').open()).toEqual([
      'dossier.near 50% → user:hoa',
      'step.near -1d → user:hoa',
    ]);
    expect(look.lookAt('2026-03-06 17:00').open()).toEqual([
      'dossier.near -1d → user:hoa',
      'step.near -4h → user:hoa',
    ]);
  });

  it('that ran out before stays beside a dossier that is only near', () => {
    const step = aStep('2026-03-06 08:00', '2026-03-06 15:00', 6);
    const rules = rulesOf('step.overdue', 'dossier.near');
    const look = watch(aDossier({ step }), { rules }).lookAt('2026-03-06 15:00');
    look.lookAt('2026-03-06 17:00');
    expect(look.open()).toContain('dossier.near -1d → user:hoa');
    expect(look.open()).toContain('step.overdue moment → user:hoa');
  });
});
