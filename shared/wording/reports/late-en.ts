import type { ReportLateWords } from './late-vi.ts';

export const enLate: ReportLateWords = {
  title: 'Late dossiers',
  which: 'Kind of lateness',
  columns: { resolvedLate: 'Resolved late', pendingLate: 'Open and late' },
  due: 'Due',
  late: 'Late by',
  until: 'Settled, or counted until',
  kind: 'Which',
  others: (count) => `${count} more are late: see the list in the product.`,
  responsible: 'Responsible',
  held: 'Held by',
  from: 'From',
  to: 'To',
  time: 'Held for',
  afterDue: 'After due',
  hint: 'In working time. Responsible is whoever held the dossier when its due moment passed.',
  notYet: 'not late yet',
  none: 'No late dossiers in this period',
  noneHint: 'Every dossier of this period is in time.',
  open: 'Who held them, and for how long',
};
