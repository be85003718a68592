export { CALL_OUTCOMES, callAgainAt, type CallOutcome } from './call.ts';
export { MESSAGE_FACTS, MESSAGE_KINDS, type MessageKind } from './message-kind.ts';
export { occasionsIn, type Occasion } from './occasion.ts';
export {
  courseOf,
  isToBeCalled,
  tellAt,
  type Consent,
  type Course,
  type MessageWay,
  type Telling,
  type TellingOffice,
} from './plan.ts';
export {
  LONGEST_TEXT,
  PLACEHOLDERS,
  checkTemplate,
  fillTemplate,
  type MessageValues,
  type TemplateRefusalCode,
} from './template.ts';
