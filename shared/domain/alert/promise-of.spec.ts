import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { aProcedure, anOffice, director, reception } from '../../../test/support/office.ts';
import { DEFAULT_ALERT_RULES, nearFromOf, promiseOf } from './index.ts';

/** Monday; three working days: due on Thursday 2026-03-05 17:00. */
const received = receivedAt('2026-03-02 09:00', reception);
const office = anOffice({ now: at('2026-03-04 10:00') });

describe('the promise an alert speaks of', () => {
  it('begins at the receipt and was put in force by it', () => {
    const note = act('2026-03-03 09:00', director, 'note', { text: 'Đã gọi' });
    expect(promiseOf(given(received, note).state(), office)).toEqual({
      startedAt: at('2026-03-02 09:00'),
      dueAt: at('2026-03-05 17:00'),
      pausedFor: 0,
      since: { at: at('2026-03-02 09:00'), version: 1, by: 'user-reception' },
      allowance: { kind: 'workingDays', amount: 3 },
      extended: false,
    });
  });

  it('begins, under restart, after the last wait', () => {
    const procedure = aProcedure({ onSupplement: 'restart' });
    const state = given(
      received,
      act('2026-03-03 09:00', director, 'request-supplement', { items: 'Ảnh', reason: 'Thiếu' }),
      act('2026-03-04 08:00', reception, 'receive-supplement', {}),
    )
      .under({ procedure })
      .state();
    expect(promiseOf(state, { ...office, procedure })).toMatchObject({
      startedAt: at('2026-03-04 08:00'),
      since: { version: 3 },
    });
  });

  it('stands after the finish as it stood then', () => {
    const issued = act('2026-03-03 09:00', director, 'issue-result', {});
    const state = given(received, issued).state();
    expect(promiseOf(state, office)?.dueAt).toBe(at('2026-03-05 17:00'));
    expect(nearFromOf(state, office, DEFAULT_ALERT_RULES)).toBeNull();
  });

  it('is not there while the citizen is waited for', () => {
    const asked = act('2026-03-03 09:00', director, 'request-payment', { amount: 1 });
    expect(promiseOf(given(received, asked).state(), office)).toBeNull();
  });

  it('is near from the first threshold of the rules it is read by', () => {
    const state = given(received).state();
    const near = (thresholds: readonly { at: 'daysBefore'; days: number }[]) =>
      local(
        nearFromOf(state, office, {
          ...DEFAULT_ALERT_RULES,
          overrides: [{ kind: 'dossier.near', thresholds }],
        }),
      );
    expect(local(nearFromOf(state, office, DEFAULT_ALERT_RULES))).toBe('2026-03-04 17:00');
    expect(near([{ at: 'daysBefore', days: 2 }])).toBe('2026-03-03 17:00');
    expect(near([])).toBeNull();
  });
});
