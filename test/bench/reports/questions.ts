import { reportsPath } from '#contract/reports';
import { periodOf, type Period } from '#domain/report';
import { dayOf, formatDay, formatInstant, instant, plusDays, startOf } from '#domain/working-time';
import type { Span } from './by-hand.ts';

export interface Days {
  readonly name: 'month' | 'year';
  readonly period: Period;
}

/** The last month whose days are all past, and the twelve months that end with it. */
export function daysBefore(now: number): readonly [month: Days, year: Days] {
  const today = dayOf(instant(now));
  const [year, month] = formatDay(today).split('-').map(Number);
  const named = { kind: 'month', year: year ?? 0, month: month ?? 0 } as const;
  const current = periodOf(named);
  const last = current.to < today ? current : periodOf({ kind: 'range', ...before(current) });
  return [
    { name: 'month', period: last },
    { name: 'year', period: { from: plusDays(last.to, -364), to: last.to } },
  ];
}

const before = ({ from }: Period): Period => ({
  from: plusDays(from, -30),
  to: plusDays(from, -1),
});

export const spanOf = (units: readonly number[], { from, to }: Period): Span => ({
  units,
  start: formatInstant(startOf(from)),
  end: formatInstant(startOf(plusDays(to, 1))),
});

/** What is asked besides, without somebody who writes it by hand. */
export const BESIDES = [
  'ii06b?by=procedure',
  'ii06b?by=department',
  'ii06b?by=officer',
  'ii06b?by=responsible',
  'digitisation?by=field',
  'indicators?',
] as const;

export const OF_A_COMMUNE = ['steps?by=step', 'steps?by=department', 'review?', 'late?'] as const;

export const pathOf = (asked: string, unit: number, { from, to }: Period): string => {
  const [form = '', rest = ''] = asked.split('?');
  const query = new URLSearchParams(rest);
  query.set('unitId', String(unit));
  query.set('from', formatDay(from));
  query.set('to', formatDay(to));
  return `${reportsPath}/${form}?${query.toString()}`;
};
