import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at } from '../../../test/support/moment.ts';
import { aUnit, anIntake, processing, reception, theImport } from '../../../test/support/office.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const note = { text: 'Đã gọi điện' };

describe('when something happened', () => {
  it('is now, unless it is said otherwise', () => {
    given(received)
      .when('2026-03-02 09:00', processing, 'issue-result', {})
      .thenState({ finishedAt: at('2026-03-02 09:00') });
    given(received)
      .when('2026-03-02 09:00', processing, 'issue-result', {}, { occurredAt: at('2026-03-02 08:30') })
      .thenState({ finishedAt: at('2026-03-02 08:30') });
  });

  it('is never in the future', () => {
    given(received)
      .when('2026-03-02 09:00', processing, 'note', note, { occurredAt: at('2026-03-02 09:00:01') })
      .thenRefused('occurs-in-future');
  });

  it('is never before the move that came before it', () => {
    given(received)
      .when('2026-03-02 09:00', processing, 'issue-result', {}, { occurredAt: at('2026-03-02 07:59') })
      .thenRefused('occurs-before-previous');
    given(received)
      .when('2026-03-02 09:00', processing, 'issue-result', {}, { occurredAt: at('2026-03-02 08:00') })
      .then('resultIssued');
  });

  it('may be before an earlier remark, which moved nothing', () => {
    given(received, act('2026-03-02 10:00', processing, 'note', note))
      .when('2026-03-02 11:00', processing, 'issue-result', {}, { occurredAt: at('2026-03-02 09:00') })
      .thenState({ name: 'resultReady', finishedAt: at('2026-03-02 09:00') });
  });
});

describe('what is told late', () => {
  const yesterday = { occurredAt: at('2026-03-02 16:00') };

  it('needs no reason on the same working day, to the last minute', () => {
    const { events } = given(received)
      .when('2026-03-02 17:00', processing, 'issue-result', {}, yesterday)
      .decided();
    expect(events[0]?.backdated).toBe(false);
  });

  it('needs a reason after that working day and is marked', () => {
    given(received)
      .when('2026-03-02 17:01', processing, 'issue-result', {}, yesterday)
      .thenRefused('backdate-reason-required');
    given(received)
      .when('2026-03-02 17:01', processing, 'issue-result', {}, { ...yesterday, backdateReason: ' ' })
      .thenRefused('backdate-reason-required');
    const { events } = given(received)
      .when('2026-03-03 08:00', processing, 'issue-result', {}, { ...yesterday, backdateReason: 'Mất mạng' })
      .decided();
    expect(events[0]).toMatchObject({ backdated: true, texts: { backdateReason: 'Mất mạng' } });
  });

  it('has until the end of the next working day when it happened after hours or on a day off', () => {
    const friday = receivedAt('2026-03-06 08:00', reception);
    const evening = { occurredAt: at('2026-03-06 19:00') };
    const sunday = { occurredAt: at('2026-03-08 10:00') };
    for (const timing of [evening, sunday]) {
      given(friday).when('2026-03-09 17:00', processing, 'issue-result', {}, timing).then('resultIssued');
      given(friday)
        .when('2026-03-09 17:01', processing, 'issue-result', {}, timing)
        .thenRefused('backdate-reason-required');
    }
  });

  it('is not asked where the unit does not ask it', () => {
    given(received)
      .under({ unit: aUnit({ backdatedAfter: 'never' }) })
      .when('2026-03-05 08:00', processing, 'issue-result', {}, yesterday)
      .then('resultIssued');
  });

  it('needs a reason whenever it falls into the period of an issued report', () => {
    const issuedUntil = at('2026-03-02 16:30');
    given(received)
      .under({ issuedUntil, unit: aUnit({ backdatedAfter: 'never' }) })
      .when('2026-03-02 16:45', processing, 'issue-result', {}, yesterday)
      .thenRefused('backdate-reason-required');
    given(received)
      .under({ issuedUntil })
      .when('2026-03-02 16:45', processing, 'issue-result', {}, { occurredAt: issuedUntil })
      .then('resultIssued');
  });

  it('is never asked of an import', () => {
    given()
      .when('2026-03-20 08:00', theImport, 'receive', { intake: anIntake() }, yesterday)
      .then('received');
  });
});
