import type { FigureForm } from '#contract/reports';
import {
  DOSSIER_INDICATORS,
  STOOD_ROWS,
  TOTAL_ROW,
  agencyRow,
  boundsOf,
  columnsOfPassage,
  definitionOn,
  membersOf,
  partyOfGround,
  partIn,
  refusalsOf,
  stayedReport,
  stoodStill,
  type FrozenHeap,
  type IndicatorDefinition,
  type Life,
  type Period,
  type ReportScope,
  type Stayed,
} from '#domain/report';
import { columnsNamed } from '#domain/report-text';
import type { NamedHeap } from '../engine/heap-reader.service.ts';

/** Dossiers behind the numbers of sentences that stand in no form of the report. */
export type TextForm = Exclude<FigureForm, 'ii06b' | 'digitisation'>;
export type TextHeaps = Readonly<Partial<Record<TextForm, readonly FrozenHeap[]>>>;

const DOSSIERS: readonly string[] = ['dossiers'];

const heapOf = (
  row: string,
  columns: readonly string[],
  members: readonly string[],
): readonly FrozenHeap[] => (members.length === 0 ? [] : [{ row, columns, members }]);

/** By the columns of II.06b: of a source, of *ngành dọc*, of another period. */
export const passageHeaps = (heaps: readonly NamedHeap[]): readonly FrozenHeap[] =>
  heaps.map(({ row, profile, members }) => ({
    ...{ row, members },
    columns: columnsOfPassage(profile.passage, 16),
  }));

const AGENCY = agencyRow('');
const LATE: readonly string[] = ['resolvedLate', 'pendingLate'];

/** Whose lateness it is: three dossiers late at a Sở are not the commune's. */
export const lateHeaps = (heaps: readonly NamedHeap[]): readonly FrozenHeap[] =>
  passageHeaps(heaps)
    .filter(({ columns }) => columns.some((column) => LATE.includes(column)))
    .flatMap(({ row, members }) =>
      heapOf(TOTAL_ROW, [row.startsWith(AGENCY) ? 'lateOfAgency' : 'lateOfCommune'], members),
    );

/** `onlinePayment.numerator`: the part of a ratio is the column of its row. */
const partColumn = (indicator: string, part: string): string => `${indicator}.${part}`;

export const indicatorHeaps = (
  heaps: readonly NamedHeap[],
  definitions: readonly IndicatorDefinition[],
  { to }: Period,
): readonly FrozenHeap[] =>
  heaps.flatMap(({ row, profile, members }) => {
    const columns = DOSSIER_INDICATORS.flatMap((indicator) => {
      const { population } = definitionOn(indicator, definitions, to);
      const part = partIn(indicator, population, profile);
      return part === null
        ? []
        : [partColumn(indicator, 'denominator'), partColumn(indicator, part)];
    });
    return heapOf(row, columns, members);
  });

const wasApologised = ({ events }: Life, scope: ReportScope): boolean => {
  const { start, end } = boundsOf(scope);
  return events.some(
    ({ type, occurredAt }) =>
      (type === 'apologyIssued' || type === 'extended') && occurredAt >= start && occurredAt < end,
  );
};

const lifeOf = ({ dossier }: Life): Stayed => dossier;

const idsOf = (lives: readonly Life[], holds: (life: Life) => boolean): readonly string[] =>
  lives.filter(holds).map(({ dossier: { id } }) => id);

/** Dossiers by their lives; of the plain ones nothing is told but where they stayed. */
interface Lived {
  readonly lives: readonly Life[];
  readonly plain: readonly Stayed[];
}

/** What only their steps and histories tell, of the dossiers the form counts. */
export function lifeHeaps(
  { lives, plain }: Lived,
  scope: ReportScope,
  counted: ReadonlySet<string>,
): TextHeaps {
  const ours = lives.filter(({ dossier: { id } }) => counted.has(id));
  const stayed = [...plain.filter(({ id }) => counted.has(id)), ...ours.map(lifeOf)];
  const steps = stayedReport(stayed, scope);
  const refused = refusalsOf(ours, scope);
  const stood = stoodStill(ours, scope);
  return {
    steps: (['partlyLate', 'partlyLateOpen'] as const).flatMap((column) =>
      heapOf(TOTAL_ROW, [column], steps.total[column]),
    ),
    refusals: refused.rows.flatMap(({ key, cells }) =>
      heapOf(key, [...DOSSIERS, partyOfGround(key)], cells.dossiers),
    ),
    stood: STOOD_ROWS.flatMap((key) => heapOf(key, DOSSIERS, membersOf(stood, key, 'dossiers'))),
    apologies: heapOf(
      TOTAL_ROW,
      DOSSIERS,
      idsOf(ours, (life) => wasApologised(life, scope)),
    ),
    outOfArea: heapOf(
      TOTAL_ROW,
      DOSSIERS,
      idsOf(ours, ({ dossier }) => dossier.intake.outOfArea !== undefined),
    ),
    bundled: heapOf(
      TOTAL_ROW,
      DOSSIERS,
      idsOf(ours, ({ dossier }) => dossier.intake.bundle !== undefined),
    ),
  };
}

export const isTextForm = (form: FigureForm): form is TextForm =>
  form !== 'ii06b' && form !== 'digitisation';

interface Cell {
  readonly form: FigureForm;
  readonly row: string;
  readonly column: string;
}

/** The dossiers of a cell; a part of a ratio stands in every row, by its name. */
export function membersIn(
  heaps: readonly FrozenHeap[],
  { form, row, column }: Cell,
): readonly string[] {
  const isRatio = form === 'indicators';
  const key = isRatio ? TOTAL_ROW : row.normalize('NFC');
  const wanted = isRatio ? [partColumn(row, column)] : columnsNamed(column);
  return heaps
    .filter((heap) => key === TOTAL_ROW || heap.row.normalize('NFC') === key)
    .filter(({ columns }) => wanted.some((each) => columns.includes(each)))
    .flatMap(({ members }) => members)
    .toSorted();
}

/** How many stand in a cell. */
export const sizeIn = (
  heaps: readonly FrozenHeap[] | undefined,
  column: string,
  row = TOTAL_ROW,
): number =>
  (heaps ?? [])
    .filter((heap) => row === TOTAL_ROW || heap.row === row)
    .filter(({ columns }) => columns.includes(column))
    .reduce((sum, { members }) => sum + members.length, 0);
