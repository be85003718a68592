export { stateWording, type StateSentences } from './dossier-state.ts';
export { fieldWording } from './field-fault.ts';
export { languages, type Language, type Wording } from './language.ts';
export { problemWording } from './problem.ts';
export type { ProblemSentences } from './problem-sentences.ts';
export { verifyWording } from './verify.ts';
export { welcomeWording, type WelcomeSentences } from './welcome.ts';
