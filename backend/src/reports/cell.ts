import type { CellQuery, RatioPartName, ReportForm } from '#contract/reports';
import {
  DIGITISATION_COLUMNS,
  DOSSIER_INDICATORS,
  II06B_COLUMNS,
  TOTAL_ROW,
  columnsOfFiles,
  columnsOfPassage,
  definitionOn,
  partIn,
  type IndicatorDefinition,
  type Profile,
} from '#domain/report';
import { ProblemError } from '../platform/problem/problem-error.ts';
import type { Counting, ProfileHeap } from './engine/heap.ts';

/** Which heaps a cell holds. */
export interface Cell extends Counting {
  readonly holds: (heap: ProfileHeap) => boolean;
}

type Question = (profile: Profile) => boolean;

const named = <Name extends string>(names: readonly Name[], asked: string | undefined): Name => {
  const name = names.find((each) => each === asked);
  if (name === undefined) throw new ProblemError('report-cell-unknown', { column: asked ?? null });
  return name;
};

const inPart = (part: RatioPartName, found: ReturnType<typeof partIn>): boolean =>
  found !== null && (part === 'denominator' || part === found);

/** A ratio is named as a column, or as the row it is printed in. */
function ratioOf(query: CellQuery, definitions: readonly IndicatorDefinition[]): Question {
  const indicator = named(DOSSIER_INDICATORS, query.column ?? query.row);
  const { population } = definitionOn(indicator, definitions, query.to);
  return (profile) => inPart(query.part, partIn(indicator, population, profile));
}

/** What a cell asks of a dossier, whatever its row. */
const QUESTIONS = {
  ii06b: ({ column, layout }) => {
    const wanted = named(II06B_COLUMNS, column ?? 'total');
    return ({ passage }) => columnsOfPassage(passage, layout).includes(wanted);
  },
  digitisation: ({ column }) => {
    const wanted = named(DIGITISATION_COLUMNS, column ?? 'total');
    return (profile) => columnsOfFiles(profile).includes(wanted);
  },
  indicators: ratioOf,
} as const satisfies Record<
  ReportForm,
  (query: CellQuery, definitions: readonly IndicatorDefinition[]) => Question
>;

const USUAL_ROWS = { ii06b: 'field', digitisation: 'unit', indicators: 'field' } as const;

/** The cell somebody has opened, as a question to every heap of its form. */
export function cellOf(
  form: ReportForm,
  query: CellQuery,
  definitions: readonly IndicatorDefinition[],
): Cell {
  const question = QUESTIONS[form](query, definitions);
  const isRatioRow = form === 'indicators' && query.column === undefined;
  const row = isRatioRow ? TOTAL_ROW : query.row.normalize('NFC');
  return {
    by: query.by ?? USUAL_ROWS[form],
    grain: form === 'ii06b' ? 'passage' : 'profile',
    holds: (heap) =>
      (row === TOTAL_ROW || heap.row.normalize('NFC') === row) && question(heap.profile),
  };
}
