import { describe, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../../test/support/dossier-case.ts';
import { at } from '../../../../test/support/moment.ts';
import {
  UNKNOWN_PROCEDURE,
  aProcedure,
  aUnit,
  anIntake,
  director,
  processing,
  reception,
  theProduct,
} from '../../../../test/support/office.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const later = { dueAt: at('2026-03-10 17:00'), reason: 'Lỗi ký số' };

describe('an extension (Mẫu 04)', () => {
  it('waits for the director when the handling officer asks for it', () => {
    given(received)
      .when('2026-03-03 08:00', processing, 'extend', later)
      .thenAwaits('mau04', 'director');
  });

  it('sets a new promise and keeps the old one, against which reports count', () => {
    given(received)
      .when('2026-03-03 08:00', director, 'extend', later)
      .then('extended')
      .thenState({
        extensions: 1,
        originalDueAt: at('2026-03-05 17:00'),
        due: { dueAt: at('2026-03-10 17:00'), beforeExtensionAt: at('2026-03-05 17:00') } as never,
      });
  });

  it('must be later than the promise in force', () => {
    given(received)
      .when('2026-03-03 08:00', director, 'extend', { dueAt: at('2026-03-05 17:00'), reason: 'x' })
      .thenRefused('extension-not-later');
  });

  it('must be later than now when the promise has already passed', () => {
    given(received)
      .when('2026-03-06 08:00', director, 'extend', { dueAt: at('2026-03-06 07:30'), reason: 'x' })
      .thenRefused('extension-not-later');
    given(received)
      .when('2026-03-06 08:00', director, 'extend', { dueAt: at('2026-03-06 08:01'), reason: 'x' })
      .then('extended');
  });

  it('told late must still be later than now: nobody promises a moment that has passed', () => {
    given(received)
      .when(
        {
          told: '2026-03-10 08:00',
          occurredAt: at('2026-03-05 10:00'),
          backdateReason: 'Mất mạng',
        },
        director,
        'extend',
        { dueAt: at('2026-03-09 17:00'), reason: 'x' },
      )
      .thenRefused('extension-not-later');
  });

  it('is given once, unless the unit allows more', () => {
    const extended = act('2026-03-03 08:00', director, 'extend', later);
    const again = { dueAt: at('2026-03-12 17:00'), reason: 'Chờ Sở' };
    given(received, extended)
      .when('2026-03-04 08:00', director, 'extend', again)
      .thenRefused('extensions-exhausted', { allowed: 1 });
    given(received, extended)
      .under({ unit: aUnit({ maxExtensions: 2 }) })
      .when('2026-03-04 08:00', director, 'extend', again)
      .thenState({
        extensions: 2,
        due: { dueAt: at('2026-03-12 17:00'), beforeExtensionAt: at('2026-03-05 17:00') } as never,
      });
  });

  it('needs a promise to extend', () => {
    given(received)
      .under({ procedure: UNKNOWN_PROCEDURE })
      .when('2026-03-03 08:00', director, 'extend', later)
      .thenRefused('nothing-to-extend');
  });
});

describe('another term agreed', () => {
  const variants = [
    { key: 'verify', label: 'Xác minh', allowance: { kind: 'workingDays', amount: 5 } },
  ] as const;
  const procedure = aProcedure({ variants });
  const agreed = { variantKey: 'verify', reason: 'Cần xác minh' };

  it('counts anew from the receipt with the variant’s allowance', () => {
    given(received)
      .under({ procedure })
      .when('2026-03-04 08:00', processing, 'agree-term', agreed)
      .then('termAgreed')
      .thenState({ variantKey: 'verify', due: { dueAt: at('2026-03-09 17:00') } as never });
  });

  it('comes before the due moment or not at all', () => {
    given(received)
      .under({ procedure })
      .when('2026-03-05 17:00', processing, 'agree-term', agreed)
      .thenRefused('term-after-due');
    given(received)
      .under({ procedure })
      .when('2026-03-05 16:59', processing, 'agree-term', agreed)
      .then('termAgreed');
  });

  it('puts off even an extended promise where it leads further, and never draws it nearer', () => {
    const extended = (dueAt: string) =>
      act('2026-03-03 08:00', director, 'extend', {
        dueAt: at(dueAt),
        reason: 'Chờ ký',
      });
    given(received, extended('2026-03-06 17:00'))
      .under({ procedure })
      .when('2026-03-04 08:00', processing, 'agree-term', agreed)
      .thenState({ due: { dueAt: at('2026-03-09 17:00') } as never });
    given(received, extended('2026-03-12 17:00'))
      .under({ procedure })
      .when('2026-03-04 08:00', processing, 'agree-term', agreed)
      .thenState({ due: { dueAt: at('2026-03-12 17:00') } as never });
  });

  it('never moves the promise that reports count against once it was extended', () => {
    const extended = act('2026-03-03 08:00', director, 'extend', {
      dueAt: at('2026-03-06 17:00'),
      reason: 'Chờ ký',
    });
    given(received, extended)
      .under({ procedure })
      .when('2026-03-04 08:00', processing, 'agree-term', agreed)
      .thenState({
        due: { dueAt: at('2026-03-09 17:00'), beforeExtensionAt: at('2026-03-05 17:00') } as never,
      });
  });

  it('can be agreed where there is no due moment yet', () => {
    given(received)
      .under({ procedure: { ...UNKNOWN_PROCEDURE, variants } })
      .when('2026-03-04 08:00', processing, 'agree-term', agreed)
      .then('termAgreed');
  });

  it('is one of the procedure’s own', () => {
    given(received)
      .under({ procedure })
      .when('2026-03-04 08:00', processing, 'agree-term', { variantKey: 'express', reason: 'x' })
      .thenRefused('unknown-variant');
  });
});

describe('a due moment revised', () => {
  it('takes over the later promise of the source', () => {
    const intake = anIntake({ declaredDueAt: at('2026-03-04 17:00') });
    given(receivedAt('2026-03-02 08:00', reception, intake))
      .when('2026-03-03 08:00', theProduct, 'revise-due', {
        cause: 'source',
        declaredDueAt: at('2026-03-06 17:00'),
      })
      .then('dueRevised')
      .thenState({ due: { dueAt: at('2026-03-06 17:00') } as never });
  });

  it('is no officer’s act', () => {
    given(received)
      .when('2026-03-03 08:00', director, 'revise-due', { cause: 'calendar' })
      .thenRefused('act-not-yours');
  });
});
