import type { AllowanceRefusal } from '../deadline/index.ts';

/** Why a command may be refused. Codes are stable for ever; wording and status live elsewhere. */
export const DOSSIER_REFUSALS = [
  // never for this role / not on this dossier
  'act-not-yours',
  'act-not-yours-here',
  // not in this state
  'act-not-allowed-in-state',
  'dossier-already-exists',
  'dossier-not-there',
  // well-formed, but against a rule
  'occurs-in-future',
  'occurs-before-previous',
  'backdate-reason-required',
  'assignee-required',
  'amount-not-whole',
  'respond-by-not-later',
  'declared-due-before-receipt',
  'unknown-variant',
  'unknown-basis',
  'unknown-step',
  'not-current-step',
  'no-steps',
  'step-not-earlier',
  'not-on-the-spot',
  'term-after-due',
  'nothing-to-extend',
  'extension-not-later',
  'extensions-exhausted',
  'not-at-agency',
  'already-linked',
  'not-linked',
  'unknown-version',
  'first-event-stays',
  'revision-stays',
  'amendment-empty',
  'amendment-unknown-member',
  'history-unlawful',
] as const;

/** What the rooms below refuse in the course of a decision; the codes are theirs. */
type LentRefusal = 'outside-calendar' | AllowanceRefusal;

export type DossierRefusal = (typeof DOSSIER_REFUSALS)[number] | LentRefusal;
