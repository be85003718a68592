import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import {
  anIntake,
  anOffice,
  aProcedure,
  director,
  reception,
  theProduct,
} from '../../../test/support/office.ts';
import {
  NATIONAL_DAYS,
  compileCalendar,
  mergeLayers,
  type SpecialDay,
} from '../working-time/index.ts';
import { decide } from './decide/decide.ts';
import type { DossierState } from './state.ts';

const calendarWith = (...days: readonly SpecialDay[]) => {
  const merged = mergeLayers([{ days: NATIONAL_DAYS }, { days }]);
  if (!merged.ok) throw new Error(merged.refusal.code);
  return compileCalendar(merged.value, '2-00000000');
};

/** Fair and feast: of the week after the receipt only Thursday and Friday are left. */
const FEAST = calendarWith(
  { date: '2026-11-23', kind: 'off', name: 'Hội làng' },
  { date: '2026-11-25', kind: 'off', name: 'Hội làng' },
);

const PROMISED = anIntake({ declaredDueAt: at('2026-11-27 11:30') });
const received = receivedAt('2026-11-19 09:00', reception, PROMISED);
const asked = act('2026-11-20 09:00', director, 'request-payment', { amount: 8000 });
const paid = act('2026-11-23 08:00', director, 'receive-payment', { amount: 8000, method: 'cash' });
const extended = act('2026-11-23 09:00', director, 'extend', {
  dueAt: at('2026-12-01 10:00'),
  reason: 'Cần xác minh',
});

const dueOf = ({ due }: DossierState) => ({
  due: local(due?.dueAt),
  before: local(due?.beforeExtensionAt),
  ours: local(due?.oursAt),
});

const revised = (state: DossierState, calendar = FEAST): DossierState => {
  const office = anOffice({ now: at('2026-11-24 08:00'), actor: theProduct, calendar });
  const decision = decide({ type: 'revise-due', body: { cause: 'calendar' } }, state, office);
  if (!decision.ok || decision.value.kind !== 'events') throw new Error('not revised');
  return decision.value.state;
};

const then = (state: DossierState, acted: ReturnType<typeof act>): DossierState => {
  const { now, actor, command } = acted;
  const decision = decide(command, state, anOffice({ now, actor, calendar: FEAST }));
  if (!decision.ok || decision.value.kind !== 'events') throw new Error(JSON.stringify(decision));
  return decision.value.state;
};

describe('a promise that a wait has moved, when another calendar comes into force', () => {
  it('stays as it was told; our own counting moves beside it', () => {
    const told = given(received, asked, paid).state();
    expect(dueOf(told)).toMatchObject({ due: '2026-11-30 11:30', ours: '2026-11-26 17:00' });
    expect(dueOf(revised(told))).toEqual({
      due: '2026-11-30 11:30',
      before: '2026-11-30 11:30',
      ours: '2026-11-27 17:00',
    });
  });

  it('stays so in whatever happens later', () => {
    const told = revised(given(received, asked, paid).state());
    const issued = act('2026-11-26 10:00', director, 'issue-result', {});
    expect(dueOf(then(told, issued))).toMatchObject({ due: '2026-11-30 11:30' });
  });

  it('stays so even where the calendar moved nothing that had to be told', () => {
    const told = given(received, asked, paid).state();
    const issued = act('2026-11-26 10:00', director, 'issue-result', {});
    expect(dueOf(then(told, issued))).toMatchObject({ due: '2026-11-30 11:30' });
  });

  it('is moved on by later waits, counted by the new calendar', () => {
    const again = act('2026-11-24 09:00', director, 'request-payment', { amount: 1 });
    const done = act('2026-11-26 09:00', director, 'receive-payment', {
      amount: 1,
      method: 'cash',
    });
    const waited = then(then(revised(given(received, asked, paid).state()), again), done);
    expect(dueOf(waited)).toMatchObject({ due: '2026-12-01 11:30' });
  });

  it('waited for while it came into force, is moved by the whole wait', () => {
    const open = revised(given(received, asked).state());
    expect(dueOf(open)).toMatchObject({ due: null });
    const done = act('2026-11-26 09:00', director, 'receive-payment', {
      amount: 1,
      method: 'cash',
    });
    expect(dueOf(then(open, done))).toMatchObject({ due: '2026-11-30 11:30' });
  });

  it('stays as extended, and so does the one before the extension', () => {
    const told = given(received, asked, paid, extended).state();
    expect(dueOf(revised(told))).toEqual({
      due: '2026-12-01 10:00',
      before: '2026-11-30 11:30',
      ours: '2026-11-27 17:00',
    });
  });

  it('stays as extended and then waited for', () => {
    const again = act('2026-11-23 10:00', director, 'request-payment', { amount: 1 });
    const done = act('2026-11-25 09:00', director, 'receive-payment', {
      amount: 1,
      method: 'cash',
    });
    const acts = [received, asked, paid, extended, again, done];
    const told = given(...acts).state();
    expect(dueOf(told)).toMatchObject({ due: '2026-12-02 10:00', before: '2026-12-01 11:30' });
    const feast = anOffice({ now: at('2026-11-26 08:00'), actor: director, calendar: FEAST });
    const issued = decide({ type: 'issue-result', body: {} }, told, feast);
    expect(issued).toMatchObject({
      value: {
        state: {
          due: { dueAt: at('2026-12-02 10:00'), beforeExtensionAt: at('2026-12-01 11:30') },
        },
      },
    });
  });

  it('is told anew, and by the new calendar, where the wait itself was a mistake', () => {
    const told = revised(given(received, asked, paid).state());
    const later = act('2026-11-24 09:00', director, 'void', { version: 3, reason: 'Nhập nhầm' });
    const earlier = act('2026-11-24 09:01', director, 'void', { version: 2, reason: 'Nhập nhầm' });
    expect(dueOf(then(then(told, later), earlier))).toMatchObject({ due: '2026-11-27 11:30' });
  });

  it('is not called back by voiding the revision: the calendar is in force', () => {
    const told = revised(given(received, asked, paid).state());
    const command = { type: 'void', body: { version: 4, reason: 'Nhập nhầm' } } as const;
    const office = anOffice({ now: at('2026-11-24 09:00'), actor: director, calendar: FEAST });
    expect(decide(command, told, office)).toMatchObject({
      ok: false,
      refusal: { code: 'revision-stays', facts: { version: 4 } },
    });
  });

  it('replaced by a new receipt it is our own counting, and moves with the calendar', () => {
    const procedure = aProcedure({ onSupplement: 'restart' });
    const papers = [
      act('2026-11-20 09:00', director, 'request-supplement', { items: 'CCCD', reason: 'Thiếu' }),
      act('2026-11-20 15:00', director, 'receive-supplement', {}),
    ];
    const told = given(received, ...papers)
      .under({ procedure })
      .state();
    expect(dueOf(told)).toMatchObject({ due: '2026-11-26 17:00' });
    const office = anOffice({
      ...{ now: at('2026-11-24 08:00'), actor: theProduct, calendar: FEAST, procedure },
    });
    const decision = decide({ type: 'revise-due', body: { cause: 'calendar' } }, told, office);
    expect(decision).toMatchObject({
      value: { state: { due: { dueAt: at('2026-11-30 17:00') } } },
    });
  });

  it('replaced by a new receipt is our own counting, also where the new calendar would not replace it', () => {
    const procedure = aProcedure({ onSupplement: 'restart' });
    const asksPapers = { items: 'CCCD', reason: 'Thiếu' };
    const papers = [
      act('2026-11-30 09:00', director, 'request-supplement', asksPapers),
      act('2026-11-30 15:00', director, 'receive-supplement', {}),
    ];
    const told = given(received, asked, paid, ...papers)
      .under({ procedure })
      .state();
    expect(dueOf(told)).toMatchObject({ due: '2026-12-03 17:00' });
    // Without the wait of 23/11 the promise would have been over when the papers were asked for.
    const calendar = calendarWith(
      { date: '2026-11-23', kind: 'off', name: 'Hội làng' },
      { date: '2026-12-02', kind: 'off', name: 'Hội làng' },
    );
    const office = anOffice({
      ...{ now: at('2026-12-01 08:00'), actor: theProduct, calendar, procedure },
    });
    const decision = decide({ type: 'revise-due', body: { cause: 'calendar' } }, told, office);
    expect(decision).toMatchObject({
      value: { state: { due: { dueAt: at('2026-12-04 17:00') } } },
    });
  });
});
