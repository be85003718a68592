import { describe, expect, it } from '@jest/globals';
import {
  NATIONAL_DAYS,
  compileCalendar,
  formatInstant,
  mergeLayers,
  type SpecialDay,
} from '#domain/working-time';
import { act, given, receivedAt, type Act } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import {
  aUnit,
  anIntake,
  anOffice,
  director,
  processing,
  reception,
  theProduct,
} from '../../../test/support/office.ts';
import { dueRevision } from './due-revision.ts';

/** Received on Thursday, three working days; Tuesday 24/11 is a day off: due on Wednesday 25/11. */
const RECEIVED = '2026-11-19 09:00';
const MONDAY_OFF = calendarWith({ date: '2026-11-23', kind: 'off', name: 'Hội làng' });

function calendarWith(day: SpecialDay) {
  const merged = mergeLayers([{ days: NATIONAL_DAYS }, { days: [day] }]);
  if (!merged.ok) throw new Error(merged.refusal.code);
  return compileCalendar(merged.value, '2-00000000');
}

const revised = (intake = anIntake(), ...later: readonly Act[]) => {
  const state = given(receivedAt(RECEIVED, reception, intake), ...later).state();
  const office = anOffice({ now: at('2026-11-20 10:00'), actor: theProduct, calendar: MONDAY_OFF });
  return dueRevision(state, office);
};

describe('a calendar that changes while a dossier is open', () => {
  it('moves the due moment by the day that no longer counts, and says so in an event', () => {
    const revision = revised();
    expect(revision?.move).toEqual({ from: at('2026-11-25 17:00'), to: at('2026-11-26 17:00') });
    expect(revision?.state.history.at(-1)).toMatchObject({
      ...{ type: 'dueRevised', payload: { cause: 'calendar' } },
      due: { dueAt: at('2026-11-26 17:00') },
    });
  });

  it('leaves a dossier alone that was due before', () => {
    const state = given(receivedAt('2026-11-16 09:00', reception)).state();
    const office = anOffice({
      ...{ now: at('2026-11-20 10:00'), actor: theProduct, calendar: MONDAY_OFF },
      unit: aUnit(),
    });
    expect(dueRevision(state, office)).toBeUndefined();
  });

  it('leaves what a slip promised and moves our count beside it', () => {
    const revision = revised(anIntake({ declaredDueAt: at('2026-11-27 11:30') }));
    expect(revision?.move).toBeUndefined();
    const { dueAt, oursAt } = revision?.state.due ?? {};
    expect(dueAt).toBe(at('2026-11-27 11:30'));
    expect(oursAt).toBe(at('2026-11-26 17:00'));
  });

  it('leaves what was promised where a wait had moved it, too', () => {
    const pay = { amount: 8000 };
    const waits = [
      act('2026-11-19 10:00', processing, 'request-payment', pay),
      act('2026-11-20 09:00', director, 'receive-payment', { ...pay, method: 'cash' }),
    ];
    const friday = anIntake({ declaredDueAt: at('2026-11-20 16:00') });
    const revision = revised(friday, ...waits);
    expect(revision?.move).toBeUndefined();
    const { dueAt, oursAt } = revision?.state.due ?? {};
    expect(dueAt).toBe(at('2026-11-23 16:00'));
    expect(oursAt).toBe(at('2026-11-27 17:00'));
  });

  it('leaves what was extended and moves the due moment before it', () => {
    const extended = act('2026-11-20 08:00', director, 'extend', {
      ...{ dueAt: at('2026-12-01 17:00'), reason: 'Cần xác minh' },
    });
    const revision = revised(anIntake(), extended);
    expect(revision?.move).toBeUndefined();
    const { dueAt, beforeExtensionAt } = revision?.state.due ?? {};
    expect(formatInstant(at('2026-12-01 17:00'))).toBe(formatInstant(dueAt ?? at(RECEIVED)));
    expect(beforeExtensionAt).toBe(at('2026-11-26 17:00'));
  });

  it('tells nothing of a dossier that stands still: its due moment is not known', () => {
    const asked = act('2026-11-20 08:00', processing, 'request-supplement', {
      ...{ items: 'Bản sao', reason: 'Thiếu' },
    });
    expect(revised(anIntake(), asked)).toBeUndefined();
  });
});
