import { describe, expect, it } from '@jest/globals';
import { mark } from '../../../test/support/alert-case.ts';
import { act, given, receivedAt, type Act } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import {
  NATIONAL_CALENDAR,
  anIntake,
  anOffice,
  director,
  processing,
  reception,
} from '../../../test/support/office.ts';
import type { DossierId, UserId } from '../dossier/index.ts';
import { millis } from '../working-time/index.ts';
import { DEFAULT_ALERT_RULES, KIND_FACTS, dossierSubject, signalsDue } from './index.ts';
import type { AlertKind, DossierAlertKind, Subject, UnitAlertKind, UnitSubject } from './index.ts';

const RECEIVED = receivedAt('2026-03-02 09:00', reception);
const ASSIGNED = act('2026-03-02 10:00', director, 'assign', {
  userId: processing.id as UserId,
  departmentCode: 'tu-phap',
});
const PAPERS = { items: 'Bản chính', reason: 'Thiếu bản chính' };
const asked = act('2026-03-02 11:00', director, 'request-supplement', {
  ...{ ...PAPERS, respondBy: at('2026-03-12 17:00') },
});
const issued = (when: string): Act => act(when, director, 'issue-result', {});

/** What has to happen to a dossier, and the moment at which somebody is told of it under the first rules. */
const OF_DOSSIERS: Readonly<Record<DossierAlertKind, readonly [acts: readonly Act[], at: string]>> =
  {
    'dossier.new': [[RECEIVED, ASSIGNED], '2026-03-02 10:00'],
    'dossier.notForwarded': [[RECEIVED], '2026-03-02 11:00'],
    'dossier.near': [[RECEIVED, ASSIGNED], '2026-03-04 17:00'],
    'dossier.dueToday': [[RECEIVED, ASSIGNED], '2026-03-05 07:30'],
    'dossier.overdue': [[RECEIVED, ASSIGNED], '2026-03-05 17:00'],
    'intake.waiting': [
      [act('2026-03-02 09:00', reception, 'submit', { intake: anIntake() })],
      '2026-03-02 14:30',
    ],
    'step.near': [[RECEIVED, ASSIGNED], '2026-03-03 10:00'],
    'step.overdue': [[RECEIVED, ASSIGNED], '2026-03-04 10:00'],
    'supplement.toSend': [
      [RECEIVED, ASSIGNED, act('2026-03-02 11:00', processing, 'propose-supplement', PAPERS)],
      '2026-03-02 11:00',
    ],
    'supplement.arrived': [
      [RECEIVED, ASSIGNED, asked, act('2026-03-04 08:00', reception, 'receive-supplement', {})],
      '2026-03-04 08:00',
    ],
    'supplement.ending': [[RECEIVED, ASSIGNED, asked], '2026-03-09 17:00'],
    'result.uncollected': [[RECEIVED, issued('2026-03-03 09:00')], '2026-03-10 09:00'],
    'apology.missing': [[RECEIVED, issued('2026-03-06 09:00')], '2026-03-06 17:00'],
    'extension.ending': [
      [
        RECEIVED,
        act('2026-03-04 09:00', director, 'extend', {
          ...{ dueAt: at('2026-03-12 17:00'), reason: 'Chờ xác minh' },
        }),
      ],
      '2026-03-10 17:00',
    ],
    'digitisation.missing': [[RECEIVED, issued('2026-03-03 09:00')], '2026-03-04 09:00'],
    'eResult.missing': [[RECEIVED, issued('2026-03-03 09:00')], '2026-03-04 09:00'],
    'archive.missing': [[RECEIVED, issued('2026-03-03 09:00')], '2026-03-04 09:00'],
  };

const AT = '2026-03-02 08:00';
const until = (dueAt: string) => ({
  ...{ startedAt: at(AT), dueAt: at(dueAt), pausedFor: millis(0), since: mark(AT) },
});

/** What has to be the matter with a unit; `unit-matters` of the sweep finds it in the rows. */
const OF_UNITS: Readonly<Record<UnitAlertKind, readonly [subject: UnitSubject, at: string]>> = {
  'source.stale': [{ kind: 'source', id: 'mot-cua', asOf: mark(AT) }, '2026-03-02 13:30'],
  'calendar.missing': [
    { kind: 'calendar', id: '2027', year: 2027, lacking: true },
    '2026-11-01 00:00',
  ],
  'delivery.failed': [{ kind: 'delivery', id: 'email/2026-03-02', failed: mark(AT) }, AT],
  'import.failed': [{ kind: 'import', id: '7', failed: mark(AT) }, AT],
  'report.due': [
    { kind: 'report', id: 'ii06b', ready: null, due: until('2026-03-18 17:00') },
    '2026-03-16 17:00',
  ],
  'report.ready': [{ kind: 'report', id: 'ii06b', ready: mark(AT), due: null }, AT],
  'feedback.near': [
    { kind: 'feedback', id: '2026-03-02/conduct/7', due: until('2026-03-18 17:00') },
    '2026-03-13 17:00',
  ],
  'feedback.overdue': [
    { kind: 'feedback', id: '2026-03-02/conduct/7', due: until('2026-03-18 17:00') },
    '2026-03-18 17:00',
  ],
};

const toldOf = (subject: Subject, moment: string): ReadonlySet<AlertKind> => {
  const { raise } = signalsDue({
    ...{ subject, rules: DEFAULT_ALERT_RULES, calendar: NATIONAL_CALENDAR, raised: [] },
    ...{ people: { colleagues: [], absences: [] }, now: at(moment) },
  });
  return new Set(raise.map(({ key }) => key.kind));
};

const before = (moment: string): string => {
  const [day = '', time = ''] = moment.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 0 && minute === 0) return '2026-10-31 23:59';
  const earlier = hour * 60 + minute - 1;
  const two = (count: number) => String(count).padStart(2, '0');
  return `${day} ${two(Math.floor(earlier / 60))}:${two(earlier % 60)}`;
};

describe('every kind of alert there is', () => {
  it('has something that happens to a dossier or a unit', () => {
    const found = [...Object.keys(OF_DOSSIERS), ...Object.keys(OF_UNITS)];
    expect(found.toSorted()).toEqual(Object.keys(KIND_FACTS).toSorted());
  });

  it.each(Object.entries(OF_DOSSIERS))(
    '%s comes of a life led by commands, at its moment and not a minute sooner',
    (kind, [acts, moment]) => {
      const state = given(...acts).state();
      const seen = (now: string) => {
        const office = anOffice({ now: at(now) });
        const subject = dossierSubject(state, office, { id: 'one' as DossierId, source: null });
        return toldOf(subject, now);
      };
      expect([...seen(moment)]).toContain(kind);
      expect([...seen(before(moment))]).not.toContain(kind);
    },
  );

  it.each(Object.entries(OF_UNITS))(
    '%s comes of how its unit stands',
    (kind, [subject, moment]) => {
      expect([...toldOf(subject, moment)]).toContain(kind);
      expect([...toldOf(subject, before(moment))]).not.toContain(kind);
    },
  );
});
