import type { IssueSectionAnswer } from '#contract/reports';
import {
  II06B_COLUMNS,
  REFUSAL_PARTIES,
  STOOD_ROWS,
  TOTAL_ROW,
  type FrozenHeap,
  type Ii06bColumn,
  type NamedPeriod,
} from '#domain/report';
import type { FeedbackAim, RegisterTelling } from '#domain/register';
import type {
  ComparedFigures,
  LifeFigures,
  NamedCount,
  SectionFigures,
  TextFigures,
  TextTemplate,
} from '#domain/report-text';
import { refusalName, sourceName } from '#wording/report-text';
import { periodOf } from '../issue/issue-row.ts';
import type { Built } from '../issue/section-builder.service.ts';
import { sizeIn, type TextHeaps } from './text-heaps.ts';

/** The section of the report as sentences ask it. */
export function sectionFigures({
  ii06b,
  digitisation,
  indicators,
}: IssueSectionAnswer): SectionFigures {
  return {
    ...periodOf(ii06b),
    ii06b: ii06b.total,
    fields: ii06b.rows.map(({ key, label, total }) => ({ key, label, count: total })),
    digitisation: digitisation.total,
    indicators: indicators.indicators,
  };
}

const numbersIn = (heaps: readonly FrozenHeap[] | undefined): Record<Ii06bColumn, number> =>
  Object.fromEntries(II06B_COLUMNS.map((column) => [column, sizeIn(heaps, column)])) as Record<
    Ii06bColumn,
    number
  >;

/** Who stands in each row, the rows in the order of their names. */
const rowsIn = (
  heaps: readonly FrozenHeap[] | undefined,
  column: string,
  nameOf: (key: string) => string,
): readonly NamedCount[] =>
  [...new Set((heaps ?? []).map(({ row }) => row))]
    .toSorted()
    .map((key) => ({ key, label: nameOf(key), count: sizeIn(heaps, column, key) }));

const LIFE_FORMS = ['steps', 'refusals', 'stood', 'apologies', 'outOfArea', 'bundled'] as const;

function livesIn(heaps: TextHeaps): LifeFigures | null {
  if (LIFE_FORMS.some((form) => heaps[form] === undefined)) return null;
  const size = (form: (typeof LIFE_FORMS)[number], column = 'dossiers', row = TOTAL_ROW) =>
    sizeIn(heaps[form], column, row);
  return {
    refusals: rowsIn(heaps.refusals, 'dossiers', refusalName),
    stood: Object.fromEntries(
      STOOD_ROWS.map((row) => [row, size('stood', 'dossiers', row)]),
    ) as LifeFigures['stood'],
    refusalParties: Object.fromEntries(
      REFUSAL_PARTIES.map((party) => [party, size('refusals', party)]),
    ) as LifeFigures['refusalParties'],
    lateOfCommune: size('steps', 'lateOfCommune'),
    lateOfAgency: size('steps', 'lateOfAgency'),
    partlyLate: size('steps', 'partlyLate'),
    partlyLateOpen: size('steps', 'partlyLateOpen'),
    apologies: size('apologies'),
    outOfArea: size('outOfArea'),
    bundled: size('bundled'),
  };
}

/** Of a time we know nothing of there is nothing to compare with. */
const comparedOf = (
  named: NamedPeriod,
  heaps: readonly FrozenHeap[] | undefined,
): ComparedFigures | null =>
  heaps === undefined || heaps.length === 0 ? null : { named, ii06b: numbersIn(heaps) };

export interface ComparedWith {
  readonly previous: NamedPeriod;
  readonly lastYear: NamedPeriod;
}

interface Besides {
  readonly heaps: TextHeaps;
  readonly compared: ComparedWith;
  readonly registers: RegisterTelling;
  readonly feedbackAim: FeedbackAim | null;
}

/** Everything the sentences of a report may speak of, from what was read of it. */
export function textFigures(
  template: TextTemplate,
  { sections }: Pick<Built, 'sections'>,
  { heaps, compared, registers, feedbackAim }: Besides,
): TextFigures {
  const told = new Map(sections.map(({ section, answer }) => [section, sectionFigures(answer)]));
  const [main, cumulative, week] = [told.get('main'), told.get('cumulative'), told.get('week')];
  if (main === undefined) throw new Error('A report without a main section');
  return {
    template,
    sections: {
      main,
      ...(cumulative !== undefined && { cumulative }),
      ...(week !== undefined && { week }),
    },
    sources: rowsIn(heaps.sources, 'total', sourceName),
    vertical: numbersIn(heaps.vertical),
    lives: livesIn(heaps),
    ...{ registers, feedbackAim },
    previous: comparedOf(compared.previous, heaps.previous),
    lastYear: comparedOf(compared.lastYear, heaps.lastYear),
  };
}
