export type { Allowances, Crowding, Experience } from './habit.ts';
export { judging, VERDICTS, type Figure, type Verdict } from './judge.ts';
export { learning, type Lesson } from './learn.ts';
export { after, predict, type Prediction, type Reason } from './predict.ts';
export type { Road, Stretch } from './stay.ts';
export { stretchOf, type ToldSpan } from './stretch-of.ts';
