import { describe, expect, it } from '@jest/globals';
import {
  EVERYBODY,
  aDossier,
  away,
  binh,
  colleague,
  director,
  head,
  hoa,
  mark,
  rulesOf,
  viceChair,
  watch,
  withPeople,
} from '../../../test/support/alert-case.ts';
import { at } from '../../../test/support/moment.ts';
import type { UserId } from '../dossier/index.ts';
import type { AlertRules } from './rule.ts';

const OVERDUE = rulesOf('dossier.overdue');
const overdueAt = '2026-03-09 17:00';

/** Who is told at which moment of the dossier due Monday at 17:00, when nobody acknowledges. */
const told = (...given: Parameters<typeof watch>): readonly string[] =>
  watch(given[0], { rules: OVERDUE, ...given[1] })
    .lookAt('2026-03-11 17:00')
    .raised()
    .map((row) => row.replace('dossier.overdue moment → ', ''));

describe('the ladder of an overdue dossier', () => {
  it('climbs to the director after two and to the vice-chairman after four working hours', () => {
    expect(told(aDossier())).toEqual([
      '2026-03-09 17:00 user:head',
      '2026-03-09 17:00 user:hoa',
      '2026-03-10 09:30 user:director',
      '2026-03-10 11:30 user:viceChair',
    ]);
  });

  it('tells the next moment to look after every rung', () => {
    const look = watch(aDossier(), { rules: OVERDUE });
    expect(look.lookAt(overdueAt).next()).toBe('2026-03-10 09:30');
    expect(look.lookAt('2026-03-10 09:30').next()).toBe('2026-03-10 11:30');
    expect(look.lookAt('2026-03-10 11:30').next()).toBeNull();
  });

  it('stops where somebody has acknowledged in time', () => {
    const look = watch(aDossier(), { rules: OVERDUE }).lookAt(overdueAt);
    look.person('dossier.overdue', {
      status: 'acknowledged',
      acknowledgedAt: at('2026-03-10 09:00'),
    });
    expect(look.lookAt('2026-03-11 17:00').raised()).toEqual([]);
    expect(look.next()).toBeNull();
    expect(look.closed()).toEqual([]);
  });

  it('does not forget a rung climbed before the acknowledgement', () => {
    const look = watch(aDossier(), { rules: OVERDUE }).lookAt(overdueAt);
    look.person('dossier.overdue', {
      status: 'acknowledged',
      acknowledgedAt: at('2026-03-10 10:00'),
    });
    expect(look.lookAt('2026-03-11 17:00').raised()).toEqual([
      '2026-03-10 09:30 dossier.overdue moment → user:director',
    ]);
  });

  it('stops at the first of several acknowledgements', () => {
    const look = watch(aDossier(), { rules: OVERDUE }).lookAt('2026-03-10 09:30');
    look.person('dossier.overdue', {
      status: 'acknowledged',
      acknowledgedAt: at('2026-03-10 10:00'),
    });
    expect(look.lookAt('2026-03-10 11:30').raised()).toEqual([]);
  });

  it('an acknowledgement of the very moment comes too late for that rung', () => {
    const look = watch(aDossier(), { rules: OVERDUE }).lookAt('2026-03-10 09:30');
    look.person('dossier.overdue', {
      status: 'acknowledged',
      acknowledgedAt: at('2026-03-10 09:30'),
    });
    expect(look.lookAt('2026-03-10 11:30').closed()).toEqual([]);
    expect(look.raised()).toEqual([]);
  });

  it('does not take the acknowledgement of another alert for its own', () => {
    const rules = rulesOf('dossier.overdue', 'dossier.dueToday');
    const look = watch(aDossier(), { rules }).lookAt('2026-03-09 08:00');
    look.person('dossier.dueToday', {
      status: 'acknowledged',
      acknowledgedAt: at('2026-03-09 08:00'),
    });
    expect(look.lookAt('2026-03-10 09:30').raised()).toHaveLength(3);
  });

  it('a snooze silences nobody else', () => {
    const look = watch(aDossier(), { rules: OVERDUE }).lookAt(overdueAt);
    look.person('dossier.overdue', { status: 'snoozed', snoozedUntil: at('2026-03-10 14:00') });
    expect(look.lookAt('2026-03-10 09:30').raised()).toHaveLength(1);
    expect(look.lookAt('2026-03-10 11:30').next()).toBe('2026-03-10 14:00');
    expect(look.reopened()).toEqual([]);
    expect(look.lookAt('2026-03-10 14:00').reopened()).toEqual([
      'dossier.overdue moment',
      'dossier.overdue moment',
    ]);
  });
});

describe('who fills a rung', () => {
  it('without a head the director is told at the due moment, and only once', () => {
    const people = withPeople(EVERYBODY.filter(({ userId }) => userId !== head));
    expect(told(aDossier(), people)).toEqual([
      '2026-03-09 17:00 user:director',
      '2026-03-09 17:00 user:hoa',
      '2026-03-10 11:30 user:viceChair',
    ]);
  });

  it('the head of another department is no head', () => {
    const people = withPeople([
      colleague(head, 'head', 'van-hoa'),
      ...EVERYBODY.filter(({ userId }) => userId !== head),
    ]);
    expect(told(aDossier(), people)).toContain('2026-03-09 17:00 user:director');
    expect(told(aDossier(), people)).not.toContain('2026-03-09 17:00 user:head');
  });

  it('a dossier of no department goes to the director', () => {
    const holding = { userId: hoa, departmentCode: null, since: mark('2026-03-02 08:00') };
    expect(told(aDossier({ holding }))).toContain('2026-03-09 17:00 user:director');
  });

  it('nobody is set to watch over himself: a head who holds it is watched by the director', () => {
    const holding = { userId: head, departmentCode: 'tu-phap', since: mark('2026-03-02 08:00') };
    expect(told(aDossier({ holding }))).toEqual([
      '2026-03-09 17:00 user:director',
      '2026-03-09 17:00 user:head',
      '2026-03-10 11:30 user:viceChair',
    ]);
  });

  it('a vice-chairman who holds it is told as its holder and by no rung above', () => {
    const holding = {
      userId: viceChair,
      departmentCode: 'tu-phap',
      since: mark('2026-03-02 08:00'),
    };
    expect(told(aDossier({ holding }))).toEqual([
      '2026-03-09 17:00 user:head',
      '2026-03-09 17:00 user:viceChair',
      '2026-03-10 09:30 user:director',
    ]);
  });

  it('where no leader is known the row waits on the desk of the level', () => {
    expect(told(aDossier(), withPeople([colleague(hoa, 'processing', 'tu-phap')]))).toEqual([
      '2026-03-09 17:00 desk:head:',
      '2026-03-09 17:00 user:hoa',
      '2026-03-10 09:30 desk:director:',
      '2026-03-10 11:30 desk:viceChair:',
    ]);
  });

  it('a dossier nobody holds lies on the desk of its department and is still watched', () => {
    const holding = { userId: null, departmentCode: 'tu-phap', since: mark('2026-03-02 08:00') };
    expect(told(aDossier({ holding })).slice(0, 2)).toEqual([
      '2026-03-09 17:00 desk:processing:tu-phap',
      '2026-03-09 17:00 user:head',
    ]);
    expect(told(aDossier({ holding: null }))[0]).toBe('2026-03-09 17:00 desk:processing:');
  });

  it('rungs are editable: a named officer, a role, another wait', () => {
    const rules: AlertRules = {
      ...OVERDUE,
      overrides: [
        {
          kind: 'dossier.overdue',
          ladder: [
            { target: { kind: 'user', userId: binh }, afterMinutes: 0 },
            { target: { kind: 'role', role: 'reporter' }, afterMinutes: 90 },
          ],
        },
        ...OVERDUE.overrides,
      ],
    };
    const look = watch(aDossier(), { rules }).lookAt('2026-03-11 17:00');
    expect(look.raised()).toEqual([
      '2026-03-09 17:00 dossier.overdue moment → user:binh',
      '2026-03-10 09:00 dossier.overdue moment → desk:reporter:',
    ]);
    expect(look.rows()).toMatchObject([
      { level: 'officer', reason: 'named' },
      { level: 'officer', reason: 'desk' },
    ]);
  });
});

describe('somebody away', () => {
  const [from, to] = ['2026-03-09 00:00', '2026-03-14 00:00'] as const;

  it('is stood in for by the substitute, who learns for whom', () => {
    const people = withPeople(EVERYBODY, away(hoa, from, to, binh));
    const look = watch(aDossier(), { rules: OVERDUE, ...people }).lookAt(overdueAt);
    expect(look.rows()).toMatchObject([
      { key: { recipient: { userId: binh } }, reason: 'holder', standsInFor: hoa },
      { key: { recipient: { userId: head } }, standsInFor: null },
    ]);
  });

  it('is stood in for by the substitute of the substitute', () => {
    const third = 'dung' as UserId;
    const people = withPeople(EVERYBODY, away(hoa, from, to, binh), away(binh, from, to, third));
    expect(told(aDossier(), people)).toContain('2026-03-09 17:00 user:dung');
  });

  it('is not away before the absence begins nor from the moment it ends', () => {
    const before = withPeople(EVERYBODY, away(hoa, '2026-03-09 17:01', to, binh));
    const after = withPeople(EVERYBODY, away(hoa, '2026-03-02 00:00', overdueAt, binh));
    expect(told(aDossier(), before)).toContain('2026-03-09 17:00 user:hoa');
    expect(told(aDossier(), after)).toContain('2026-03-09 17:00 user:hoa');
    const begins = withPeople(EVERYBODY, away(hoa, overdueAt, to, binh));
    expect(told(aDossier(), begins)).toContain('2026-03-09 17:00 user:binh');
  });

  it('without a substitute is spoken for by the head', () => {
    const people = withPeople(EVERYBODY, away(hoa, from, to));
    const near = watch(aDossier(), { rules: rulesOf('dossier.dueToday'), ...people });
    expect(near.lookAt('2026-03-09 08:00').raised()).toEqual([
      '2026-03-09 07:30 dossier.dueToday day → user:head',
    ]);
  });

  it('with substitutes that stand in for each other is spoken for by the head', () => {
    const people = withPeople(EVERYBODY, away(hoa, from, to, binh), away(binh, from, to, hoa));
    expect(told(aDossier(), people)[0]).toBe('2026-03-09 17:00 user:head');
  });

  it('with no leader to speak for her finds the alert on her return', () => {
    const people = withPeople([colleague(hoa, 'processing', 'tu-phap')], away(hoa, from, to));
    expect(told(aDossier(), people)).toContain('2026-03-09 17:00 user:hoa');
  });

  it('as head has a substitute told as head, or the director told instead', () => {
    const replaced = withPeople(EVERYBODY, away(head, from, to, binh));
    const look = watch(aDossier(), { rules: OVERDUE, ...replaced }).lookAt(overdueAt);
    expect(look.rows()[1]).toMatchObject({
      key: { recipient: { userId: binh } },
      level: 'head',
      standsInFor: head,
    });
    const vacant = withPeople(EVERYBODY, away(head, from, to));
    expect(told(aDossier(), vacant)).toContain('2026-03-09 17:00 user:director');
  });

  it('as head is not replaced by the very officer the alert is about', () => {
    const people = withPeople(EVERYBODY, away(head, from, to, hoa));
    expect(told(aDossier(), people)).toContain('2026-03-09 17:00 user:director');
    const both = withPeople(EVERYBODY, away(hoa, from, to, binh), away(head, from, to, binh));
    expect(told(aDossier(), both)).toContain('2026-03-09 17:00 user:director');
  });
});

describe('a dossier that changes hands', () => {
  it('tells the new holder once, at the moment of taking over, and leaves the old one in peace', () => {
    const look = watch(aDossier(), { rules: rulesOf('dossier.near') }).lookAt('2026-03-05 08:00');
    const holding = { userId: binh, departmentCode: 'tu-phap', since: mark('2026-03-05 09:00', 4) };
    look.becomes(aDossier({ holding })).lookAt('2026-03-05 09:00');
    expect(look.open()).toEqual(['dossier.near 50% → user:binh']);
    expect(look.closed()).toEqual(['dossier.near 50% → user:hoa: resolved']);
    expect(look.raised().every((row) => row.startsWith('2026-03-05 09:00'))).toBe(true);
  });

  it('and comes back finds its alert open again, not raised anew', () => {
    const look = watch(aDossier(), { rules: rulesOf('dossier.near') }).lookAt('2026-03-05 08:00');
    const holding = { userId: binh, departmentCode: 'tu-phap', since: mark('2026-03-05 09:00', 4) };
    look.becomes(aDossier({ holding })).lookAt('2026-03-05 09:00');
    look.becomes(aDossier()).lookAt('2026-03-05 10:00');
    expect(look.raised()).toEqual([]);
    expect(look.reopened()).toEqual(['dossier.near 50%']);
    expect(look.open()).toEqual(['dossier.near 50% → user:hoa']);
  });

  it('told to the director as head of nobody, the level says so', () => {
    const people = withPeople([colleague(director, 'director')]);
    const look = watch(aDossier(), { rules: OVERDUE, ...people }).lookAt(overdueAt);
    expect(look.rows()[1]).toMatchObject({ level: 'director', reason: 'director' });
  });
});
