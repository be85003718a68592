import { momentText, readMoment } from '../language/index.ts';
import type { Choice } from '../ui/index.ts';
import type { FormField } from './act-forms.ts';
import { type Desk, type Typed, saidOf } from './act-sheet.ts';

/** One thing as it stands now, and as it will. */
export interface AmendRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export type ChoicesOf = (field: FormField) => readonly Choice[];

const MOMENTS: ReadonlySet<FormField['kind']> = new Set(['moment', 'due']);

const textOf = (field: FormField, typed: Typed, desk: Desk, choicesOf: ChoicesOf): string => {
  const text = (typed[field.name] ?? '').trim();
  if (MOMENTS.has(field.kind)) {
    const [said] = Object.values(saidOf([field], typed, desk));
    return typeof said === 'string' ? readMoment(said) || text : text;
  }
  return choicesOf(field).find(({ value }) => value === text)?.label ?? text;
};

/** What of an event is said otherwise than it stands; why it is mended is not part of it. */
export const amendRows = (
  fields: readonly FormField[],
  { initial, typed, desk }: { readonly initial: Typed; readonly typed: Typed; readonly desk: Desk },
  choicesOf: ChoicesOf,
): readonly AmendRow[] =>
  fields
    .filter(({ name }) => name !== 'reason')
    .map((field) => ({
      name: field.name,
      before: textOf(field, initial, desk, choicesOf),
      after: textOf(field, typed, desk, choicesOf),
    }))
    .filter(({ before, after }) => before !== after);

type Dues = Parameters<typeof momentText>[0];

/** The due moment always: that it stays is what a leader wants to know as well. */
export const dueRow = (before: Dues | null, after: Dues | null): AmendRow => ({
  name: 'due',
  before: before === null ? '' : momentText(before),
  after: after === null ? '' : momentText(after),
});
