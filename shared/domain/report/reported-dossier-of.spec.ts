import { describe, expect, it } from '@jest/globals';
import type { Instant } from '../working-time/index.ts';
import { at, local } from '../../../test/support/moment.ts';
import { reported } from '../../../test/support/reported-history.ts';

describe('R, the receipt of a dossier', () => {
  it('is its first acceptance', () => {
    const dossier = reported(
      {},
      ['submitted', '2026-01-10 20:00'],
      ['received', '2026-01-12 08:00', { due: '2026-01-14 17:00' }],
    );
    expect(local(dossier.receivedAt)).toBe('2026-01-12 08:00');
  });

  it('is the refusal where it was refused before acceptance, and so is F', () => {
    const dossier = reported(
      {},
      ['submitted', '2026-01-10 20:00'],
      ['refused', '2026-01-12 09:00', { payload: { reasonCode: 'not-competent' } }],
    );
    expect(local(dossier.receivedAt)).toBe('2026-01-12 09:00');
    expect(dossier.finish).toMatchObject({ at: at('2026-01-12 09:00'), outcome: 'refused' });
  });

  it('stays the acceptance where it was refused afterwards', () => {
    const dossier = reported({}, ['received', '2026-01-12 08:00'], ['refused', '2026-01-13 09:00']);
    expect(local(dossier.receivedAt)).toBe('2026-01-12 08:00');
  });

  it('is told even where a source dates the result before it', () => {
    const dossier = reported(
      {},
      ['submitted', '2026-01-10 20:00'],
      ['resultIssued', '2026-01-11 09:00'],
      ['received', '2026-01-12 08:00'],
    );
    expect(local(dossier.receivedAt)).toBe('2026-01-12 08:00');
    expect(local(dossier.finish?.at)).toBe('2026-01-11 09:00');
  });

  it('is the refusal, or none, where a source accepts what was already closed', () => {
    const closed = (type: 'refused' | 'withdrawn'): string | null =>
      local(
        reported(
          {},
          ['submitted', '2026-01-10 20:00'],
          [type, '2026-01-11 09:00'],
          ['received', '2026-01-12 08:00'],
        ).receivedAt,
      );
    expect([closed('refused'), closed('withdrawn')]).toEqual(['2026-01-11 09:00', null]);
  });

  it('is none where a result came without any receipt', () => {
    const dossier = reported(
      {},
      ['submitted', '2026-01-10 20:00'],
      ['resultIssued', '2026-01-11 09:00'],
    );
    expect(dossier.receivedAt).toBeNull();
  });

  it('is none while nobody accepted it, and none if it was withdrawn before', () => {
    expect(reported({}, ['submitted', '2026-01-10 20:00']).receivedAt).toBeNull();
    const withdrawn = reported(
      {},
      ['submitted', '2026-01-10 20:00'],
      ['withdrawn', '2026-01-11 08:00'],
    );
    expect(withdrawn.receivedAt).toBeNull();
  });
});

describe('F, the finish of a dossier', () => {
  it('is the result, not the hand-over', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-12 08:00', { due: '2026-01-14 17:00' }],
      ['resultIssued', '2026-01-14 16:00', { due: '2026-01-14 17:00' }],
      ['returned', '2026-01-20 09:00'],
    );
    expect(dossier.finish).toEqual({
      at: at('2026-01-14 16:00'),
      outcome: 'issued',
      dueAt: at('2026-01-14 17:00'),
      beforeExtensionAt: at('2026-01-14 17:00'),
    });
  });

  it('trap 11: stays the first result when a source tells a second one', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-12 08:00'],
      ['resultIssued', '2026-01-13 16:00'],
      ['resultIssued', '2026-02-20 16:00'],
    );
    expect(local(dossier.finish?.at)).toBe('2026-01-13 16:00');
  });

  it('trap 12: is never copied from the receipt', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-10 08:00'],
      ['resultIssued', '2026-01-12 10:15'],
    );
    expect([local(dossier.receivedAt), local(dossier.finish?.at)]).toEqual([
      '2026-01-10 08:00',
      '2026-01-12 10:15',
    ]);
  });

  it('is held against the last due moment told by then, an open pause closed by the finish', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-12 08:00', { due: '2026-01-14 17:00' }],
      ['supplementRequested', '2026-01-13 08:00', { due: null }],
      ['stopped', '2026-01-20 08:00', { due: '2026-01-21 17:00' }],
    );
    expect(local(dossier.finish?.dueAt)).toBe('2026-01-21 17:00');
  });

  it('does not count when it was voided', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-12 08:00'],
      ['resultIssued', '2026-01-13 16:00'],
      ['voided', '2026-01-13 16:30', { payload: { version: 2, dues: [] } }],
    );
    expect(dossier.finish).toBeNull();
  });

  it('counts as corrected when it was corrected', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-12 08:00'],
      ['resultIssued', '2026-01-15 09:00'],
      [
        'corrected',
        '2026-01-16 08:00',
        { payload: { version: 2, changes: { occurredAt: at('2026-01-14 16:00') }, dues: [] } },
      ],
    );
    expect(local(dossier.finish?.at)).toBe('2026-01-14 16:00');
  });
});

describe('what leaves a dossier out of every report', () => {
  it('is its annulment and its link to a primary, whenever they happened', () => {
    const linked = { payload: { dossierId: 'hs-0' } };
    expect(reported({}, ['received', '2026-01-12 08:00']).leftOut).toBeNull();
    expect(
      reported({}, ['received', '2026-01-12 08:00'], ['annulled', '2026-05-12 08:00']).leftOut,
    ).toBe('annulled');
    expect(
      reported({}, ['received', '2026-01-12 08:00'], ['linked', '2026-05-12 08:00', linked])
        .leftOut,
    ).toBe('linked');
  });

  it('ends with the link', () => {
    const dossier = reported(
      {},
      ['received', '2026-01-12 08:00'],
      ['linked', '2026-01-13 08:00', { payload: { dossierId: 'hs-0' } }],
      ['unlinked', '2026-01-14 08:00', { payload: { dossierId: 'hs-0' } }],
    );
    expect(dossier.leftOut).toBeNull();
  });
});

describe('the facts told of a dossier', () => {
  it('keeps the first moment of each', () => {
    const { facts } = reported(
      {},
      ['received', '2026-01-12 08:00'],
      ['componentsDigitised', '2026-01-12 08:05'],
      ['componentsDigitised', '2026-01-13 08:05'],
      ['resultIssued', '2026-01-13 16:00'],
      ['resultDigitised', '2026-01-13 16:05'],
      ['electronicResultIssued', '2026-01-13 16:06'],
      ['archivedToStore', '2026-01-13 16:07'],
      ['dataReused', '2026-01-13 16:08'],
    );
    expect(
      Object.fromEntries(
        (Object.entries(facts) as [string, Instant][]).map(([fact, when]) => [fact, local(when)]),
      ),
    ).toEqual({
      componentsDigitisedAt: '2026-01-12 08:05',
      resultDigitisedAt: '2026-01-13 16:05',
      electronicResultAt: '2026-01-13 16:06',
      archivedAt: '2026-01-13 16:07',
      dataReusedAt: '2026-01-13 16:08',
    });
  });

  it.each([
    ['feeCharged', { amount: 0 }, undefined],
    ['feeCharged', { amount: 8000 }, 'feeChargedAt'],
    ['paymentRequested', { amount: 50_000 }, 'feeChargedAt'],
    ['feePaid', { amount: 8000, method: 'online' }, 'feePaidOnlineAt'],
    ['feePaid', { amount: 8000, method: 'cash' }, undefined],
    ['feePaid', { amount: 0, method: 'online' }, undefined],
    ['paymentReceived', { amount: 50_000, method: 'online' }, 'feePaidOnlineAt'],
    ['paymentReceived', { amount: 50_000, method: 'transfer' }, undefined],
  ] as const)('reads %s %j as %s', (type, payload, fact) => {
    const { facts } = reported(
      {},
      ['received', '2026-01-12 08:00'],
      [type, '2026-01-12 09:00', { payload }],
    );
    expect(Object.keys(facts)).toEqual(fact === undefined ? [] : [fact]);
  });
});

describe('chưa có hạn', () => {
  it('ends with the first rule or promise, and a suspended due moment is one', () => {
    const never = reported({}, ['received', '2026-01-12 08:00', { withoutDue: true }]);
    const promised = reported(
      {},
      ['received', '2026-01-12 08:00', { withoutDue: true }],
      ['dueRevised', '2026-01-13 08:00', { due: '2026-01-16 17:00' }],
    );
    const suspended = reported({}, ['received', '2026-01-12 08:00', { due: null }]);
    expect(never.dueKnownFrom).toBeNull();
    expect(local(promised.dueKnownFrom)).toBe('2026-01-13 08:00');
    expect(local(suspended.dueKnownFrom)).toBe('2026-01-12 08:00');
  });
});
