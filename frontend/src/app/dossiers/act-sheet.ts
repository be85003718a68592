import type { OfficerCommand } from '#contract/dossiers';
import { type Instant, dayEnd, formatInstant, type WorkingCalendar } from '#domain/working-time';
import { typedMoment } from '../ui/index.ts';
import type { FormField } from './act-forms.ts';

/** What stands in a form: every field as it was typed. */
export type Typed = Readonly<Record<string, string>>;

/** One act about to be done: what is asked for, and how the body is made of it. */
export interface ActSheet {
  readonly type: OfficerCommand;
  /** What the draft is kept under, and which act a correction is of. */
  readonly name: string;
  readonly heading: string;
  readonly fields: readonly FormField[];
  /** Where what is asked for depends on what was answered. */
  readonly fieldsFor?: (typed: Typed) => readonly FormField[];
  readonly initial: Typed;
  /** It mends what stands; when it was mended is now, and what it changes is shown before. */
  readonly isAmendment?: true;
  readonly bodyOf: (said: Readonly<Record<string, unknown>>) => object;
}

export interface Desk {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

const whole = (typed: string): number => Number(typed.replaceAll(/[.\s]/g, ''));

type Reader = (typed: string, desk: Desk) => unknown;

const momentOf = (typed: string, { now, calendar }: Desk, atEnd: boolean): string | undefined => {
  const at = typedMoment(typed, now, atEnd ? (day) => dayEnd(calendar, day) : undefined);
  return at === undefined ? undefined : formatInstant(at);
};

/** Undefined where it cannot be read. */
const READERS: Partial<Record<FormField['kind'], Reader>> = {
  money: (typed) => (Number.isNaN(whole(typed)) ? undefined : whole(typed)),
  days: (typed) =>
    Number.isNaN(whole(typed)) ? undefined : { kind: 'workingDays', amount: whole(typed) },
  moment: (typed, desk) => momentOf(typed, desk, false),
  due: (typed, desk) => momentOf(typed, desk, true),
};

/** What the body calls it, where people are asked for it otherwise. */
const MEMBERS: Readonly<Record<string, string>> = { days: 'allowance' };

export type Fault = 'missing' | 'unread';

export const faultOf = (field: FormField, typed: Typed, desk: Desk): Fault | undefined => {
  const text = (typed[field.name] ?? '').trim();
  if (text === '') return field.required === true ? 'missing' : undefined;
  const read = READERS[field.kind];
  return read !== undefined && read(text, desk) === undefined ? 'unread' : undefined;
};

/** What was typed, as the contract takes it; what was left empty is not said. */
export const saidOf = (
  fields: readonly FormField[],
  typed: Typed,
  desk: Desk,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const text = (typed[name] ?? '').trim();
      if (text === '') return [];
      return [[MEMBERS[name] ?? name, READERS[kind]?.(text, desk) ?? text]];
    }),
  );

export const TOLD_FIELDS = [
  { name: 'occurredAt', kind: 'moment' },
  { name: 'backdateReason', kind: 'long', max: 1000 },
] as const satisfies readonly FormField[];
