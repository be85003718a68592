import type { HappenedWords } from '#wording/dossiers';
import { readMoment } from '../language/index.ts';
import type { FormField } from './act-forms.ts';
import type { ActSheet, Typed } from './act-sheet.ts';
import { FORGETTABLE, eventFields } from './event-fields.ts';
import type { Entry } from './timeline-entries.ts';

const REASON = { name: 'reason', kind: 'long', required: true, max: 2000 } as const;
const OCCURRED = { name: 'occurredAt', kind: 'moment', required: true } as const;

const shown = ({ kind }: FormField, value: unknown): string => {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return kind === 'due' || kind === 'moment' ? readMoment(value) : value;
};

/** The time given to an agency is a rule, not a word: it is told anew by sending anew. */
const fieldsOf = ({ type }: Entry): readonly FormField[] => [
  OCCURRED,
  ...eventFields(type).filter(({ kind }) => kind !== 'days'),
];

/** Before: what is known now. Only what is typed otherwise is a change. */
export const correctionSheet = (entry: Entry, heading: string): ActSheet => {
  const fields = fieldsOf(entry);
  const known = new Map([
    ['occurredAt', entry.occurredAt],
    ...entry.members.map(({ name, value }) => [name, value] as const),
  ]);
  const initial: Typed = Object.fromEntries(
    fields.map((field) => [field.name, shown(field, known.get(field.name))]),
  );
  const isSame = (name: string, value: unknown): boolean => {
    const field = fields.find((each) => each.name === name);
    return field !== undefined && shown(field, value) === initial[name];
  };
  return {
    type: 'correct',
    name: `correct-${entry.event.version}`,
    heading,
    fields: [...fields, REASON],
    initial,
    isAmendment: true,
    bodyOf: ({ reason, ...said }) => {
      const changes = Object.entries(said).filter(([name, value]) => !isSame(name, value));
      return { version: entry.event.version, changes: Object.fromEntries(changes), reason };
    },
  };
};

/** *Bổ sung sự kiện sót*: what happened and was never entered. What it says depends on what it was. */
export const insertionSheet = (heading: string, names: HappenedWords['names']): ActSheet => {
  const choices = FORGETTABLE.map((type) => ({ value: type, label: names[type] ?? type }));
  const type: FormField = { name: 'type', kind: 'choice', required: true, choices: () => choices };
  return {
    type: 'correct',
    name: 'insert',
    heading,
    fields: [type, OCCURRED, REASON],
    fieldsFor: (typed) => [type, OCCURRED, ...eventFields(typed['type'] ?? ''), REASON],
    initial: {},
    isAmendment: true,
    bodyOf: ({ reason, ...insert }) => ({ insert, reason }),
  };
};

export const voidSheet = ({ event }: Entry, heading: string): ActSheet => ({
  type: 'void',
  name: `void-${event.version}`,
  heading,
  fields: [REASON],
  initial: {},
  isAmendment: true,
  bodyOf: (said) => ({ ...said, version: event.version }),
});
