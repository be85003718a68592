import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../../test/support/dossier-case.ts';
import { at } from '../../../../test/support/moment.ts';
import {
  UNKNOWN_PROCEDURE,
  aProcedure,
  anIntake,
  cashier,
  clerk,
  dataOfficer,
  director,
  processing,
  reception,
} from '../../../../test/support/office.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const issued = act('2026-03-03 09:00', processing, 'issue-result', { documentNo: '12/XN' });

describe('a result', () => {
  it('finishes the dossier; handing it over comes after', () => {
    given(received)
      .when('2026-03-03 09:00', processing, 'issue-result', { documentNo: '12/XN' })
      .then('resultIssued')
      .thenState({ name: 'resultReady', outcome: 'issued', finishedAt: at('2026-03-03 09:00') });
    given(received, issued)
      .when('2026-03-05 09:00', reception, 'return', { method: 'post' })
      .then('returned')
      .thenState({
        name: 'returned',
        finishedAt: at('2026-03-03 09:00'),
        returnedAt: at('2026-03-05 09:00'),
      });
  });

  it('is issued at the counter only where every step is the counter’s', () => {
    given(received)
      .when('2026-03-03 09:00', reception, 'issue-result', {})
      .thenRefused('act-not-yours-here');
  });

  it('leaves nothing else to be done but the return, remarks and corrections', () => {
    given(received, issued)
      .when('2026-03-03 10:00', processing, 'request-supplement', { items: 'a', reason: 'b' })
      .thenRefused('act-not-allowed-in-state', { state: 'resultReady' });
    for (const type of ['digitise-result', 'digitise-components', 'reuse-data'] as const) {
      given(received, issued).when('2026-03-03 10:00', reception, type, {}).thenState({
        name: 'resultReady',
      });
    }
    given(received, issued).when('2026-03-03 10:00', clerk, 'archive', {}).then('archivedToStore');
    given(received, issued)
      .when('2026-03-03 10:00', clerk, 'issue-electronic-result', {})
      .then('electronicResultIssued');
  });

  it('may be a stop with its reason, approved as Mẫu 05', () => {
    const body = { reasonCode: 'no-answer', reason: 'Công dân không bổ sung' };
    given(received)
      .when('2026-03-03 09:00', processing, 'stop', body)
      .thenAwaits('mau05', 'director');
    given(received).when('2026-03-03 09:00', director, 'stop', body).thenState({ name: 'stopped' });
  });
});

describe('5 tại chỗ', () => {
  const atCounter = aProcedure({
    limits: { commune: { kind: 'sameDay', cutoff: '15:00' } },
    steps: [
      { key: 'receive', name: 'Tiếp nhận', role: 'reception', allowanceHours: 1 },
      { key: 'certify', name: 'Chứng thực', role: 'reception', allowanceHours: 2 },
    ],
    onTheSpot: [
      'received',
      'componentsDigitised',
      'stepCompleted',
      'resultIssued',
      'resultDigitised',
      'electronicResultIssued',
      'archivedToStore',
      'returned',
    ],
  });

  it('appends in one act all that the template lists', () => {
    given(received)
      .under({ procedure: atCounter })
      .when('2026-03-02 08:20', reception, 'complete-on-the-spot', {})
      .then(
        'componentsDigitised',
        'stepCompleted',
        'stepCompleted',
        'resultIssued',
        'resultDigitised',
        'electronicResultIssued',
        'archivedToStore',
        'returned',
      )
      .thenState({ name: 'returned', finishedAt: at('2026-03-02 08:20') });
  });

  it('accepts the dossier too when it was still waiting for that', () => {
    const submitted = act('2026-03-02 08:00', reception, 'submit', { intake: anIntake() });
    const { events, state } = given(submitted)
      .under({ procedure: atCounter })
      .when('2026-03-02 08:20', reception, 'complete-on-the-spot', {})
      .decided();
    expect(events[0]?.type).toBe('received');
    expect(state.name).toBe('returned');
    expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 2));
  });

  it('accepts it even where the template forgets to', () => {
    const submitted = act('2026-03-02 08:00', reception, 'submit', { intake: anIntake() });
    given(submitted)
      .under({ procedure: { ...UNKNOWN_PROCEDURE, onTheSpot: ['resultIssued', 'returned'] } })
      .when('2026-03-02 08:20', director, 'complete-on-the-spot', {})
      .then('received', 'resultIssued', 'returned')
      .thenState({ receivedAt: at('2026-03-02 08:20') });
  });

  it('completes no steps where the procedure has none', () => {
    given(received)
      .under({ procedure: { ...UNKNOWN_PROCEDURE, onTheSpot: ['stepCompleted', 'resultIssued'] } })
      .when('2026-03-02 08:20', director, 'complete-on-the-spot', {})
      .then('resultIssued');
  });

  it('is not for procedures that have no such template', () => {
    given(received)
      .when('2026-03-02 08:20', director, 'complete-on-the-spot', {})
      .thenRefused('not-on-the-spot');
  });

  it('is not the counter’s where another desk has a part in it', () => {
    given(received)
      .under({ procedure: aProcedure({ onTheSpot: ['resultIssued', 'returned'] }) })
      .when('2026-03-02 08:20', reception, 'complete-on-the-spot', {})
      .thenRefused('act-not-yours-here');
  });
});

describe('what may always be told', () => {
  it('is a note, a difficulty, a fee, an apology', () => {
    given(received)
      .when('2026-03-02 09:00', processing, 'note', { text: 'Đã gọi điện' })
      .then('noteAdded');
    given(received)
      .when('2026-03-02 09:00', processing, 'difficulty', { kind: 'systemError', text: 'Treo' })
      .then('difficultyNoted');
    given(received)
      .when('2026-03-02 09:00', processing, 'difficulty', { kind: 'overload' })
      .then('difficultyNoted');
    given(received)
      .when('2026-03-02 09:00', cashier, 'charge-fee', { amount: 8000 })
      .then('feeCharged');
    given(received)
      .when('2026-03-02 09:00', cashier, 'pay-fee', { amount: 8000, method: 'online' })
      .then('feePaid');
    given(received)
      .when('2026-03-02 09:00', clerk, 'apologise', { documentNo: '3/XL', url: 'https://xa.vn/3' })
      .then('apologyIssued');
    given(received).when('2026-03-02 09:00', clerk, 'apologise', {}).then('apologyIssued');
  });

  it('keeps free text apart from what is kept for ever', () => {
    const { events } = given(received)
      .when('2026-03-02 09:00', processing, 'difficulty', { kind: 'applicant', text: 'Bà A vắng' })
      .decided();
    expect(events[0]?.payload).toEqual({ kind: 'applicant' });
    expect(events[0]?.texts).toEqual({ note: 'Bà A vắng' });
  });

  it('is a whole amount of đồng', () => {
    given(received)
      .when('2026-03-02 09:00', cashier, 'charge-fee', { amount: 0.5 })
      .thenRefused('amount-not-whole');
    given(received)
      .when('2026-03-02 09:00', cashier, 'pay-fee', { amount: -1, method: 'cash' })
      .thenRefused('amount-not-whole');
  });
});

describe('the same case known twice', () => {
  const linked = act('2026-03-02 09:00', dataOfficer, 'link', { dossierId: 'primary' });

  it('is linked to its primary, once', () => {
    given(received)
      .when('2026-03-02 09:00', dataOfficer, 'link', { dossierId: 'primary' })
      .then('linked')
      .thenState({ linkedTo: 'primary' });
    given(received, linked)
      .when('2026-03-02 10:00', dataOfficer, 'link', { dossierId: 'other' })
      .thenRefused('already-linked', { dossierId: 'primary' });
  });

  it('is unlinked from that primary and no other', () => {
    given(received, linked)
      .when('2026-03-02 10:00', dataOfficer, 'unlink', { dossierId: 'primary' })
      .thenState({ linkedTo: null });
    given(received, linked)
      .when('2026-03-02 10:00', dataOfficer, 'unlink', { dossierId: 'other' })
      .thenRefused('not-linked');
    given(received)
      .when('2026-03-02 10:00', dataOfficer, 'unlink', { dossierId: 'primary' })
      .thenRefused('not-linked');
  });
});

describe('a dossier that should never have been', () => {
  it('is annulled by a leader with a reason and keeps its code', () => {
    given(received, issued)
      .when('2026-03-04 08:00', director, 'annul', { reason: 'Nhập trùng' })
      .then('annulled')
      .thenState({ name: 'annulled', intake: anIntake() });
    given(received)
      .when('2026-03-04 08:00', processing, 'annul', { reason: 'x' })
      .thenRefused('act-not-yours');
  });
});
