import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../../test/support/dossier-case.ts';
import { at } from '../../../../test/support/moment.ts';
import {
  aProcedure,
  anIntake,
  anOffice,
  anOfficer,
  director,
  processing,
  reception,
  theImport,
} from '../../../../test/support/office.ts';
import { record } from './record.ts';

const submitted = act('2026-03-02 20:00', reception, 'submit', { intake: anIntake() });

describe('an application sent in online', () => {
  it('waits for acceptance without a due moment', () => {
    given()
      .when('2026-03-02 20:00', reception, 'submit', { intake: anIntake() })
      .then('submitted')
      .thenState({ name: 'submitted', due: null, submittedAt: at('2026-03-02 20:00') });
  });

  it('gets its due moment when it is accepted, from the acceptance on', () => {
    given(submitted)
      .when('2026-03-03 08:30', reception, 'accept', {})
      .then('received')
      .thenState({ name: 'received', originalDueAt: at('2026-03-06 17:00') });
  });

  it('has its clock run from the submission where the procedure says so', () => {
    given(submitted)
      .under({ procedure: aProcedure({ clockStart: 'submission' }) })
      .when('2026-03-03 08:30', reception, 'accept', {})
      .thenState({ originalDueAt: at('2026-03-05 17:00') });
  });

  it('counts from the missing papers, not from the first submission, when they came before acceptance', () => {
    given(
      submitted,
      act('2026-03-03 08:00', reception, 'request-supplement', { items: 'CCCD', reason: 'thiếu' }),
      act('2026-03-04 09:00', reception, 'receive-supplement', {}),
    )
      .under({ procedure: aProcedure({ clockStart: 'submission' }) })
      .when('2026-03-05 08:30', reception, 'accept', {})
      .thenState({ submittedAt: at('2026-03-04 09:00'), originalDueAt: at('2026-03-09 17:00') });
  });

  it('is not open and has no clock while its papers are awaited before acceptance', () => {
    given(submitted)
      .when('2026-03-03 08:00', reception, 'request-supplement', { items: 'CCCD', reason: 'thiếu' })
      .then('supplementRequested')
      .thenState({ name: 'awaitingIntakeSupplement', due: null });
  });

  it('is refused by reception before acceptance once a leader has approved', () => {
    given(submitted)
      .when('2026-03-03 08:00', reception, 'refuse', {
        reasonCode: 'not-competent',
        reason: 'Sai nơi',
      })
      .thenAwaits('mau03', 'director');
    given(submitted)
      .when('2026-03-03 09:00', director, 'refuse', {
        reasonCode: 'not-competent',
        reason: 'Sai nơi',
      })
      .then('refused')
      .thenState({ name: 'refused', finishedAt: at('2026-03-03 09:00'), outcome: 'refused' });
  });

  it('cannot be refused by reception any more once it has been accepted', () => {
    given(receivedAt('2026-03-02 08:00', reception))
      .when('2026-03-02 09:00', reception, 'refuse', { reasonCode: 'x', reason: 'y' })
      .thenRefused('act-not-yours-here', { command: 'refuse' });
  });

  it('may be taken back by the citizen with or without a reason', () => {
    given(submitted).when('2026-03-03 08:00', reception, 'withdraw', {}).then('withdrawn');
    given(submitted)
      .when('2026-03-03 08:00', reception, 'withdraw', { reason: 'Nộp nhầm' })
      .thenState({ name: 'withdrawn', due: null });
  });
});

describe('a dossier received at the counter or from a source', () => {
  it('carries the official code and the promise of the official slip', () => {
    const intake = anIntake({
      officialCode: 'H24.99-260302-0007',
      declaredDueAt: at('2026-03-04 10:30'),
    });
    given()
      .when('2026-03-02 08:00', reception, 'receive', { intake })
      .thenState({ originalDueAt: at('2026-03-04 10:30') });
  });

  it('learns its official code at acceptance', () => {
    given(submitted)
      .when('2026-03-03 08:00', reception, 'accept', { officialCode: 'H24.99-260303-0001' })
      .thenState({ intake: anIntake({ officialCode: 'H24.99-260303-0001' }) });
  });

  it('refuses a promise that lies before the receipt', () => {
    given(submitted)
      .when('2026-03-03 08:00', reception, 'accept', { declaredDueAt: at('2026-03-03 07:59') })
      .thenRefused('declared-due-before-receipt');
    given()
      .when('2026-03-03 08:00', reception, 'receive', {
        intake: anIntake({ declaredDueAt: at('2026-03-03 07:59') }),
      })
      .thenRefused('declared-due-before-receipt');
  });

  it('accepts a promise for the very moment of the receipt', () => {
    given(submitted)
      .when('2026-03-03 08:00', reception, 'accept', { declaredDueAt: at('2026-03-03 08:00') })
      .then('received');
  });

  it('refuses a variant that the procedure does not have', () => {
    const intake = anIntake({ variantKey: 'many-pages' });
    given()
      .when('2026-03-02 08:00', reception, 'receive', { intake })
      .thenRefused('unknown-variant', { variantKey: 'many-pages' });
    given()
      .when('2026-03-02 08:00', reception, 'submit', { intake })
      .thenRefused('unknown-variant');
  });

  it('takes the term of the variant chosen at receipt', () => {
    const allowance = { kind: 'workingDays', amount: 5 } as const;
    given()
      .under({
        procedure: aProcedure({ variants: [{ key: 'verify', label: 'Xác minh', allowance }] }),
      })
      .when('2026-03-02 08:00', reception, 'receive', {
        intake: anIntake({ variantKey: 'verify' }),
      })
      .thenState({ variantKey: 'verify', originalDueAt: at('2026-03-09 17:00') });
  });

  it('has no step of ours and no holder when an import brings it', () => {
    given()
      .when('2026-03-02 08:00', theImport, 'receive', { intake: anIntake() })
      .thenState({ steps: [], holder: null });
  });

  it('is at its first step, held by who received it, when it is received here', () => {
    given()
      .when('2026-03-02 08:00', reception, 'receive', { intake: anIntake() })
      .thenState({
        steps: [{ key: 'receive', startedAt: at('2026-03-02 08:00') }],
        holder: reception.kind === 'officer' ? { userId: reception.id } : null,
      });
  });

  it('is opened by something that happened, never by nothing', () => {
    const office = anOffice();
    const occurrence = { occurredAt: office.now, backdated: false };
    expect(() => record([], null, occurrence, office)).toThrow('without events');
  });

  it('is refused, not lost, where somebody typed a year that no calendar knows', () => {
    const intake = anIntake({ declaredDueAt: at('2200-01-01 08:00') });
    given()
      .when('2026-03-02 08:00', reception, 'receive', { intake })
      .thenRefused('outside-calendar');
    given()
      .when(
        { told: '2026-03-02 08:00', occurredAt: at('1900-01-01 08:00') },
        reception,
        'receive',
        { intake: anIntake() },
      )
      .thenRefused('outside-calendar');
  });

  it('is not received before it came', () => {
    given()
      .when(
        { told: '2026-03-02 08:00', occurredAt: at('2026-03-02 08:01') },
        reception,
        'receive',
        { intake: anIntake() },
      )
      .thenRefused('occurs-in-future');
  });

  it('cannot be received twice', () => {
    given(receivedAt('2026-03-02 08:00', reception))
      .when('2026-03-02 09:00', reception, 'receive', { intake: anIntake() })
      .thenRefused('dossier-already-exists');
  });

  it('has to exist before anything else can happen to it', () => {
    given().when('2026-03-02 09:00', reception, 'accept', {}).thenRefused('dossier-not-there');
  });

  it('may not be received by somebody whose roles never receive', () => {
    for (const role of ['observer', 'admin', 'cityReader', 'reporter', 'cashier'] as const) {
      given()
        .when('2026-03-02 09:00', anOfficer(role), 'receive', { intake: anIntake() })
        .thenRefused('act-not-yours', { command: 'receive' });
    }
    given()
      .when('2026-03-02 09:00', processing, 'receive', { intake: anIntake() })
      .thenRefused('act-not-yours');
  });
});
