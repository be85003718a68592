export { EVALUATION_PASSWORD, evaluationAccounts } from './accounts.ts';
export { EvaluationModule } from './evaluation.module.ts';
export { EvaluationService } from './evaluation.service.ts';
export { onScreen, silent, type Narrator } from './narration.ts';
