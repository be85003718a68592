export { languages, type Language, type Wording } from './language.ts';
export { problemWording, type ProblemSentences } from './problem.ts';
export { welcomeWording, type WelcomeSentences } from './welcome.ts';
