import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../test/support/moment.ts';
import { anIntake, anOffice, director } from '../../../test/support/office.ts';
import { toldBySource, type Line } from '../../../test/support/source-events.ts';
import { clockHistoryOf } from './clock-history.ts';
import { decide } from './decide/decide.ts';
import { dueAfter } from './due-after.ts';
import { effectiveEvents } from './effective.ts';
import { foldEffective, replay } from './evolve.ts';

const office = anOffice({ now: at('2026-03-20 09:00'), actor: director });

const dueOf = (...lines: readonly Line[]): string | null =>
  local(dueAfter(effectiveEvents(toldBySource(...lines)), office)?.dueAt);

describe('a history told by a source system', () => {
  it('closes a supplement asked before the acceptance by the acceptance itself', () => {
    const events = toldBySource(
      ['submitted', '2026-03-02 08:00'],
      ['supplementRequested', '2026-03-02 09:00'],
      ['received', '2026-03-04 08:00'],
    );
    expect(replay(events)).toMatchObject({ name: 'received', openPauses: [], respondBy: null });
    expect(clockHistoryOf(effectiveEvents(events), 'acceptance')?.pauses).toEqual([]);
  });

  it('counts a second request during the same wait as that wait', () => {
    const events = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['supplementRequested', '2026-03-03 09:00'],
      ['supplementRequested', '2026-03-04 09:00'],
    );
    expect(replay(events)?.openPauses).toEqual([
      { cause: 'supplement', from: at('2026-03-03 09:00') },
    ]);
    expect(clockHistoryOf(effectiveEvents(events), 'acceptance')?.pauses).toEqual([
      { cause: 'supplement', from: at('2026-03-03 09:00') },
    ]);
  });

  it('may issue a result while papers are awaited: that ends the wait', () => {
    const events = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['supplementRequested', '2026-03-03 09:00'],
      ['resultIssued', '2026-03-04 09:00'],
    );
    expect(replay(events)).toMatchObject({ name: 'resultReady', openPauses: [] });
    expect(clockHistoryOf(effectiveEvents(events), 'acceptance')?.pauses).toEqual([
      {
        cause: 'supplement',
        from: at('2026-03-03 09:00'),
        to: at('2026-03-04 09:00'),
        endedBySource: true,
      },
    ]);
  });

  it('is finished by the first finish it tells, whatever it tells after', () => {
    const events = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['resultIssued', '2026-03-04 09:00'],
      ['withdrawn', '2026-03-05 09:00'],
    );
    expect(replay(events)).toMatchObject({
      name: 'resultReady',
      outcome: 'issued',
      finishedAt: at('2026-03-04 09:00'),
    });
  });

  it('shows the supplement first, then the payment, then the hold, where it lets several be open', () => {
    const open = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['held', '2026-03-02 09:00', { basisCode: 'inspection' }],
      ['paymentRequested', '2026-03-02 10:00', { amount: 1 }],
      ['supplementRequested', '2026-03-02 11:00'],
      ['supplementReceived', '2026-03-03 09:00'],
      ['paymentReceived', '2026-03-03 10:00', { amount: 1, method: 'online' }],
      ['resumed', '2026-03-03 11:00'],
    );
    const names = open.map((_, index) => replay(open.slice(0, index + 1))?.name);
    expect(names.slice(1)).toEqual([
      'onHold',
      'awaitingPayment',
      'awaitingSupplement',
      'awaitingPayment',
      'onHold',
      'received',
    ]);
  });

  it('ignores papers that arrive when none are awaited', () => {
    const events = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['supplementReceived', '2026-03-03 09:00'],
    );
    expect(replay(events)).toMatchObject({ name: 'received', submittedAt: null });
  });

  it('binds by the promise it declares, which its own pauses do not move', () => {
    const intake = anIntake({ declaredDueAt: at('2026-03-06 10:00') });
    const waited = [
      ['received', '2026-03-02 08:00', { intake }],
      ['supplementRequested', '2026-03-03 09:00'],
      ['supplementReceived', '2026-03-05 09:00'],
    ] as const;
    expect(dueOf(...waited)).toBe('2026-03-06 10:00');
    expect(
      dueOf(waited[0], waited[1], [
        'supplementReceived',
        '2026-03-05 09:00',
        { declaredDueAt: at('2026-03-09 10:00') },
      ]),
    ).toBe('2026-03-09 10:00');
  });

  it('has its promise moved by a wait that was ended here, by its whole length', () => {
    const told = toldBySource(
      [
        'received',
        '2026-03-02 08:00',
        { intake: anIntake({ declaredDueAt: at('2026-03-06 10:00') }) },
      ],
      ['supplementRequested', '2026-03-03 09:00'],
    );
    const state = replay(told);
    const result = decide({ type: 'receive-supplement', body: {} }, state, {
      ...office,
      now: at('2026-03-05 09:00'),
    });
    expect(result).toMatchObject({ value: { state: { due: { dueAt: at('2026-03-10 10:00') } } } });
  });

  it('keeps waiting for papers handed in where the unit does not end the wait with that', () => {
    const events = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['supplementRequested', '2026-03-03 09:00'],
      ['supplementSubmitted', '2026-03-04 09:00', { endsWait: false }],
    );
    expect(clockHistoryOf(effectiveEvents(events), 'acceptance')?.pauses).toEqual([
      { cause: 'supplement', from: at('2026-03-03 09:00') },
    ]);
  });

  it('keeps the promise it declared with the submission', () => {
    const intake = anIntake({ declaredDueAt: at('2026-03-06 10:00') });
    expect(
      dueOf(['submitted', '2026-03-01 20:00', { intake }], ['received', '2026-03-02 08:00']),
    ).toBe('2026-03-06 10:00');
  });

  it('starts the clock at the last submission before the acceptance, whatever came between', () => {
    const events = effectiveEvents(
      toldBySource(
        ['submitted', '2026-03-01 20:00'],
        ['noteAdded', '2026-03-01 21:00'],
        ['received', '2026-03-02 08:00'],
        ['supplementRequested', '2026-03-03 08:00'],
        ['supplementReceived', '2026-03-04 08:00'],
      ),
    );
    expect(clockHistoryOf(events, 'submission')?.startedAt).toBe(at('2026-03-01 20:00'));
  });

  it('starts the clock at the acceptance where it tells of no submission', () => {
    const events = effectiveEvents(toldBySource(['received', '2026-03-02 08:00']));
    expect(clockHistoryOf(events, 'submission')?.startedAt).toBe(at('2026-03-02 08:00'));
  });

  it('is not judged by our rules when something else is corrected', () => {
    const state = replay(
      toldBySource(
        ['received', '2026-03-02 08:00'],
        ['supplementRequested', '2026-03-03 09:00'],
        ['resultIssued', '2026-03-04 09:00'],
      ),
    );
    const result = decide(
      {
        type: 'correct',
        body: { version: 3, changes: { payload: { documentNo: '7' } }, reason: 'x' },
      },
      state,
      office,
    );
    expect(result.ok).toBe(true);
  });

  it('begins with an event that says who the dossier is, or it is none', () => {
    const [, second] = toldBySource(
      ['received', '2026-03-02 08:00'],
      ['resultIssued', '2026-03-04 09:00'],
    );
    expect(() => replay(second === undefined ? [] : [second])).toThrow('cannot begin');
    expect(() => foldEffective([])).toThrow('without a first event');
    expect(replay([])).toBeNull();
    expect(clockHistoryOf([], 'acceptance')).toBeNull();
  });
});
