import type { CityReport } from '#contract/reports';

export const HEAPS = [
  'all',
  'sent',
  'sentLate',
  'notSent',
  'overdue',
  'waiting',
  'returned',
] as const;
export type Heap = (typeof HEAPS)[number];

const isIn = ({ standing, issue }: CityReport, heap: Heap): boolean => {
  if (heap === 'all') return true;
  if (heap === 'waiting') return issue?.state === 'sent';
  return heap === 'returned' ? issue?.state === 'returnedByCity' : standing === heap;
};

/** The reports of a heap; counting them and listing them is the same question. */
export const reportsIn = (items: readonly CityReport[], heap: Heap): readonly CityReport[] =>
  items.filter((item) => isIn(item, heap));

/** Whether anything of the unit is here. */
export const isReceived = ({ sentAt }: CityReport): boolean => sentAt !== null;
