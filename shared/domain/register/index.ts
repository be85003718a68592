export { faultsIn, type RegisterEntry, type RegisterFault, type RegisterValues } from './entry.ts';
export { feedbackAim, type FeedbackAim } from './feedback-aim.ts';
export {
  aboutIn,
  feedbackDueOn,
  feedbackStanding,
  type FeedbackOffice,
  type FeedbackTerms,
} from './feedback.ts';
export {
  GROUP_MAX_766,
  estimate766,
  groupsOf766,
  type EstimateKey,
  type EstimateLine,
  type EstimatedGroup,
} from './estimate766.ts';
export { figuresOf, type RegisterFigure } from './figures.ts';
export {
  registerTelling,
  type OtherFigure,
  type RegisterEntries,
  type RegisterList,
  type RegisterTelling,
} from './telling.ts';
export {
  FEEDBACK_ABOUT,
  GROUPS_766,
  REGISTER_KINDS,
  fieldsOf,
  type FeedbackAbout,
  type Group766,
  type RegisterField,
  type RegisterKind,
} from './kind.ts';
