import type { Query } from '../api/index.ts';

/** Whose work: one's own, or the unit's. */
type Scope = 'mine' | 'unit';

export interface WorkFilters {
  readonly scope: Scope;
  readonly due: string | undefined;
  /** A code, from an address somebody opened. */
  readonly q: string | undefined;
  readonly sort: string | undefined;
  /** What was typed into the search box: it may name a person, so it stands in no address. */
  readonly text: string;
}

/** The heaps one may look into; *tạm dừng* is the paused part of those without a due moment. */
const openHeaps = ['overdue', 'today', 'near', 'paused', 'later', 'none'] as const;
/** What is done and still to be handed over, and what has been: whoever held it. */
const doneHeaps = ['ready', 'returned'] as const;
export const heaps = [...openHeaps, ...doneHeaps] as const;
export type Heap = (typeof heaps)[number];

const OPEN_STATES = [
  ...['submitted', 'awaitingIntakeSupplement', 'received', 'processing', 'awaitingSupplement'],
  ...['awaitingPayment', 'onHold'],
];

const DONE_STATES: Readonly<Record<string, string>> = {
  ready: 'resultReady',
  returned: 'returned',
};

const narrowed = ({ scope, q, due }: WorkFilters): Query => ({
  // Nobody holds what is finished: whoever is at the counter hands it over.
  ...(scope === 'mine' && DONE_STATES[due ?? ''] === undefined && { holder: 'me' }),
  ...(q !== undefined && q !== '' && { q }),
});

const heapQuery = (due: string | undefined): Query => {
  const done = DONE_STATES[due ?? ''];
  if (done !== undefined) return { state: [done] };
  if (due === undefined || due === '') return { state: OPEN_STATES };
  return due === 'paused' ? { paused: true } : { due };
};

const isSearch = ({ q, text }: WorkFilters): boolean =>
  (q !== undefined && q !== '') || text !== '';

/** Which dossiers are meant: by a list, by counts, by a command for all of them. */
export const meantQuery = (filters: WorkFilters, unitId: number): Query => ({
  unitId,
  ...narrowed(filters),
  // What is looked for is looked for among finished dossiers too.
  ...(isSearch(filters) && filters.due === undefined ? {} : heapQuery(filters.due)),
});

const usualSort = (due: string | undefined): string => (due === 'returned' ? '-received' : 'due');

export const sortOf = ({ sort, due }: WorkFilters): string => sort ?? usualSort(due);

/** What the server is asked for, from what stands in the address bar. */
export const listQuery = (filters: WorkFilters, unitId: number): Query => ({
  ...meantQuery(filters, unitId),
  sort: sortOf(filters),
  limit: 100,
});

/** The same predicates, counted: a chip and the list behind it never differ. */
export const countsQuery = (filters: WorkFilters, unitId: number): Query => ({
  unitId,
  ...narrowed({ ...filters, due: undefined }),
});
