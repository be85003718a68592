import { describe, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../../test/support/dossier-case.ts';
import { at } from '../../../../test/support/moment.ts';
import {
  aUnit,
  director,
  head,
  processing,
  reception,
  theProduct,
} from '../../../../test/support/office.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const missing = { items: 'Giấy xác nhận cư trú', reason: 'Còn thiếu' };
const requested = act('2026-03-03 09:00', processing, 'request-supplement', missing);

describe('a supplement', () => {
  it('stops the clock from the request: there is no due moment while it is awaited', () => {
    given(received)
      .when('2026-03-03 09:00', processing, 'request-supplement', missing)
      .then('supplementRequested')
      .thenState({ name: 'awaitingSupplement', due: { dueAt: null } as never });
  });

  it('moves the due moment by the working days waited', () => {
    given(received, requested)
      .when('2026-03-05 10:00', reception, 'receive-supplement', {})
      .then('supplementReceived')
      .thenState({ name: 'received', due: { dueAt: at('2026-03-09 17:00') } as never });
  });

  it('returns to processing where somebody had already begun', () => {
    given(
      received,
      act('2026-03-02 10:00', reception, 'assign', { departmentCode: 'tu-phap' }),
      requested,
    )
      .when('2026-03-05 10:00', reception, 'receive-supplement', {})
      .thenState({ name: 'processing' });
  });

  it('keeps waiting when papers were handed in but not yet checked', () => {
    given(received, requested)
      .when('2026-03-04 10:00', reception, 'submit-supplement', {})
      .then('supplementSubmitted')
      .thenState({ name: 'awaitingSupplement' });
  });

  it('ends when papers are handed in where the unit says so', () => {
    given(received, requested)
      .under({ unit: aUnit({ restartAt: 'submitted' }) })
      .when('2026-03-05 10:00', reception, 'submit-supplement', {})
      .thenState({ name: 'received', due: { dueAt: at('2026-03-09 17:00') } as never });
  });

  it('ends with the checked papers if those are told first, whatever the unit says', () => {
    given(received, requested)
      .under({ unit: aUnit({ restartAt: 'submitted' }) })
      .when('2026-03-05 10:00', reception, 'receive-supplement', {})
      .thenState({ name: 'received' });
  });

  it('does not end the wait when the citizen lets the response period pass', () => {
    given(received, requested)
      .when('2026-03-12 17:00', theProduct, 'expire-supplement', {})
      .then('supplementExpired')
      .thenState({ name: 'awaitingSupplement' });
  });

  it('keeps the day by which the citizen should answer', () => {
    given(received)
      .when('2026-03-03 09:00', processing, 'request-supplement', {
        ...missing,
        respondBy: at('2026-03-12 17:00'),
      })
      .thenState({ respondBy: at('2026-03-12 17:00') });
  });

  it('refuses an answer day that is not later than the request', () => {
    given(received)
      .when('2026-03-03 09:00', processing, 'request-supplement', {
        ...missing,
        respondBy: at('2026-03-03 09:00'),
      })
      .thenRefused('respond-by-not-later');
  });

  it('can be proposed by the handling officer for reception to send', () => {
    const proposed = act('2026-03-03 08:30', processing, 'propose-supplement', missing);
    given(received)
      .when('2026-03-03 08:30', processing, 'propose-supplement', missing)
      .then('supplementProposed')
      .thenState({ name: 'received', supplementProposedAt: at('2026-03-03 08:30') });
    given(received, proposed)
      .when('2026-03-03 09:00', reception, 'request-supplement', missing)
      .thenState({ supplementProposedAt: null });
  });

  it('waits for a head where the unit wants Mẫu 02 approved', () => {
    const unit = aUnit({ approvals: { ...aUnit().approvals, mau02: 'head' } });
    given(received)
      .under({ unit })
      .when('2026-03-03 09:00', processing, 'request-supplement', missing)
      .thenAwaits('mau02', 'head');
    given(received)
      .under({ unit })
      .when('2026-03-03 09:00', head, 'request-supplement', missing)
      .then('supplementRequested');
  });
});

describe('a payment awaited', () => {
  const asked = act('2026-03-03 09:00', processing, 'request-payment', { amount: 400_000 });

  it('stops the clock until it is paid', () => {
    given(received)
      .when('2026-03-03 09:00', processing, 'request-payment', { amount: 400_000 })
      .then('paymentRequested')
      .thenState({ name: 'awaitingPayment', due: { dueAt: null } as never });
    given(received, asked)
      .when('2026-03-04 09:00', processing, 'receive-payment', {
        amount: 400_000,
        method: 'online',
      })
      .then('paymentReceived')
      .thenState({ name: 'received', due: { dueAt: at('2026-03-06 17:00') } as never });
  });

  it('is whole đồng', () => {
    for (const amount of [0.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      given(received)
        .when('2026-03-03 09:00', processing, 'request-payment', { amount })
        .thenRefused('amount-not-whole');
    }
    given(received, asked)
      .when('2026-03-04 09:00', processing, 'receive-payment', { amount: 1.5, method: 'cash' })
      .thenRefused('amount-not-whole');
  });
});

describe('a hold', () => {
  const body = { basisCode: 'court-decision', reason: 'Quyết định số 12' };

  it('needs a legal basis from the list', () => {
    given(received)
      .when('2026-03-03 09:00', head, 'hold', { basisCode: 'busy', reason: 'Bận' })
      .thenRefused('unknown-basis', { basisCode: 'busy' });
  });

  it('waits for head or director when the handling officer asks for it', () => {
    given(received).when('2026-03-03 09:00', processing, 'hold', body).thenAwaits('hold', 'head');
  });

  it('stops the clock until it is lifted', () => {
    const held = act('2026-03-03 09:00', director, 'hold', body);
    given(received).when('2026-03-03 09:00', director, 'hold', body).thenState({ name: 'onHold' });
    given(received, held)
      .when('2026-03-04 09:00', processing, 'resume', {})
      .then('resumed')
      .thenState({ name: 'received', due: { dueAt: at('2026-03-06 17:00') } as never });
  });

  it('can end in a stop, which closes the pause', () => {
    given(received, act('2026-03-03 09:00', director, 'hold', body))
      .when('2026-03-04 09:00', director, 'stop', { reasonCode: 'dispute', reason: 'Tranh chấp' })
      .thenState({
        name: 'stopped',
        openPauses: [],
        due: { dueAt: at('2026-03-06 17:00') } as never,
      });
  });
});
