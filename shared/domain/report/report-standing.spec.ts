import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reportStanding } from './report-standing.ts';

const dueAt = at('2026-01-19 17:00');

describe('a report that is awaited', () => {
  it.each([
    ['sent', '2026-01-19 17:00', '2026-03-01'],
    ['sentLate', '2026-01-19 17:01', '2026-03-01'],
    ['notSent', null, '2026-01-19 17:00'],
    ['overdue', null, '2026-01-19 17:01'],
  ] as const)('is %s when sent %s, seen %s', (standing, sent, now) => {
    const sentAt = sent === null ? null : at(sent);
    expect(reportStanding({ dueAt, sentAt }, at(now))).toBe(standing);
  });
});
