import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt, type Act } from '../../../test/support/dossier-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { director, processing, reception } from '../../../test/support/office.ts';
import { toldBySource } from '../../../test/support/source-events.ts';
import { effectiveEvents } from './effective.ts';
import type { Span } from './span.ts';
import { spansOf } from './spans.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const supplement = { items: 'CCCD', reason: 'thiếu' };

const told = (spans: readonly Span[]): readonly unknown[] =>
  spans.map((span) => [local(span.from), local(span.to), span.state, local(span.dueAt)]);

const spansAfter = (...acts: readonly Act[]): readonly Span[] =>
  spansOf(effectiveEvents(given(...acts).history()));

describe('the spans of a dossier', () => {
  it('cover its life without gap or overlap, the last one without end', () => {
    const spans = spansAfter(
      received,
      act('2026-03-03 09:00', processing, 'request-supplement', supplement),
      act('2026-03-05 10:00', reception, 'receive-supplement', {}),
      act('2026-03-06 09:00', processing, 'issue-result', {}),
      act('2026-03-06 10:00', reception, 'return', { method: 'counter' }),
    );
    expect(told(spans)).toEqual([
      ['2026-03-02 08:00', '2026-03-03 09:00', 'received', '2026-03-05 17:00'],
      ['2026-03-03 09:00', '2026-03-05 10:00', 'awaitingSupplement', null],
      ['2026-03-05 10:00', '2026-03-06 09:00', 'received', '2026-03-09 17:00'],
      ['2026-03-06 09:00', '2026-03-06 10:00', 'resultReady', '2026-03-09 17:00'],
      ['2026-03-06 10:00', null, 'returned', '2026-03-09 17:00'],
    ]);
    expect(spans.map((span) => span.paused)).toEqual([[], ['supplement'], [], [], []]);
  });

  it('know step and holder, and are not cut by remarks', () => {
    const spans = spansAfter(
      received,
      act('2026-03-02 08:30', processing, 'note', { text: 'x' }),
      act('2026-03-02 09:00', reception, 'assign', { departmentCode: 'tu-phap' }),
      act('2026-03-02 10:00', processing, 'start-step', {}),
    );
    expect(spans.map(({ stepKey, holder }) => [stepKey, holder])).toEqual([
      ['receive', { userId: 'user-reception' }],
      ['appraise', { departmentCode: 'tu-phap' }],
      ['appraise', { departmentCode: 'tu-phap', userId: 'user-processing' }],
    ]);
  });

  it('are cut where another cause begins to wait, though the state stays the same', () => {
    const spans = spansOf(
      effectiveEvents(
        toldBySource(
          ['received', '2026-03-02 08:00'],
          ['supplementRequested', '2026-03-02 09:00'],
          ['paymentRequested', '2026-03-02 10:00', { amount: 1 }],
        ),
      ),
    );
    expect(spans.map((span) => span.paused)).toEqual([
      [],
      ['supplement'],
      ['supplement', 'payment'],
    ]);
  });

  it('begin without a holder and without a due moment before the acceptance', () => {
    const spans = spansOf(
      effectiveEvents(
        toldBySource(
          ['submitted', '2026-03-01 20:00'],
          ['supplementRequested', '2026-03-02 09:00'],
          ['supplementReceived', '2026-03-02 10:00'],
        ),
      ),
    );
    expect(
      spans.map(({ holder, dueAt, beforeExtensionAt }) => [holder, dueAt, beforeExtensionAt]),
    ).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('leave out what lasted no time', () => {
    const spans = spansAfter(
      received,
      act('2026-03-03 09:00', processing, 'request-supplement', supplement),
      act('2026-03-03 09:00', reception, 'receive-supplement', {}),
    );
    expect(told(spans)).toEqual([['2026-03-02 08:00', null, 'received', '2026-03-05 17:00']]);
  });

  it('keep one span where a dossier is received and finished in the same moment', () => {
    const spans = spansAfter(received, act('2026-03-02 08:00', processing, 'issue-result', {}));
    expect(told(spans)).toEqual([['2026-03-02 08:00', null, 'resultReady', '2026-03-05 17:00']]);
  });

  it('are told anew when the past is corrected', () => {
    const spans = spansAfter(
      received,
      act('2026-03-03 09:00', processing, 'issue-result', {}),
      act('2026-03-04 09:00', director, 'void', { version: 2, reason: 'Nhầm hồ sơ' }),
    );
    expect(told(spans)).toEqual([['2026-03-02 08:00', null, 'received', '2026-03-05 17:00']]);
  });

  it('keep the promise before the extension beside the new one', () => {
    const spans = spansAfter(
      received,
      act('2026-03-03 09:00', director, 'extend', {
        dueAt: at('2026-03-06 17:00'),
        reason: 'Chờ ký',
      }),
    );
    expect(spans.map((span) => [local(span.dueAt), local(span.beforeExtensionAt)])).toEqual([
      ['2026-03-05 17:00', '2026-03-05 17:00'],
      ['2026-03-06 17:00', '2026-03-05 17:00'],
    ]);
  });
});
