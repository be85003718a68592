import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import {
  aUnit,
  anIntake,
  dataOfficer,
  processing,
  reception,
  theImport,
} from '../../../test/support/office.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const note = { text: 'Đã gọi điện' };

describe('when something happened', () => {
  it('is now, unless it is said otherwise', () => {
    given(received)
      .when('2026-03-02 09:00', processing, 'issue-result', {})
      .thenState({ finishedAt: at('2026-03-02 09:00') });
    given(received)
      .when(
        { told: '2026-03-02 09:00', occurredAt: at('2026-03-02 08:30') },
        processing,
        'issue-result',
        {},
      )
      .thenState({ finishedAt: at('2026-03-02 08:30') });
  });

  it('is not before what is known already, though the clock of the office was set back', () => {
    given(received, act('2026-03-02 09:00', processing, 'note', note))
      .when('2026-03-02 08:30', processing, 'issue-result', {})
      .thenState({ finishedAt: at('2026-03-02 09:00') });
  });

  it('is never in the future', () => {
    given(received)
      .when(
        { told: '2026-03-02 09:00', occurredAt: at('2026-03-02 09:00:01') },
        processing,
        'note',
        note,
      )
      .thenRefused('occurs-in-future');
  });

  it('is never before the move that came before it', () => {
    given(received)
      .when(
        { told: '2026-03-02 09:00', occurredAt: at('2026-03-02 07:59') },
        processing,
        'issue-result',
        {},
      )
      .thenRefused('occurs-before-previous');
    given(received)
      .when(
        { told: '2026-03-02 09:00', occurredAt: at('2026-03-02 08:00') },
        processing,
        'issue-result',
        {},
      )
      .then('resultIssued');
  });

  it('may be before an earlier remark, which moved nothing', () => {
    given(received, act('2026-03-02 10:00', processing, 'note', note))
      .when(
        { told: '2026-03-02 11:00', occurredAt: at('2026-03-02 09:00') },
        processing,
        'issue-result',
        {},
      )
      .thenState({ name: 'resultReady', finishedAt: at('2026-03-02 09:00') });
  });
});

describe('a remark', () => {
  it('told after others that happened later stands where it happened', () => {
    const linked = act('2026-03-02 11:00', dataOfficer, 'link', { dossierId: 'primary' });
    given(received, linked)
      .when(
        { told: '2026-03-02 12:00', occurredAt: at('2026-03-02 10:00') },
        processing,
        'note',
        note,
      )
      .thenState({ linkedTo: 'primary', version: 3 });
    given(
      received,
      linked,
      act('2026-03-02 11:10', processing, 'propose-supplement', {
        items: 'CCCD',
        reason: 'thiếu',
      }),
    )
      .when(
        { told: '2026-03-02 12:00', occurredAt: at('2026-03-02 10:30') },
        processing,
        'start-step',
        {},
      )
      .thenState({ name: 'processing' });
  });
});

describe('what is told late', () => {
  const yesterday = { occurredAt: at('2026-03-02 16:00') };

  it('needs no reason on the same working day, to the last minute', () => {
    const { events } = given(received)
      .when({ told: '2026-03-02 17:00', ...yesterday }, processing, 'issue-result', {})
      .decided();
    expect(events[0]?.backdated).toBe(false);
  });

  it('needs a reason after that working day and is marked', () => {
    given(received)
      .when({ told: '2026-03-02 17:01', ...yesterday }, processing, 'issue-result', {})
      .thenRefused('backdate-reason-required');
    given(received)
      .when(
        { told: '2026-03-02 17:01', ...yesterday, backdateReason: ' ' },
        processing,
        'issue-result',
        {},
      )
      .thenRefused('backdate-reason-required');
    const { events } = given(received)
      .when(
        { told: '2026-03-03 08:00', ...yesterday, backdateReason: 'Mất mạng' },
        processing,
        'issue-result',
        {},
      )
      .decided();
    expect(events[0]).toMatchObject({ backdated: true, texts: { backdateReason: 'Mất mạng' } });
  });

  it('is in time on the day itself when it happened at its very end', () => {
    const friday = receivedAt('2026-03-06 08:00', reception);
    const closing = { occurredAt: at('2026-03-06 17:00') };
    given(friday)
      .when({ told: '2026-03-06 17:01', ...closing }, processing, 'issue-result', {})
      .thenRefused('backdate-reason-required');
  });

  it('has until the end of the next working day when it happened after hours or on a day off', () => {
    const friday = receivedAt('2026-03-06 08:00', reception);
    const evening = { occurredAt: at('2026-03-06 19:00') };
    const sunday = { occurredAt: at('2026-03-08 10:00') };
    for (const timing of [evening, sunday]) {
      given(friday)
        .when({ told: '2026-03-09 17:00', ...timing }, processing, 'issue-result', {})
        .then('resultIssued');
      given(friday)
        .when({ told: '2026-03-09 17:01', ...timing }, processing, 'issue-result', {})
        .thenRefused('backdate-reason-required');
    }
  });

  it('is not asked where the unit does not ask it', () => {
    given(received)
      .under({ unit: aUnit({ backdatedAfter: 'never' }) })
      .when({ told: '2026-03-05 08:00', ...yesterday }, processing, 'issue-result', {})
      .then('resultIssued');
  });

  it('needs a reason whenever it falls into the period of an issued report', () => {
    const issuedUntil = at('2026-03-02 16:30');
    const told = act(
      {
        told: '2026-03-02 16:40',
        occurredAt: at('2026-03-02 08:00'),
        backdateReason: 'Mất mạng',
      },
      reception,
      'receive',
      { intake: anIntake() },
    );
    given(told)
      .under({ issuedUntil, unit: aUnit({ backdatedAfter: 'never' }) })
      .when({ told: '2026-03-02 16:45', ...yesterday }, processing, 'issue-result', {})
      .thenRefused('backdate-reason-required');
    given(told)
      .under({ issuedUntil })
      .when({ told: '2026-03-02 16:45', occurredAt: issuedUntil }, processing, 'issue-result', {})
      .then('resultIssued');
  });

  it('is never asked of an import', () => {
    given()
      .when({ told: '2026-03-20 08:00', ...yesterday }, theImport, 'receive', {
        intake: anIntake(),
      })
      .then('received');
  });
});
