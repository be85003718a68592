/**
 * The fourteen numbers of Biểu số II.06b/VPCP/KSTT, columns (3) to (16), in their order on the form.
 */
export const II06B_COLUMNS = [
  'total',
  'onlineInPeriod',
  'directOrPostInPeriod',
  'carriedOver',
  'resolved',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'rejected',
  'withdrawn',
  'pending',
  'pendingInTime',
  'pendingLate',
  'pendingSupplement',
] as const;

export type Ii06bColumn = (typeof II06B_COLUMNS)[number];

/** 16 columns as the communes print it; 13 columns as TT 01/2020/TT-VPCP, Biểu II.06a, has it. */
export type Layout = 16 | 13;

/** How a dossier came into the period: exactly one of the three. */
export type Entry = 'onlineInPeriod' | 'directOrPostInPeriod' | 'carriedOver';

export type Settled =
  'resolvedEarly' | 'resolvedOnTime' | 'resolvedLate' | 'rejected' | 'withdrawn';
export type Pending = 'pendingInTime' | 'pendingLate' | 'pendingSupplement';

/** Where the end of the period finds a dossier: exactly one of the eight. */
export type Exit = Settled | Pending;

/** The columns that count a dossier for how the period ends for it: its own and the sum above it. */
export const COLUMNS_OF_EXIT = {
  resolvedEarly: ['resolved', 'resolvedEarly'],
  resolvedOnTime: ['resolved', 'resolvedOnTime'],
  resolvedLate: ['resolved', 'resolvedLate'],
  rejected: ['resolved', 'rejected'],
  withdrawn: ['resolved', 'withdrawn'],
  pendingInTime: ['pending', 'pendingInTime'],
  pendingLate: ['pending', 'pendingLate'],
  pendingSupplement: ['pending', 'pendingSupplement'],
} as const satisfies Record<Exit, readonly Ii06bColumn[]>;

/** What the 13-column layout has no column for goes where the national system prints it. */
const FOLDED: Readonly<Partial<Record<Exit, Exit>>> = {
  rejected: 'resolvedOnTime',
  withdrawn: 'resolvedOnTime',
  pendingSupplement: 'pendingInTime',
};

/** Where a layout prints an exit: the 13-column one folds (11) and (12) into (9), (16) into (14). */
export const exitIn = (layout: Layout, exit: Exit): Exit =>
  layout === 13 ? (FOLDED[exit] ?? exit) : exit;

/** The columns a layout prints; the others stay empty in it. */
export const columnsOf = (layout: Layout): readonly Ii06bColumn[] =>
  II06B_COLUMNS.filter((column) => layout === 16 || !Object.hasOwn(FOLDED, column));

type Numbers = Readonly<Record<Ii06bColumn, number>>;

/**
 * The numbers of a row as a layout prints them: what it has no column for is added where it goes.
 *
 * @example numbersIn(13, row).resolvedOnTime // (9) + (11) + (12) of the 16 columns
 */
export const numbersIn = (layout: Layout, numbers: Numbers): Numbers => {
  if (layout === 16) return numbers;
  const folded = { ...numbers };
  for (const [from, into] of Object.entries(FOLDED) as readonly [Exit, Exit][]) {
    folded[into] += numbers[from];
    folded[from] = 0;
  }
  return folded;
};

const PENDING: readonly Exit[] = ['pendingInTime', 'pendingLate', 'pendingSupplement'];

export const isPending = (exit: Exit): exit is Pending => PENDING.includes(exit);
