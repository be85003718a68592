export { columnsNamed, countIn, type JoinedColumn } from './cell-columns.ts';
export { changeOf, pointsBetween, type Change, type PointChange } from './change.ts';
export { headingFaults, type HeadingFault, type PaperHeading } from './heading-faults.ts';
export { namedByDays } from './named-by-days.ts';
export { numberChapters } from './number-chapters.ts';
export { placeholdersIn } from './placeholder.ts';
export {
  CITY_CHAPTERS,
  TEXT_TEMPLATES,
  passagesIn,
  passagesOf,
  type AutomaticKey,
  type Chapter,
  type Part,
  type PassageKey,
  type TableKey,
} from './templates.ts';
export type {
  ComparedFigures,
  IndicatorShare,
  LifeFigures,
  NamedCount,
  Contributors,
  SectionFigures,
  TextFigures,
  TextSection,
  TextTemplate,
} from './text-figures.ts';
