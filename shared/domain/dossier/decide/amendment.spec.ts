import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../../test/support/dossier-case.ts';
import { at, local } from '../../../../test/support/moment.ts';
import {
  NATIONAL_CALENDAR,
  anIntake,
  anOffice,
  director,
  processing,
  reception,
} from '../../../../test/support/office.ts';
import { compileCalendar } from '../../working-time/index.ts';
import { effectiveEvents } from '../effective.ts';
import { decide } from './decide.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const requested = act('2026-03-03 09:00', processing, 'request-supplement', {
  items: 'CCCD',
  reason: 'thiếu',
});
const answered = act('2026-03-05 10:00', reception, 'receive-supplement', {});
const issued = act('2026-03-06 09:00', processing, 'issue-result', {});
const reason = 'Nhập nhầm';

describe('a correction', () => {
  it('moves an event in time and tells every due moment after it anew', () => {
    given(received, requested, answered)
      .when('2026-03-06 08:00', director, 'correct', {
        version: 3,
        changes: { occurredAt: at('2026-03-04 10:00') },
        reason,
      })
      .then('corrected')
      .thenState({ due: { dueAt: at('2026-03-06 17:00') } as never });
  });

  it('changes the first receipt, and the due moment with it', () => {
    given(received)
      .when('2026-03-03 08:00', director, 'correct', {
        version: 1,
        changes: { occurredAt: at('2026-02-27 16:00') },
        reason,
      })
      .thenState({ receivedAt: at('2026-02-27 16:00'), originalDueAt: at('2026-03-04 17:00') });
  });

  it('does not move a receipt behind what was promised for it', () => {
    const promised = receivedAt(
      '2026-03-02 08:00',
      reception,
      anIntake({ declaredDueAt: at('2026-03-02 09:00') }),
    );
    given(promised)
      .when('2026-03-03 08:00', director, 'correct', {
        version: 1,
        changes: { occurredAt: at('2026-03-02 10:00') },
        reason,
      })
      .thenRefused('declared-due-before-receipt');
  });

  it('that is void already is not voided once more', () => {
    const wrong = { version: 1, changes: { occurredAt: at('2026-03-02 07:45') }, reason };
    given(
      received,
      act('2026-03-02 09:00', director, 'correct', wrong),
      act('2026-03-02 09:10', director, 'void', { version: 2, reason }),
    )
      .when('2026-03-02 09:20', director, 'void', { version: 2, reason })
      .thenRefused('unknown-version', { version: 2 });
  });

  it('that takes back the acceptance leaves no due moment behind', () => {
    given(
      act('2026-03-02 08:00', reception, 'submit', { intake: anIntake() }),
      act('2026-03-02 09:00', reception, 'accept', {}),
      act('2026-03-03 09:00', processing, 'request-supplement', { items: 'CCCD', reason }),
    )
      .when('2026-03-03 10:00', director, 'void', { version: 2, reason })
      .thenState({ name: 'awaitingIntakeSupplement', receivedAt: null, due: null });
  });

  it('inserts what was forgotten', () => {
    given(received, issued)
      .when('2026-03-06 10:00', director, 'correct', {
        insert: {
          type: 'paymentRequested',
          occurredAt: at('2026-03-03 09:00'),
          payload: { amount: 9 },
        },
        reason,
      })
      .thenRefused('history-unlawful', { type: 'resultIssued' });
    given(received)
      .when('2026-03-06 10:00', director, 'correct', {
        insert: {
          type: 'paymentRequested',
          occurredAt: at('2026-03-03 09:00'),
          payload: { amount: 9 },
        },
        reason,
      })
      .thenState({ name: 'awaitingPayment', due: { dueAt: null } as never });
  });

  it('can itself be corrected, for an inserted event answers to its correction’s version', () => {
    const inserted = act('2026-03-06 10:00', director, 'correct', {
      insert: {
        type: 'paymentRequested',
        occurredAt: at('2026-03-03 09:00'),
        payload: { amount: 9 },
      },
      reason,
    });
    const { state } = given(received, inserted)
      .when('2026-03-06 11:00', director, 'correct', {
        version: 2,
        changes: { payload: { amount: 10 } },
        reason,
      })
      .decided();
    expect(effectiveEvents(state.history)[1]).toMatchObject({
      type: 'paymentRequested',
      version: 2,
      payload: { amount: 10 },
    });
  });

  it('tells anew only the due moments that are others now', () => {
    const correct = (version: number, occurredAt: string) =>
      given(received, requested, answered)
        .when('2026-03-06 08:00', director, 'correct', {
          version,
          changes: { occurredAt: at(occurredAt) },
          reason,
        })
        .decided().events[0]?.payload;
    expect(correct(3, '2026-03-05 11:00')).toMatchObject({ dues: [] });
    expect(correct(3, '2026-03-04 10:00')).toMatchObject({
      dues: [{ version: 3, due: { dueAt: at('2026-03-06 17:00') } }],
    });
  });

  it('may be for this very moment, and keeps its reason apart', () => {
    const { events } = given(received)
      .when('2026-03-02 09:00', director, 'correct', {
        version: 1,
        changes: { occurredAt: at('2026-03-02 09:00') },
        reason,
      })
      .decided();
    expect(events[0]?.texts).toEqual({ reason });
    const voided = given(received, requested)
      .when('2026-03-03 10:00', director, 'void', { version: 2, reason })
      .decided().events[0];
    expect(voided?.texts).toEqual({ reason });
  });

  it('leaves the old words readable', () => {
    const { state } = given(received, issued)
      .when('2026-03-06 10:00', director, 'correct', {
        version: 2,
        changes: { payload: { documentNo: '15/XN' } },
        reason,
      })
      .decided();
    expect(state.history.map((event) => event.type)).toEqual([
      'received',
      'resultIssued',
      'corrected',
    ]);
    expect(state.history[1]?.payload).toEqual({});
    expect(effectiveEvents(state.history)[1]?.payload).toEqual({ documentNo: '15/XN' });
  });

  it('names an event that is there, and something of it that may change', () => {
    const correct = (version: number, changes: object) =>
      given(received, issued).when('2026-03-06 10:00', director, 'correct', {
        version,
        changes,
        reason,
      });
    correct(9, { occurredAt: at('2026-03-06 09:30') }).thenRefused('unknown-version');
    correct(2, {}).thenRefused('amendment-empty');
    correct(2, { payload: {} }).thenRefused('amendment-empty');
    correct(2, { payload: { amount: 1 } }).thenRefused('amendment-unknown-member', {
      type: 'resultIssued',
      member: 'amount',
    });
    correct(1, { payload: { intake: {} } }).thenRefused('amendment-unknown-member');
    correct(2, { occurredAt: at('2026-03-07 09:00') }).thenRefused('occurs-in-future');
  });

  it('may not make a history that could not have happened', () => {
    given(received, requested, answered)
      .when('2026-03-06 08:00', director, 'correct', {
        version: 3,
        changes: { occurredAt: at('2026-03-03 08:59') },
        reason,
      })
      .thenRefused('history-unlawful', { version: 3, type: 'supplementReceived' });
    given(received, issued)
      .when('2026-03-06 10:00', director, 'correct', {
        version: 2,
        changes: { occurredAt: at('2026-03-02 07:00') },
        reason,
      })
      .thenRefused('history-unlawful', { version: 2 });
  });

  it('may not say what the office could not have decided then', () => {
    const insert = (insert: object) =>
      given(received).when('2026-03-06 08:00', director, 'correct', {
        insert: { occurredAt: at('2026-03-03 09:00'), ...insert } as never,
        reason,
      });
    insert({ type: 'held', payload: { basisCode: 'whim' } }).thenRefused('unknown-basis');
    insert({ type: 'termAgreed', payload: { variantKey: 'x' } }).thenRefused('unknown-variant');
    insert({ type: 'extended', payload: { dueAt: at('2026-03-04 17:00') } }).thenRefused(
      'extension-not-later',
    );
    insert({ type: 'backFromAgency', payload: {} }).thenRefused('not-at-agency');
    insert({ type: 'feePaid', payload: { amount: 0.5, method: 'cash' } }).thenRefused(
      'amount-not-whole',
    );
  });

  it('counts the extensions again, those after the inserted one too', () => {
    const extended = act('2026-03-04 08:00', director, 'extend', {
      dueAt: at('2026-03-10 17:00'),
      reason: 'Chờ ký',
    });
    given(received, extended)
      .when('2026-03-06 08:00', director, 'correct', {
        insert: {
          type: 'extended',
          occurredAt: at('2026-03-03 09:00'),
          payload: { dueAt: at('2026-03-09 17:00') },
        },
        reason,
      })
      .thenRefused('extensions-exhausted');
  });

  it('of a remark leaves every due moment as it was told, whatever the calendar says now', () => {
    const noted = act('2026-03-02 09:00', processing, 'note', { text: 'x' });
    const state = given(received, noted).state();
    const office = anOffice({
      now: at('2026-03-03 08:00'),
      actor: director,
      calendar: compileCalendar(NATIONAL_CALENDAR.definition, 'a later version'),
    });
    const result = decide({ type: 'void', body: { version: 2, reason } }, state, office);
    expect(result).toMatchObject({ ok: true, value: { events: [{ payload: { dues: [] } }] } });
  });

  it('is a leader’s act', () => {
    given(received, issued)
      .when('2026-03-06 10:00', processing, 'correct', {
        version: 2,
        changes: { occurredAt: at('2026-03-06 08:30') },
        reason,
      })
      .thenRefused('act-not-yours');
  });
});

describe('a void', () => {
  it('of a sending leaves the dossier with who held it all along', () => {
    const assigned = act('2026-03-02 09:00', reception, 'assign', { departmentCode: 'tu-phap' });
    const sent = act('2026-03-03 09:00', processing, 'send-to-agency', { agency: 'so-noi-vu' });
    const back = act('2026-03-04 09:00', processing, 'back-from-agency', {});
    given(received, assigned, sent, back)
      .when('2026-03-05 09:00', director, 'void', { version: 4, reason })
      .thenState({ holder: { departmentCode: 'tu-phap' } });
  });

  it('takes back what never happened', () => {
    given(received, issued)
      .when('2026-03-06 10:00', director, 'void', { version: 2, reason })
      .then('voided')
      .thenState({ name: 'received', outcome: null, finishedAt: null });
  });

  it('gives back the days of a pause that never was', () => {
    const first = given(received, requested, answered);
    expect(local(first.state().due?.dueAt)).toBe('2026-03-09 17:00');
    first
      .when('2026-03-06 08:00', director, 'void', { version: 2, reason })
      .thenRefused('history-unlawful', { type: 'supplementReceived' });
    const without = act('2026-03-06 08:00', director, 'void', { version: 3, reason });
    given(received, requested, answered, without)
      .when('2026-03-06 08:01', director, 'void', { version: 2, reason })
      .thenState({ name: 'received', due: { dueAt: at('2026-03-05 17:00') } as never });
  });

  it('takes back nothing twice', () => {
    const voided = act('2026-03-06 10:00', director, 'void', { version: 2, reason });
    given(received, issued, voided)
      .when('2026-03-06 11:00', director, 'void', { version: 2, reason })
      .thenRefused('unknown-version', { version: 2 });
  });

  it('can itself be voided', () => {
    const voided = act('2026-03-06 10:00', director, 'void', { version: 2, reason });
    given(received, issued, voided)
      .when('2026-03-06 11:00', director, 'void', { version: 3, reason })
      .thenState({ name: 'resultReady', finishedAt: at('2026-03-06 09:00') });
  });

  it('undoes a correction, due moments and all', () => {
    const corrected = act('2026-03-03 08:00', director, 'correct', {
      version: 1,
      changes: { occurredAt: at('2026-02-27 16:00') },
      reason,
    });
    given(received, corrected)
      .when('2026-03-03 09:00', director, 'void', { version: 2, reason })
      .thenState({ receivedAt: at('2026-03-02 08:00'), originalDueAt: at('2026-03-05 17:00') });
  });

  it('keeps the due moment of what a later correction says too', () => {
    const moved = (when: string, to: string) =>
      act(when, director, 'correct', { version: 1, changes: { occurredAt: at(to) }, reason });
    given(
      received,
      moved('2026-03-03 08:00', '2026-02-27 16:00'),
      moved('2026-03-03 08:30', '2026-02-27 16:10'),
    )
      .when('2026-03-03 09:00', director, 'void', { version: 2, reason })
      .thenState({ receivedAt: at('2026-02-27 16:10'), originalDueAt: at('2026-03-04 17:00') });
  });

  it('never takes the first event: such a dossier is annulled', () => {
    given(received)
      .when('2026-03-03 09:00', director, 'void', { version: 1, reason })
      .thenRefused('first-event-stays');
    given(received)
      .when('2026-03-03 09:00', director, 'void', { version: 7, reason })
      .thenRefused('unknown-version', { version: 7 });
  });
});
