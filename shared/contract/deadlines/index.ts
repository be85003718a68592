export {
  allowanceSchema,
  countingModes,
  limitsSchema,
  supplementPolicies,
  variantSchema,
} from './allowance.ts';
export {
  deadlineAnswerSchema,
  deadlinePreviewPath,
  deadlineQuestionSchema,
  explainedDaySchema,
  type DeadlineAnswer,
  type DeadlineQuestion,
} from './preview.ts';
