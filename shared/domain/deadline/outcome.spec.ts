import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { DEFAULT_OUTCOME_RULES, outcomeOf, standingOf, type OutcomeRules } from './index.ts';

const due = at('2026-03-05 17:00');
const outcome = (finished: string, rules: Partial<OutcomeRules> = {}): string =>
  outcomeOf(at(finished), due, { ...DEFAULT_OUTCOME_RULES, ...rules });

describe('trước hạn, đúng hạn, quá hạn', () => {
  it('compares whole minutes: within the due minute is on time', () => {
    expect(outcome('2026-03-05 16:59:59')).toBe('early');
    expect(outcome('2026-03-05 17:00:00')).toBe('onTime');
    expect(outcome('2026-03-05 17:00:59')).toBe('onTime');
    expect(outcome('2026-03-05 17:01:00')).toBe('late');
  });

  it('early by day: the whole due day before the due moment is on time', () => {
    expect(outcome('2026-03-04 23:59', { earlyBy: 'day' })).toBe('early');
    expect(outcome('2026-03-05 07:30', { earlyBy: 'day' })).toBe('onTime');
    expect(outcome('2026-03-05 17:01', { earlyBy: 'day' })).toBe('late');
  });

  it('late after the end of the due day: the evening of the due day is on time', () => {
    expect(outcome('2026-03-05 23:59', { lateAfter: 'endOfDueDay' })).toBe('onTime');
    expect(outcome('2026-03-06 00:00', { lateAfter: 'endOfDueDay' })).toBe('late');
  });

  it('a due moment at 24:00 belongs to the day that ends there', () => {
    const midnight = at('2026-03-06 00:00');
    const rules = { earlyBy: 'day', lateAfter: 'endOfDueDay' } as const;
    expect(outcomeOf(at('2026-03-05 08:00'), midnight, rules)).toBe('onTime');
    expect(outcomeOf(midnight, midnight, rules)).toBe('onTime');
    expect(outcomeOf(at('2026-03-06 00:01'), midnight, rules)).toBe('late');
  });

  it('without a due moment nothing is ever late', () => {
    expect(outcomeOf(at('2026-03-05 08:00'), null, DEFAULT_OUTCOME_RULES)).toBe('early');
  });
});

describe('the five heaps of the work list', () => {
  const nearFrom = at('2026-03-05 15:00');
  const standing = (now: string, watch = { dueAt: due, nearFrom }): string =>
    standingOf(watch, at(now));

  it('goes from later over today and near to overdue', () => {
    expect(standing('2026-03-04 23:59')).toBe('later');
    expect(standing('2026-03-05 00:00')).toBe('today');
    expect(standing('2026-03-05 15:00')).toBe('near');
    expect(standing('2026-03-05 17:00')).toBe('near');
    expect(standing('2026-03-05 17:01')).toBe('overdue');
  });

  it('near comes before today where the threshold lies days before', () => {
    expect(standing('2026-03-04 09:00', { dueAt: due, nearFrom: at('2026-03-03 09:00') })).toBe(
      'near',
    );
  });

  it('without a threshold nothing is near', () => {
    expect(standingOf({ dueAt: due, nearFrom: null }, at('2026-03-05 16:59'))).toBe('today');
  });

  it('is overdue only after the due minute, as the outcome is late only then', () => {
    const watch = { dueAt: due, nearFrom: null };
    expect(standingOf(watch, at('2026-03-05 17:00:59'))).toBe('today');
    expect(standingOf(watch, at('2026-03-05 17:01:00'))).toBe('overdue');
    const midnight = { dueAt: at('2026-03-06 00:00'), nearFrom: null };
    expect(standingOf(midnight, at('2026-03-06 00:00:59'))).toBe('today');
  });

  it('due at 24:00 is due on the day that ends there', () => {
    expect(
      standingOf({ dueAt: at('2026-03-06 00:00'), nearFrom: null }, at('2026-03-05 08:00')),
    ).toBe('today');
  });
});
