export { averageTimes, type AverageTime, type TimeSpent } from './average-time.ts';
export { REFUSAL_PARTIES, partyOfGround, type RefusalParty } from './refusal-party.ts';
export {
  TOTAL_ROW,
  membersOf,
  numbersOf,
  shareOfTotal,
  type Cells,
  type Members,
  type Row,
  type Sized,
  type Table,
} from './cells.ts';
export { cellChanges, type CellChange, type FrozenHeap } from './cell-changes.ts';
export type { Check } from './check.ts';
export {
  ISSUE_STATES,
  actsIn,
  afterAct,
  isFrozen,
  type IssueAct,
  type IssueState,
} from './issue.ts';
export {
  consolidation,
  contributions,
  sharesTogether,
  type Part,
  type ToldRow,
} from './consolidation.ts';
export {
  countChange,
  knownPart,
  namedPeriodOf,
  pointChange,
  type CountChange,
  type KnownPart,
} from './comparison.ts';
export { lastYearOf, previousOf } from './compared-period.ts';
export { courseOf, staysOnCourse, type Course, type Taken, type Turn } from './course.ts';
export {
  columnsOfFiles,
  digitisation,
  digitisationShares,
  type Digitisation,
  type Flag,
} from './digitisation.ts';
export { digitisationChecks } from './digitisation-checks.ts';
export { DIGITISATION_COLUMNS, type DigitisationColumn } from './digitisation-columns.ts';
export {
  DOSSIER_INDICATORS,
  dossierIndicator,
  partIn,
  type RatioPart,
} from './dossier-indicators.ts';
export { FEEDBACK_INDICATORS, feedbackIndicator, type Feedback } from './feedback-indicators.ts';
export { ii06b, type Ii06b, type Ii06bParameters } from './ii06b.ts';
export { checkCarryOver, ii06bChecks, type CarryOverCheck } from './ii06b-checks.ts';
export {
  II06B_COLUMNS,
  columnsOf,
  numbersIn,
  type Entry,
  type Exit,
  type Ii06bColumn,
  type Layout,
} from './ii06b-columns.ts';
export { columnsOfPassage, passageOf, type Passage } from './ii06b-place.ts';
export { neededFor, neededForTarget, type IndicatorFigure } from './indicator.ts';
export {
  INDICATORS,
  AIMED_FEEDBACK,
  definitionOn,
  isAim,
  type DossierIndicator,
  type AimedFeedback,
  type FeedbackIndicator,
  type Indicator,
  type IndicatorDefinition,
  type Population,
  type ProcedureIndicator,
} from './indicator-definition.ts';
export {
  LATE_COLUMNS,
  lateTaleOf,
  type LateColumn,
  type LateStretch,
  type LateTale,
} from './late.ts';
export { DEFAULT_LATENESS, type LatenessRules } from './lateness.ts';
export {
  FEEDBACK_MONTH_STARTS_ON,
  MONTH_STARTS_ON,
  cumulativeTo,
  periodOf,
  weekOf,
  type NamedPeriod,
} from './named-period.ts';
export { listNotCounted, sizeOfNotCounted, type NotCounted } from './not-counted.ts';
export { latenessOf, passagesIn, type Counted, type ReportScope } from './passages.ts';
export { boundsOf, checkPeriod, type Bounds, type Period } from './period.ts';
export {
  PROCEDURE_INDICATORS,
  procedureIndicator,
  procedurePartIn,
  type CatalogueEntry,
  type UsedProcedure,
} from './procedure-indicators.ts';
export type {
  Finish,
  ReportedDossier,
  ReportedFacts,
  ReportedIntake,
  ReportedStay,
} from './reported-dossier.ts';
export { FACTS, profileOf, type Fact, type Profile } from './profile.ts';
export { REPORT_STANDINGS, reportStanding, type ReportStanding } from './report-standing.ts';
export {
  reportedDossierOf,
  reportedHeadOf,
  type ReportedHead,
  type ReportedIdentity,
} from './reported-dossier-of.ts';
export { reportedStays } from './reported-stays.ts';
export {
  REVIEW_ROWS,
  lifeEventsOf,
  STOOD_ROWS,
  refusalsOf,
  reviewOf,
  stoodStill,
  type Life,
  type LifeEvent,
  type Listed,
  type ReviewRow,
  type StoodRow,
} from './review.ts';
export { UNASSIGNED_ROW, agencyRow, rowKeyOf, type RowBy } from './row-key.ts';
export {
  DEFAULT_REPORT_SCHEDULES,
  SCHEDULED_REPORTS,
  draftPeriods,
  endedPeriods,
  periodUnderWay,
  readReportSubject,
  reportSubject,
  sendBy,
  type ReportSchedule,
  type ScheduledReport,
} from './scheduled-report.ts';
export { sectionPeriods, type SectionPeriods } from './section-periods.ts';
export { percentageOf, type Percentage, type Share } from './share.ts';
export { isWholePdf } from './signed-file.ts';
export { spreadsOf, stepDurations, type Durations, type Spread } from './step-times.ts';
export {
  STEP_COLUMNS,
  stayedReport,
  stepsReport,
  type Stayed,
  type StepColumn,
  type StepsBy,
  type StepsReport,
} from './steps.ts';
export { tablesTogether, type RowNames } from './tabulate.ts';
export { tabulateHeaps, type Heap } from './tabulate-heaps.ts';
export { compareVietnamese } from './vietnamese-order.ts';
