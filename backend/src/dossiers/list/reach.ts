import type { CountsQuery } from '#contract/dossiers';
import type { StateName } from '#domain/dossier';
import { dayOf, parseDay, type Day, type Instant } from '#domain/working-time';
import type { Half, Phase, Sort } from './order.ts';

const DONE: ReadonlySet<StateName> = new Set<StateName>([
  'resultReady',
  'returned',
  'refused',
  'stopped',
  'withdrawn',
]);

const halfOf = (state: StateName): readonly Half[] => {
  if (state === 'annulled') return ['open', 'done'];
  return DONE.has(state) ? ['done'] : ['open'];
};

/** A stretch of receipts shorter than this is read through and put in order; a longer one is walked in order. */
const SHORT_DAYS = 100;

const dayOfBound = (bound: string | Instant): Day | undefined =>
  typeof bound === 'string' ? parseDay(bound) : dayOf(bound);

const isShort = ({ from, to }: CountsQuery, today: Day): boolean => {
  const first = from === undefined ? undefined : dayOfBound(from);
  const last = (to === undefined ? undefined : dayOfBound(to)) ?? today;
  return first !== undefined && last - first < SHORT_DAYS;
};

const onlyOpen = ({ due, paused, stepLate, stale }: CountsQuery): boolean =>
  due !== undefined || paused === true || stepLate === true || stale === true;

/** In which halves the filters can find anything. */
export const halvesOf = (filters: CountsQuery, sort: Sort, now: Instant): readonly Half[] => {
  if (onlyOpen(filters)) return ['open'];
  if (sort.endsWith('received') || isShort(filters, dayOf(now))) return ['both'];
  const halves = filters.state?.flatMap(halfOf);
  return halves === undefined ? ['open', 'done'] : [...new Set(halves)];
};

/** Those with a moment and those without are asked for apart; some filters leave only one of the two. */
export const phasesOf = ({ due, from, to }: CountsQuery, sort: Sort): readonly Phase[] => {
  if (sort.endsWith('due')) {
    if (due === 'none') return ['undated'];
    return due === undefined ? ['dated', 'undated'] : ['dated'];
  }
  return from === undefined && to === undefined ? ['dated', 'undated'] : ['dated'];
};
