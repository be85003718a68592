import type { Members, Table } from './cells.ts';
import type { Check } from './check.ts';
import { ii06bChecks } from './ii06b-checks.ts';
import { II06B_COLUMNS, type Ii06bColumn, type Layout } from './ii06b-columns.ts';
import { columnsOfPassage } from './ii06b-place.ts';
import { listNotCounted, type NotCounted } from './not-counted.ts';
import { latenessOf, passagesIn, type ReportScope } from './passages.ts';
import { boundsOf } from './period.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { rowKeyOf, type RowBy } from './row-key.ts';
import { tabulate, type RowNames } from './tabulate.ts';
import { listWithoutDueMoment } from './without-due-moment.ts';

export interface Ii06bParameters extends ReportScope {
  readonly by?: RowBy;
  readonly layout?: Layout;
  readonly names?: RowNames;
}

/** Biểu số II.06b/VPCP/KSTT: every number with the dossiers it counts and the sums that must hold. */
export interface Ii06b extends Table<Ii06bColumn> {
  readonly form: 'ii06b';
  readonly checks: readonly Check[];
  readonly notCounted: NotCounted;
  /** *Chưa có hạn*: counted as early or in time, and named so that somebody looks. */
  readonly withoutDueMoment: Members;
}

/**
 * The form over a period, both days included, folded from all that is now known of the dossiers.
 *
 * @example ii06b(dossiers, { from: 15/12/2025, to: 14/01/2026 }).total.resolved.length // 3743
 */
export function ii06b(dossiers: readonly ReportedDossier[], parameters: Ii06bParameters): Ii06b {
  const { by = 'field', layout = 16, authority = 'commune', names } = parameters;
  const [bounds, rules] = [boundsOf(parameters), latenessOf(parameters)];
  const counted = [...passagesIn(dossiers, parameters)];
  const places = counted.map(({ dossier, passage }) => ({
    id: dossier.id,
    row: rowKeyOf(dossier, by, bounds.end, rules),
    columns: columnsOfPassage(passage, layout),
  }));
  const table = tabulate(II06B_COLUMNS, places, names);
  return {
    form: 'ii06b',
    ...table,
    checks: ii06bChecks(table),
    notCounted: listNotCounted(dossiers, bounds, authority),
    withoutDueMoment: listWithoutDueMoment(counted, bounds.end),
  };
}
