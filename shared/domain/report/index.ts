export { averageTimes, type AverageTime, type TimeSpent } from './average-time.ts';
export {
  TOTAL_ROW,
  membersOf,
  numbersOf,
  shareOfTotal,
  type Cells,
  type Members,
  type Row,
  type Table,
} from './cells.ts';
export type { Check } from './check.ts';
export { lastYearOf, previousOf } from './compared-period.ts';
export { digitisation, digitisationShares, type Digitisation, type Flag } from './digitisation.ts';
export { DIGITISATION_COLUMNS, type DigitisationColumn } from './digitisation-columns.ts';
export { DOSSIER_INDICATORS, dossierIndicator } from './dossier-indicators.ts';
export { FEEDBACK_INDICATORS, feedbackIndicator, type Feedback } from './feedback-indicators.ts';
export { ii06b, type Ii06b, type Ii06bParameters } from './ii06b.ts';
export { checkCarryOver, ii06bChecks, type CarryOverCheck } from './ii06b-checks.ts';
export { II06B_COLUMNS, columnsOf, type Ii06bColumn, type Layout } from './ii06b-columns.ts';
export { columnsOfPassage, passageOf, type Passage } from './ii06b-place.ts';
export { neededForTarget, type IndicatorFigure } from './indicator.ts';
export {
  INDICATORS,
  definitionOn,
  type DossierIndicator,
  type FeedbackIndicator,
  type Indicator,
  type IndicatorDefinition,
  type Population,
  type ProcedureIndicator,
} from './indicator-definition.ts';
export { DEFAULT_LATENESS, type LatenessRules } from './lateness.ts';
export {
  FEEDBACK_MONTH_STARTS_ON,
  MONTH_STARTS_ON,
  cumulativeTo,
  periodOf,
  weekOf,
  type NamedPeriod,
} from './named-period.ts';
export { sizeOfNotCounted, type NotCounted } from './not-counted.ts';
export type { ReportScope } from './passages.ts';
export { boundsOf, checkPeriod, type Bounds, type Period } from './period.ts';
export {
  PROCEDURE_INDICATORS,
  procedureIndicator,
  type CatalogueEntry,
} from './procedure-indicators.ts';
export type {
  Finish,
  ReportedDossier,
  ReportedFacts,
  ReportedIntake,
  ReportedStay,
} from './reported-dossier.ts';
export { reportedDossierOf, type ReportedIdentity } from './reported-dossier-of.ts';
export { reportedStays } from './reported-stays.ts';
export { UNASSIGNED_ROW, agencyRow, type RowBy } from './row-key.ts';
export { sectionPeriods, type SectionPeriods } from './section-periods.ts';
export { percentageOf, type Percentage, type Share } from './share.ts';
export { STEP_COLUMNS, stepsReport, type StepColumn, type StepsReport } from './steps.ts';
export type { RowNames } from './tabulate.ts';
export { compareVietnamese } from './vietnamese-order.ts';
