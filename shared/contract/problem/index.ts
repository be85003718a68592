export { problemCodes, type ProblemCode } from './codes.ts';
export {
  PROBLEM_MEDIA_TYPE,
  fieldErrorSchema,
  problemSchema,
  problemType,
  type FieldError,
  type Problem,
} from './problem.ts';
