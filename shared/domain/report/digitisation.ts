import { numbersOf, type Cells, type Members, type Sized, type Table } from './cells.ts';
import type { Check } from './check.ts';
import { digitisationChecks } from './digitisation-checks.ts';
import { DIGITISATION_COLUMNS, type DigitisationColumn } from './digitisation-columns.ts';
import { isPending } from './ii06b-columns.ts';
import { latenessOf, passagesIn, type ReportScope } from './passages.ts';
import { boundsOf } from './period.ts';
import { profileOf, type Profile } from './profile.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { rowKeyOf, type RowBy } from './row-key.ts';
import type { Share } from './share.ts';
import { tabulate, type RowNames } from './tabulate.ts';

/** Something that the sums allow and an officer should still look at. */
export interface Flag {
  readonly code: 'open-with-result-file';
  readonly members: Members;
}

/** Phụ lục 01 — thống kê số hóa (21 columns). */
export interface Digitisation extends Table<DigitisationColumn> {
  readonly form: 'digitisation';
  readonly checks: readonly Check[];
  readonly flags: readonly Flag[];
}

export interface DigitisationParameters extends ReportScope {
  readonly by?: RowBy;
  readonly names?: RowNames;
}

/**
 * The digitisation of the dossiers that II.06b counts: (3), (4) and (10) are its (3), (13) and (7), the same
 * sets; files count as they were when the period ended.
 *
 * @example digitisation(dossiers, { from: 15/12/2025, to: 14/01/2026 }).total.resolvedWithBoth.length // 3723
 */
export function digitisation(
  dossiers: readonly ReportedDossier[],
  parameters: DigitisationParameters,
): Digitisation {
  const { by = 'unit', names } = parameters;
  const [{ end }, rules] = [boundsOf(parameters), latenessOf(parameters)];
  const places = [...passagesIn(dossiers, parameters)].map((counted) => ({
    id: counted.dossier.id,
    row: rowKeyOf(counted.dossier, by, end, rules),
    columns: columnsOfFiles(profileOf(counted, end)),
  }));
  const table = tabulate(DIGITISATION_COLUMNS, places, names);
  return {
    form: 'digitisation',
    ...table,
    checks: digitisationChecks(table),
    flags: flagsOf(table.total),
  };
}

/** The columns of Phụ lục 01 that count a dossier. */
export function columnsOfFiles({ passage, had }: Profile): readonly DigitisationColumn[] {
  const resolved = !isPending(passage.exit);
  const files = filesOf(
    resolved ? 'resolved' : 'pending',
    had.has('componentsDigitisedAt'),
    had.has('resultDigitisedAt'),
  );
  const kept: DigitisationColumn[] = [];
  if (resolved && had.has('archivedAt')) kept.push('archived');
  if (had.has('dataReusedAt')) kept.push('reused');
  return ['total', ...files, ...kept];
}

/** The columns of one half of the form, for dossiers still open or settled. */
function filesOf(
  half: 'pending' | 'resolved',
  components: boolean,
  result: boolean,
): readonly DigitisationColumn[] {
  return [
    half,
    components ? `${half}WithComponents` : `${half}WithoutComponents`,
    result ? `${half}WithResult` : `${half}WithoutResult`,
    ...(components && result ? [`${half}WithBoth` as const] : []),
  ];
}

/** Seed report 01/2026: two dossiers still open already had result files, and nobody had noticed. */
function flagsOf({ pendingWithResult }: Cells<DigitisationColumn>): readonly Flag[] {
  return pendingWithResult.length === 0
    ? []
    : [{ code: 'open-with-result-file', members: pendingWithResult }];
}

/** Columns (16), (17), (18) and (21): shares whose terms stand in the same row. */
export function digitisationShares(
  cells: Cells<DigitisationColumn, Sized>,
): Record<'components' | 'result' | 'both' | 'reused', Share> {
  const numbers = numbersOf(cells);
  const ofResolved = (numerator: number): Share => ({ numerator, denominator: numbers.resolved });
  return {
    components: ofResolved(numbers.resolvedWithComponents),
    result: ofResolved(numbers.resolvedWithResult),
    both: ofResolved(numbers.resolvedWithBoth),
    reused: { numerator: numbers.reused, denominator: numbers.total },
  };
}
