import type { Approval } from '#contract/dossiers';
import type { ApprovalWords } from '#wording/approvals';

export interface AskedLine {
  readonly label: string;
  readonly text: string;
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  // Papers to bring may be told one by one.
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n');
  if (typeof value === 'object' && value !== null && 'name' in value) return textOf(value.name);
  return '';
};

/** What is asked, as its writer put it: moments read, texts whole. */
export const askedLines = (
  { body, dueAt }: Pick<Approval, 'body' | 'dueAt'>,
  words: ApprovalWords,
  read: (told: string | null) => string,
): readonly AskedLine[] => {
  const moment = (name: string): string => read(textOf(body[name]) || null);
  return [
    { label: words.dueAt, text: read(dueAt) || words.noDue },
    { label: words.newDueAt, text: moment('dueAt') },
    { label: words.respondBy, text: moment('respondBy') },
    { label: words.items, text: textOf(body['items']) },
    { label: words.basis, text: textOf(body['basisCode']) },
    { label: words.reason, text: textOf(body['reason']) },
  ].filter(({ text }) => text !== '');
};
