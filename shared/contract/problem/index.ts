export {
  fieldFaults,
  problemCodes,
  type FieldFault,
  type GeneralProblemCode,
  type IdentityProblemCode,
  type ProblemCode,
} from './codes.ts';
export type { DossierProblemCode } from './dossier-codes.ts';
export type { RuleProblemCode } from './rule-codes.ts';
export {
  PROBLEM_MEDIA_TYPE,
  fieldErrorSchema,
  problemSchema,
  problemType,
  type FieldError,
  type Problem,
} from './problem.ts';
