import type { Officer } from './actor.ts';

const NOT_THEIRS: ReadonlySet<string> = new Set(['act-not-yours', 'act-not-yours-here']);

type Answered =
  { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };

/** Asked in turn: what is not one's own is tried in the place of those away; else one is refused as oneself. */
export const asWhoeverMay = <Answer extends Answered>(
  [own, ...others]: readonly [Officer, ...Officer[]],
  ask: (officer: Officer) => Answer,
): { readonly officer: Officer; readonly answer: Answer } => {
  const first = { officer: own, answer: ask(own) };
  const isTheirs = ({ answer }: { readonly answer: Answer }) =>
    answer.ok || !NOT_THEIRS.has(answer.refusal.code);
  if (isTheirs(first)) return first;
  return others.map((officer) => ({ officer, answer: ask(officer) })).find(isTheirs) ?? first;
};
