import type { Ii06bColumn } from '../report/index.ts';

/** What sentences count over several columns of II.06b at once. */
const JOINED_COLUMNS = {
  /** Received in the period: (4)+(5). */
  fresh: ['onlineInPeriod', 'directOrPostInPeriod'],
  /** *Đúng và trước hạn*: (8)+(9). */
  inTime: ['resolvedEarly', 'resolvedOnTime'],
  /** With a result: (8)+(9)+(10). */
  withResult: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate'],
} as const satisfies Readonly<Record<string, readonly Ii06bColumn[]>>;

export type JoinedColumn = keyof typeof JOINED_COLUMNS;

const joined: Readonly<Record<string, readonly string[]>> = JOINED_COLUMNS;

/**
 * The columns a cell of a sentence stands for.
 *
 * @example columnsNamed('fresh') // ['onlineInPeriod', 'directOrPostInPeriod']
 */
export const columnsNamed = (column: string): readonly string[] => joined[column] ?? [column];

/** How many stand in the columns together; no dossier stands in two of them. */
export const countIn = (
  ii06b: Readonly<Record<Ii06bColumn, number>>,
  column: Ii06bColumn | JoinedColumn,
): number =>
  (columnsNamed(column) as readonly Ii06bColumn[]).reduce((sum, each) => sum + ii06b[each], 0);
