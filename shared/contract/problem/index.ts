export {
  fieldFaults,
  isFieldFault,
  problemCodes,
  type FieldFault,
  type GeneralProblemCode,
  type IdentityProblemCode,
  type ProblemCode,
  type StaffProblemCode,
} from './codes.ts';
export type { DeliveryProblemCode } from './delivery-codes.ts';
export type { DossierProblemCode } from './dossier-codes.ts';
export { feeProblemCodes, type FeeProblemCode } from './fee-codes.ts';
export { formProblemCodes, type FormProblemCode } from './form-codes.ts';
export type { AlertProblemCode } from './alert-codes.ts';
export type { ImportProblemCode } from './import-codes.ts';
export { textFaultCodes, type ReportProblemCode } from './report-codes.ts';
export { calendarProblemCodes, deadlineProblemCodes, type RuleProblemCode } from './rule-codes.ts';
export { MOMENT_FACTS } from './moment-facts.ts';
export {
  PROBLEM_MEDIA_TYPE,
  fieldErrorSchema,
  problemSchema,
  problemType,
  type FieldError,
  type Problem,
} from './problem.ts';
