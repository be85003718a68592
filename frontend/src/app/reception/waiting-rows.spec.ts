import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_WEEKLY_HOURS,
  type Instant,
  compileCalendar,
  parseInstant,
} from '#domain/working-time';
import { intakeClock } from './intake-clock.ts';
import { merged, swept } from './waiting-rows.ts';

const row = (id: string, version = 1) => ({ id, version });
const nothing = { rows: [], gone: new Set<string>() };

describe('the list of what waits for acceptance', () => {
  it('keeps every row in its place while others accept, and puts the youngest last', () => {
    const begun = merged(nothing, [row('a'), row('b'), row('c')]);
    const after = merged(begun, [row('a', 2), row('c'), row('d')]);
    expect(after.rows).toEqual([row('a', 2), row('b'), row('c'), row('d')]);
    expect([...after.gone]).toEqual(['b']);
  });

  it('drops what is gone only when it is asked to', () => {
    const after = merged(merged(nothing, [row('a'), row('b')]), [row('b')]);
    expect(swept(after)).toEqual({ rows: [row('b')], gone: new Set() });
  });

  it('takes a row back that waits again', () => {
    const gone = merged(merged(nothing, [row('a')]), []);
    expect(merged(gone, [row('a', 3)])).toEqual({ rows: [row('a', 3)], gone: new Set() });
  });
});

describe('the clock of an online dossier', () => {
  const calendar = compileCalendar(
    { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [2026] },
    'v1',
  );
  const at = (text: string): Instant => parseInstant(`2026-01-${text}:00+07:00`) as Instant;
  const hours = (count: number): number => count * 3_600_000;

  it.each([
    ['counts working hours only', '15T16:00', '16T08:30', 'later', hours(6)],
    ['is near from four hours on', '15T08:00', '15T14:00', 'near', hours(3.5)],
    ['stands still over a weekend', '16T16:00', '19T07:30', 'later', hours(7)],
    ['is late after eight of them', '15T07:30', '16T08:00', 'late', hours(0.5)],
  ] as const)('%s', (...[, sent, now, standing, span]) => {
    expect(intakeClock(at(sent), at(now), calendar)).toEqual({ standing, span });
  });
});
