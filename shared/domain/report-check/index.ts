export { checkReport, type CheckedReport } from './check-report.ts';
export { FINDING_KINDS, type Finding, type FindingKind } from './finding.ts';
export type { Place } from './written-text.ts';
export { toldForms, type PrintedPeriod, type ToldForms } from './told-forms.ts';
