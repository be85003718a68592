import { describe, expect, it } from '@jest/globals';
import {
  aClock,
  aDossier,
  binh,
  hoa,
  mark,
  rulesOf,
  watch,
} from '../../../test/support/alert-case.ts';
import { at } from '../../../test/support/moment.ts';
import { millis } from '../working-time/index.ts';
import { fromMark, type Countdown } from './countdown.ts';
import type { AlertKind } from './kind.ts';
import type { DossierSubject, Subject } from './subject.ts';

const raisedBy = (kind: AlertKind, subject: Subject, now: string): readonly string[] =>
  watch(subject, { rules: rulesOf(kind) })
    .lookAt(now)
    .raised();

const holdingBy = (by: typeof hoa | null): DossierSubject['holding'] => ({
  userId: hoa,
  departmentCode: 'tu-phap',
  since: mark('2026-03-02 09:15', 3, by),
});

const respond = (from: string, by: string): Countdown => ({
  ...fromMark(mark(from, 4)),
  dueAt: at(by),
  pausedFor: millis(0),
});

describe('a dossier new on somebody’s table', () => {
  it('is told to the officer it was given to', () => {
    expect(
      raisedBy('dossier.new', aDossier({ holding: holdingBy(binh) }), '2026-03-02 09:15'),
    ).toEqual(['2026-03-02 09:15 dossier.new moment → user:hoa']);
  });

  it('is not told to the officer who took it herself', () => {
    expect(
      raisedBy('dossier.new', aDossier({ holding: holdingBy(hoa) }), '2026-03-02 09:15'),
    ).toEqual([]);
  });

  it('is told to the desk of the department when no officer was named', () => {
    const holding = { userId: null, departmentCode: 'tu-phap', since: mark('2026-03-02 09:15', 3) };
    expect(raisedBy('dossier.new', aDossier({ holding }), '2026-03-02 09:15')).toEqual([
      '2026-03-02 09:15 dossier.new moment → desk:processing:tu-phap',
    ]);
  });

  it('is told to nobody while nobody has it', () => {
    expect(raisedBy('dossier.new', aDossier({ holding: null }), '2026-03-02 09:15')).toEqual([]);
  });
});

describe('a dossier received and not handed over', () => {
  const received = { state: 'received', received: mark('2026-03-02 10:00', 1) } as const;

  it('is told after two working hours, the lunch break left out', () => {
    expect(raisedBy('dossier.notForwarded', aDossier(received), '2026-03-02 13:29')).toEqual([]);
    expect(raisedBy('dossier.notForwarded', aDossier(received), '2026-03-02 13:30')).toEqual([
      '2026-03-02 13:30 dossier.notForwarded +2h → user:hoa',
    ]);
  });

  it('takes the place of the notice that it is new', () => {
    const rules = rulesOf('dossier.new', 'dossier.notForwarded');
    const look = watch(aDossier(received), { rules }).lookAt('2026-03-02 13:30');
    expect(look.open()).toEqual(['dossier.notForwarded +2h → user:hoa']);
  });

  it('is forgotten once it is in processing', () => {
    const look = watch(aDossier(received), { rules: rulesOf('dossier.notForwarded') });
    look.lookAt('2026-03-02 13:30').becomes(aDossier()).lookAt('2026-03-02 13:40');
    expect(look.open()).toEqual([]);
  });
});

describe('an online dossier waiting to be accepted', () => {
  const waiting = aDossier({
    state: 'submitted',
    submitted: mark('2026-03-02 08:00'),
    received: null,
    holding: null,
    clock: null,
    deskRole: 'reception',
  });

  it('is told to reception after four and eight working hours, and to a leader when eight have passed', () => {
    expect(raisedBy('intake.waiting', waiting, '2026-03-03 08:00')).toEqual([
      '2026-03-02 13:30 intake.waiting +4h → desk:reception:',
      '2026-03-03 08:00 intake.waiting +4h → user:director',
      '2026-03-03 08:00 intake.waiting +8h → desk:reception:',
    ]);
  });

  it('is waiting anew from the moment the intake supplement came', () => {
    const look = watch(waiting, { rules: rulesOf('intake.waiting') }).lookAt('2026-03-02 14:00');
    look.becomes({ ...waiting, submitted: mark('2026-03-05 08:00', 5) }).lookAt('2026-03-05 13:30');
    expect(look.raised()).toEqual(['2026-03-05 13:30 intake.waiting +4h → desk:reception:']);
    expect(look.closed()).toHaveLength(1);
  });

  it('is no longer waiting when accepted or asked for a supplement', () => {
    for (const state of ['received', 'awaitingIntakeSupplement'] as const) {
      expect(raisedBy('intake.waiting', { ...waiting, state }, '2026-03-03 08:00')).toEqual([]);
    }
  });
});

describe('supplements', () => {
  it('one proposed and not sent is told to reception', () => {
    const dossier = aDossier({ supplementProposed: mark('2026-03-03 10:00', 4, hoa) });
    expect(raisedBy('supplement.toSend', dossier, '2026-03-03 10:00')).toEqual([
      '2026-03-03 10:00 supplement.toSend moment → desk:reception:',
    ]);
  });

  it('one that arrived is told to the officer who waits for it, paused or not', () => {
    const dossier = aDossier({
      paused: true,
      clock: null,
      state: 'awaitingSupplement',
      supplementArrived: mark('2026-03-05 10:00', 6),
    });
    expect(raisedBy('supplement.arrived', dossier, '2026-03-05 10:00')).toEqual([
      '2026-03-05 10:00 supplement.arrived moment → user:hoa',
    ]);
  });

  it('the period to respond is told of three days and one day before its end, and at its end', () => {
    const dossier = aDossier({
      paused: true,
      clock: null,
      state: 'awaitingSupplement',
      supplementRespond: respond('2026-03-03 10:00', '2026-03-20 17:00'),
    });
    expect(raisedBy('supplement.ending', dossier, '2026-03-20 17:00')).toEqual([
      '2026-03-17 17:00 supplement.ending -3d → user:hoa',
      '2026-03-19 17:00 supplement.ending -1d → user:hoa',
      '2026-03-20 17:00 supplement.ending moment → user:hoa',
    ]);
  });

  it('a second round has a warning of its own', () => {
    const first = aDossier({ supplementRespond: respond('2026-03-03 10:00', '2026-03-06 17:00') });
    const look = watch(first, { rules: rulesOf('supplement.ending') }).lookAt('2026-03-05 17:00');
    const again = {
      ...respond('2026-03-10 10:00', '2026-03-13 17:00'),
      since: mark('2026-03-10 10:00', 9),
    };
    look.becomes(aDossier({ supplementRespond: again })).lookAt('2026-03-12 17:00');
    expect(look.rows().map(({ key }) => key.revision)).toEqual([9, 9]);
    expect(look.open()).toHaveLength(1);
  });
});

describe('a result ready and not collected', () => {
  it('is told to reception on the fifth working day after', () => {
    const dossier = aDossier({ state: 'resultReady', resultReady: mark('2026-03-05 10:00', 8) });
    expect(raisedBy('result.uncollected', dossier, '2026-03-12 09:59')).toEqual([]);
    expect(raisedBy('result.uncollected', dossier, '2026-03-12 10:00')).toEqual([
      '2026-03-12 10:00 result.uncollected +5d → desk:reception:',
    ]);
  });

  it('is nobody’s concern once handed over', () => {
    const dossier = aDossier({ state: 'returned', resultReady: mark('2026-03-05 10:00', 8) });
    expect(raisedBy('result.uncollected', dossier, '2026-03-20 10:00')).toEqual([]);
  });
});

describe('an apology owed', () => {
  const missing = (changes: Partial<DossierSubject>) =>
    raisedBy('apology.missing', aDossier(changes), '2026-03-12 10:00');
  const owed = [
    '2026-03-10 17:00 apology.missing +8h → user:head',
    '2026-03-10 17:00 apology.missing +8h → user:hoa',
  ];

  it('is missing a working day after the due moment of an open dossier', () => {
    expect(missing({})).toEqual(owed);
  });

  it('stays missing when the dossier finished late', () => {
    expect(missing({ state: 'returned', finishedLate: true })).toEqual(owed);
  });

  it('stays missing while a late dossier is paused', () => {
    expect(missing({ state: 'awaitingSupplement', paused: true })).toEqual(owed);
  });

  it('is not owed by a dossier that finished in time, nor after it was issued', () => {
    expect(missing({ state: 'returned' })).toEqual([]);
    expect(missing({ apologised: true })).toEqual([]);
  });
});

describe('an extension', () => {
  const clock = aClock('2026-03-02 08:00', '2026-03-13 17:00', {
    since: mark('2026-03-06 10:00', 5),
    extended: true,
  });

  it('about to end is told to holder and head two working days before', () => {
    expect(raisedBy('extension.ending', aDossier({ clock }), '2026-03-11 17:00')).toEqual([
      '2026-03-11 17:00 extension.ending -2d → user:head',
      '2026-03-11 17:00 extension.ending -2d → user:hoa',
    ]);
  });

  it('is not about to end when there is none, or the dossier is finished', () => {
    expect(raisedBy('extension.ending', aDossier(), '2026-03-12 17:00')).toEqual([]);
    expect(raisedBy('extension.ending', aDossier({ clock: null }), '2026-03-12 17:00')).toEqual([]);
    expect(
      raisedBy('extension.ending', aDossier({ clock, state: 'returned' }), '2026-03-12 17:00'),
    ).toEqual([]);
  });
});

describe('work still owed on a dossier', () => {
  it.each([
    ['digitisation.missing', 'reception'],
    ['eResult.missing', 'clerk'],
    ['archive.missing', 'clerk'],
  ] as const)('%s is told to the desk of the %s after a working day', (kind, role) => {
    const dossier = aDossier({
      state: 'returned',
      duties: [{ kind, since: mark('2026-03-05 10:00', 8) }],
    });
    expect(raisedBy(kind, dossier, '2026-03-06 10:00')).toEqual([
      `2026-03-06 10:00 ${kind} +8h → desk:${role}:`,
    ]);
    expect(raisedBy(kind, { ...dossier, duties: [] }, '2026-03-06 10:00')).toEqual([]);
  });
});

describe('what concerns the unit', () => {
  it('a source is stale four working hours after its last data', () => {
    const source = {
      kind: 'source',
      id: 'mot-cua-hai-phong',
      asOf: mark('2026-03-02 08:00'),
    } as const;
    const look = watch(source).lookAt('2026-03-02 08:00');
    expect(look.next()).toBe('2026-03-02 13:30');
    expect(look.lookAt('2026-03-02 13:30').raised()).toEqual([
      '2026-03-02 13:30 source.stale moment → desk:dataOfficer:',
    ]);
    look.becomes({ ...source, asOf: mark('2026-03-02 14:00', 2) }).lookAt('2026-03-02 14:00');
    expect(look.closed()).toEqual(['source.stale moment → desk:dataOfficer:: resolved']);
  });

  it('next year’s calendar is missing from 1 November, and again three weeks of working days later', () => {
    const calendar = { kind: 'calendar', id: '2027', year: 2027, lacking: true } as const;
    const look = watch(calendar).lookAt('2026-10-31 23:59');
    expect(look.raised()).toEqual([]);
    expect(look.next()).toBe('2026-11-01 00:00');
    expect(look.lookAt('2026-12-31 08:00').raised()).toEqual([
      '2026-11-01 00:00 calendar.missing moment → desk:admin:',
      '2026-11-30 00:00 calendar.missing +20d → desk:admin:',
    ]);
    look.becomes({ ...calendar, lacking: false }).lookAt('2026-12-31 09:00');
    expect(look.open()).toEqual([]);
    expect(look.next()).toBeNull();
  });

  it.each([
    ['delivery', 'delivery.failed', 'admin'],
    ['import', 'import.failed', 'dataOfficer'],
  ] as const)('a failed %s is told at once, until it is put right', (kind, alert, role) => {
    const look = watch({ kind, id: '7', failed: mark('2026-03-02 08:20') }).lookAt(
      '2026-03-02 08:20',
    );
    expect(look.raised()).toEqual([`2026-03-02 08:20 ${alert} moment → desk:${role}:`]);
    expect(look.becomes({ kind, id: '7', failed: null }).lookAt('2026-03-02 09:00').open()).toEqual(
      [],
    );
  });

  it('a report is announced when drafted and reminded of before and on its day', () => {
    const report = {
      kind: 'report',
      id: 'ii06b-2026-03',
      ready: mark('2026-03-15 00:00'),
      due: { ...respond('2026-03-15 00:00', '2026-03-18 17:00'), since: mark('2026-03-15 00:00') },
    } as const;
    expect(watch(report).lookAt('2026-03-18 17:00').raised()).toEqual([
      '2026-03-15 00:00 report.ready moment → desk:reporter:',
      '2026-03-16 17:00 report.due -2d → desk:reporter:',
      '2026-03-17 17:00 report.due -1d → desk:reporter:',
      '2026-03-18 17:00 report.due moment → desk:reporter:',
    ]);
    expect(
      watch({ ...report, due: null, ready: null })
        .lookAt('2026-03-18 17:00')
        .raised(),
    ).toEqual([]);
  });

  it('an officer named for a unit’s alert is told, and a rung of the holder means the administrator', () => {
    const rules = rulesOf('import.failed');
    const holder = { target: { kind: 'holder' }, afterMinutes: 0 } as const;
    const look = watch(
      { kind: 'import', id: '7', failed: mark('2026-03-02 08:20') },
      {
        rules: {
          ...rules,
          overrides: [...rules.overrides, { kind: 'import.failed', ladder: [holder] }],
        },
      },
    ).lookAt('2026-03-02 08:20');
    expect(look.raised()).toEqual(['2026-03-02 08:20 import.failed moment → desk:admin:']);
  });
});
