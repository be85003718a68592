import { describe, expect, it } from '@jest/globals';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { DEFAULT_WEEKLY_HOURS, compileCalendar, parseDay } from '#domain/working-time';
import { handoverParts } from './handover-parts.ts';

const calendar = compileCalendar(
  { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [] },
  'test',
);
const page = (dues: readonly (string | null)[], nextCursor: string | null = null) =>
  ({
    items: dues.map((dueAt, at) => ({ id: `${at}`, dueAt }) as DossierItem),
    nextCursor,
  }) satisfies Page<DossierItem>;
const none = page([]);
const friday = parseDay('2026-01-16');

describe('the end-of-day handover', () => {
  it('names what is due by the end of the next working day, over a weekend as well', () => {
    const open = page(['2026-01-15T17:00:00+07:00', '2026-01-19T17:00:00+07:00', null]);
    const later = page([...['2026-01-20T08:00:00+07:00']]);
    if (friday === undefined) throw new Error('the calendar has this day');
    const [late] = handoverParts({ came: none, gone: none, open }, friday, calendar);
    expect(late?.rows.map(({ id }) => id)).toEqual(['0', '1']);
    const [nothing] = handoverParts({ came: none, gone: none, open: later }, friday, calendar);
    expect(nothing?.rows).toEqual([]);
  });

  it('says where there are more than it shows', () => {
    if (friday === undefined) throw new Error('the calendar has this day');
    const open = page(['2026-01-15T17:00:00+07:00'], 'next');
    const parts = handoverParts({ came: none, gone: none, open }, friday, calendar);
    expect(parts.map(({ name, isMore }) => [name, isMore])).toEqual([
      ['late', true],
      ['came', false],
      ['gone', false],
      ['open', true],
    ]);
  });
});
