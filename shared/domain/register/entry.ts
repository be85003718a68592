import { parseDay, type Day } from '../working-time/index.ts';
import { fieldsOf, type RegisterField, type RegisterKind } from './kind.ts';

/** What stands in a field: text, a number, a day as it is written; what is left open is not there. */
export type RegisterValues = Readonly<Record<string, string | number>>;

/** A line of a register. */
export interface RegisterEntry {
  readonly id: string;
  /** The day by which it belongs to a period. */
  readonly day: Day;
  readonly values: RegisterValues;
}

export interface RegisterFault {
  readonly field: string;
  readonly code:
    'required' | 'unknown-field' | 'unknown-value' | 'wrong-type' | 'too-long' | 'out-of-range';
}

const MOST = 1_000_000_000;

/**
 * What is wrong with an entry before it is kept, field by field.
 *
 * @example faultsIn('survey', { subject: 'Quý I', asked: 50, satisfied: 51 }) // satisfied: out-of-range
 */
export function faultsIn(kind: RegisterKind, values: RegisterValues): readonly RegisterFault[] {
  const fields = fieldsOf(kind);
  const known = new Set(fields.map(({ key }) => key));
  const strangers = Object.keys(values).filter((key) => !known.has(key));
  return [
    ...strangers.map((field) => ({ field, code: 'unknown-field' }) as const),
    ...fields.flatMap((field) => faultOf(field, values[field.key])),
    ...partsTooLarge(values),
  ];
}

function faultOf(
  field: RegisterField,
  value: string | number | undefined,
): readonly RegisterFault[] {
  if (value === undefined || value === '') {
    return field.required ? [{ field: field.key, code: 'required' }] : [];
  }
  const code = CODE_OF[field.type](field, value);
  return code === null ? [] : [{ field: field.key, code }];
}

type Judge = (field: RegisterField, value: string | number) => RegisterFault['code'] | null;

const isNumber = (value: string | number): value is number => typeof value === 'number';

const CODE_OF = {
  text: (field, value) => {
    if (typeof value !== 'string') return 'wrong-type';
    return field.type === 'text' && value.length > field.longest ? 'too-long' : null;
  },
  count: (_, value) => {
    if (!isNumber(value) || !Number.isInteger(value)) return 'wrong-type';
    return value < 0 || value > MOST ? 'out-of-range' : null;
  },
  number: (_, value) => {
    if (!isNumber(value)) return 'wrong-type';
    return Math.abs(value) > MOST ? 'out-of-range' : null;
  },
  day: (_, value) =>
    typeof value !== 'string' || parseDay(value) === undefined ? 'wrong-type' : null,
  choice: (field, value) =>
    field.type === 'choice' && field.options.includes(String(value)) ? null : 'unknown-value',
} as const satisfies Record<RegisterField['type'], Judge>;

/** Of those asked no more can be content than were asked; nothing is answered before it came is for the reader. */
function partsTooLarge({ asked, satisfied }: RegisterValues): readonly RegisterFault[] {
  const isTooLarge = Number(satisfied) > Number(asked);
  return isTooLarge ? [{ field: 'satisfied', code: 'out-of-range' }] : [];
}
