import type { Verdict } from '#contract/dossiers';

/** Refusals that ask when it was done, or why it is told so late. */
const TOLD_REFUSALS: ReadonlySet<string> = new Set([
  'occurs-in-future',
  'occurs-before-previous',
  'backdate-reason-required',
]);

export const asksWhen = (verdict: Verdict | undefined): boolean =>
  verdict?.kind === 'judged' &&
  !verdict.result.ok &&
  TOLD_REFUSALS.has(verdict.result.refusal.code);
