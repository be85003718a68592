import { DEFAULT_OUTCOME_RULES, outcomeOf } from '../deadline/index.ts';
import type { Instant } from '../working-time/index.ts';
import { TOTAL_ROW, type Cells, type Row, type Table } from './cells.ts';
import { passagesIn, type ReportScope } from './passages.ts';
import { boundsOf, type Bounds } from './period.ts';
import type { ReportedDossier, ReportedStay } from './reported-dossier.ts';
import { UNASSIGNED_ROW } from './row-key.ts';
import { tabulate, type Place, type RowNames } from './tabulate.ts';

/** `partlyLate` is *quá hạn một phần*; `partlyLateOpen` the part of it that still waits at the step. */
export const STEP_COLUMNS = ['handled', 'partlyLate', 'partlyLateOpen'] as const;

export type StepColumn = (typeof STEP_COLUMNS)[number];

/** Rows overlap: a dossier stands in every row it passed through, and once in the total. */
export interface StepsReport extends Table<StepColumn> {
  readonly form: 'steps';
}

export type StepsBy = 'step' | 'department';

export interface StepsParameters extends ReportScope {
  readonly by?: StepsBy;
  readonly names?: RowNames;
}

/**
 * Where the time went: per step or department the dossiers that stayed there in the period, and those whose
 * step clock had run out by its end, whatever became of the dossier.
 *
 * @example stepsReport(dossiers, { from: 01/01/2026, to: 22/01/2026 }).rows // vanThu: partlyLate 5
 */
export function stepsReport(
  dossiers: Iterable<ReportedDossier>,
  parameters: StepsParameters,
): StepsReport {
  const counted = [...passagesIn(dossiers, parameters)];
  return stayedReport(
    counted.map(({ dossier }) => dossier),
    parameters,
  );
}

/** A dossier as far as a report by steps looks at it. */
export type Stayed = Pick<ReportedDossier, 'id' | 'stays'>;

/**
 * The same of dossiers that are known to be counted in the period.
 *
 * @example stayedReport([{ id, stays }], { from: 01/01/2026, to: 22/01/2026 }).rows
 */
export function stayedReport(
  dossiers: readonly Stayed[],
  { by = 'step', names, ...period }: StepsParameters,
): StepsReport {
  const bounds = boundsOf(period);
  return {
    form: 'steps',
    rows: tabulated(dossiers, bounds, ROW_OF_STAY[by], names).rows,
    total: tabulated(dossiers, bounds, () => TOTAL_ROW).total,
  };
}

type RowOfStay = (stay: ReportedStay) => string;

export const ROW_OF_STAY = {
  step: ({ stepKey }) => stepKey,
  department: ({ departmentCode }) => departmentCode ?? UNASSIGNED_ROW,
} as const satisfies Record<StepsBy, RowOfStay>;

function tabulated(
  dossiers: readonly Stayed[],
  bounds: Bounds,
  rowOf: RowOfStay,
  names?: RowNames,
): { readonly rows: readonly Row<StepColumn>[]; readonly total: Cells<StepColumn> } {
  const places = dossiers.flatMap((dossier) => placesOf(dossier, bounds, rowOf));
  return tabulate(STEP_COLUMNS, places, names);
}

/** One place in each row the dossier stayed in, however often it came back there. */
function placesOf(
  { id, stays }: Stayed,
  bounds: Bounds,
  rowOf: RowOfStay,
): readonly Place<StepColumn>[] {
  const inPeriod = stays.filter((stay) => overlaps(stay, bounds));
  return [...Map.groupBy(inPeriod, rowOf)].map(([row, staysThere]) => ({
    id,
    row,
    columns: columnsOfStays(staysThere, bounds.end),
  }));
}

const overlaps = ({ startedAt, endedAt }: ReportedStay, { start, end }: Bounds): boolean =>
  startedAt < end && (endedAt === null || endedAt >= start);

function columnsOfStays(stays: readonly ReportedStay[], end: Instant): readonly StepColumn[] {
  const late = stays.filter((stay) => ranOut(stay, end));
  return [
    'handled',
    ...(late.length > 0 ? ['partlyLate' as const] : []),
    ...(late.some((stay) => isOpenAt(stay, end)) ? ['partlyLateOpen' as const] : []),
  ];
}

const isOpenAt = ({ endedAt }: ReportedStay, end: Instant): boolean =>
  endedAt === null || endedAt >= end;

/** Whether the step's own clock ran out while the dossier was there, as known at the end of the period. */
function ranOut(stay: ReportedStay, end: Instant): boolean {
  if (stay.dueAt === null) return false;
  if (stay.endedAt === null || stay.endedAt >= end) return stay.dueAt < end;
  return outcomeOf(stay.endedAt, stay.dueAt, DEFAULT_OUTCOME_RULES) === 'late';
}
