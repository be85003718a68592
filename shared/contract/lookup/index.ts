export {
  lookupAnswerSchema,
  lookupPath,
  lookupSchema,
  type Lookup,
  type LookupAnswer,
} from './lookup.ts';
