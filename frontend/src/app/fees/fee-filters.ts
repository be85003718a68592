import { type Day, formatDay, plusDays } from '#domain/working-time';
import type { Query } from '../api/index.ts';

/** The heaps one may look into; `due` is what the counter is for. */
export const feeViews = ['due', 'taken', 'overpaid', 'exempt', 'untold'] as const;
export type FeeView = (typeof feeViews)[number];

export const periodNames = ['today', 'yesterday', 'week', 'month'] as const;
export type PeriodName = (typeof periodNames)[number];

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** From the address bar, which is where the filters live. */
export interface FeeFilters extends Period {
  readonly view: FeeView;
  readonly method: string | undefined;
  readonly officer: string | undefined;
  readonly procedure: string | undefined;
}

export const viewOf = (text: string | undefined): FeeView =>
  feeViews.find((view) => view === text) ?? 'due';

/** Day 0 was a Thursday; weeks begin on Monday. */
const THURSDAY = 3;

const firstOf: Readonly<Record<PeriodName, (today: Day) => Day>> = {
  today: (today) => today,
  yesterday: (today) => plusDays(today, -1),
  week: (today) => plusDays(today, -((((today + THURSDAY) % 7) + 7) % 7)),
  month: (today) => plusDays(today, 1 - Number(formatDay(today).slice(8))),
};

/**
 * @example namedPeriod('week', 2026-03-04) // { from: '2026-03-02', to: '2026-03-04' }
 */
export const namedPeriod = (name: PeriodName, today: Day): Period => {
  const first = firstOf[name](today);
  return { from: formatDay(first), to: formatDay(name === 'yesterday' ? first : today) };
};

const narrowed = ({ method, officer, procedure }: FeeFilters): Query => ({
  method,
  officer,
  procedure,
});

const LIMIT = 100;

/** Payments lie in days; what is still owed is owed whenever it arose. */
export const listQuery = (filters: FeeFilters, unitId: number): Query => {
  const { view, from, to, procedure } = filters;
  if (view === 'taken') return { unitId, from, to, ...narrowed(filters), limit: LIMIT };
  return { unitId, standing: view, procedure, limit: LIMIT };
};
