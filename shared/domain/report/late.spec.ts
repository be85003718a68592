import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import type { Span } from '../dossier/index.ts';
import { instant } from '../working-time/index.ts';
import { lateTaleOf, type LateQuestion } from './late.ts';
import { DEFAULT_LATENESS } from './lateness.ts';
import type { ReportedDossier } from './reported-dossier.ts';

const HOUR = 3_600_000;
const DUE = at('2026-03-03 12:00');

const span = (from: string, to: string | null, told: Partial<Span>): Span => ({
  ...{ from: at(from), to: to === null ? null : at(to), state: 'processing', stepKey: null },
  ...{ holder: null, dueAt: DUE, beforeExtensionAt: DUE, paused: [] },
  ...told,
});

/** As if the office were open round the clock: what is measured is who had it, not the calendar. */
const question: LateQuestion = {
  ...{ end: at('2026-03-15 00:00'), now: at('2026-03-20 00:00'), rules: DEFAULT_LATENESS },
  workedBetween: (from, to) => to - from,
};

const SPANS: readonly Span[] = [
  span('2026-03-03 06:00', '2026-03-03 08:00', { state: 'submitted' }),
  span('2026-03-03 08:00', '2026-03-03 09:00', {
    state: 'received',
    holder: { departmentCode: 'mc' },
  }),
  span('2026-03-03 09:00', '2026-03-03 10:00', { stepKey: 'xl', holder: { departmentCode: 'tp' } }),
  span('2026-03-03 10:00', '2026-03-03 14:00', {
    ...{ stepKey: 'xl', holder: { departmentCode: 'tp' } },
    dueAt: at('2026-03-03 18:00'),
  }),
  span('2026-03-03 14:00', null, { stepKey: 'xl', holder: { agency: 'so-noi-vu' } }),
];

const dossier = (told: Partial<ReportedDossier> = {}): ReportedDossier =>
  ({
    ...{ id: 'hs', unit: 'xa', leftOut: null, receivedAt: at('2026-03-03 08:00'), finish: null },
    ...{ dueKnownFrom: at('2026-03-03 08:00'), spans: SPANS, stays: [], facts: {} },
    ...told,
  }) as ReportedDossier;

describe('the late list', () => {
  it('tells hand by hand who had a dossier, and how much of it after the due moment', () => {
    const finish = {
      ...{ at: at('2026-03-03 15:00'), outcome: 'issued' as const },
      ...{ dueAt: DUE, beforeExtensionAt: DUE },
    };
    const tale = lateTaleOf(dossier({ finish }), question);
    expect(tale?.column).toBe('resolvedLate');
    expect(tale?.workedLate).toBe(3 * HOUR);
    expect(
      tale?.stretches.map(({ holder, worked, workedLate }) => [
        ...[holder?.departmentCode ?? holder?.agency, worked / HOUR, workedLate / HOUR],
      ]),
    ).toEqual([
      ['mc', 1, 0],
      ['tp', 5, 2],
      ['so-noi-vu', 1, 1],
    ]);
  });

  it('leaves out the time before the receipt: nobody here had it', () => {
    expect(lateTaleOf(dossier(), question)?.stretches[0]?.from).toBe(at('2026-03-03 08:00'));
  });

  it('counts what is still open up to the end of the period, and no further than now', () => {
    expect(lateTaleOf(dossier(), question)?.until).toBe(question.end);
    const early = { ...question, now: at('2026-03-04 00:00') };
    expect(lateTaleOf(dossier(), early)?.until).toBe(early.now);
  });

  it('counts nothing as late time of what will be late only before the period ends', () => {
    const early = { ...question, now: at('2026-03-03 11:00') };
    expect(lateTaleOf(dossier(), early)).toMatchObject({ column: 'pendingLate', workedLate: 0 });
  });

  it('has no dossier that is in time', () => {
    const rules = { ...DEFAULT_LATENESS, lateAgainst: 'current' as const };
    const spans = [span('2026-03-03 08:00', null, { dueAt: instant(question.end + HOUR) })];
    expect(lateTaleOf(dossier({ spans }), { ...question, rules })).toBeNull();
  });
});
