import type { FieldFault, ProblemCode } from '#contract/problem';
import type * as z from 'zod';

/** One field that is wrong, in codes: the words come with the language. A rule that refuses it lends its own. */
export interface FaultyField {
  readonly path: string;
  readonly code: FieldFault | ProblemCode;
}

type Issue = z.core.$ZodIssue;

const isNumeric = (origin: string): boolean => ['number', 'int', 'bigint'].includes(origin);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );

/** As far as it was sent: one word where several may stand has no parts of its own. */
const sentPath = (path: readonly PropertyKey[], value: unknown): readonly PropertyKey[] => {
  const word = path.findIndex((_key, index) => {
    const holder = valueAt(value, path.slice(0, index));
    return holder !== undefined && (typeof holder !== 'object' || holder === null);
  });
  return word === -1 ? path : path.slice(0, word);
};

const faultOf = (issue: Issue): FieldFault => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'not-whole' : 'wrong-type';
    case 'too_small':
      return isNumeric(issue.origin) ? 'out-of-range' : 'too-short';
    case 'too_big':
      return isNumeric(issue.origin) ? 'out-of-range' : 'too-long';
    case 'not_multiple_of':
      return 'not-whole';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'invalid_value':
      return 'unknown-value';
    case 'invalid_union':
      return issue.discriminator === undefined ? 'wrong-type' : 'unknown-value';
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'wrong-format';
  }
};

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** What a schema found wrong with a value, field by field. */
export const faultyFields = (issues: readonly Issue[], value: unknown): readonly FaultyField[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathOf([...issue.path, key]),
        code: 'unknown-field' as const,
      }));
    }
    const path = sentPath(issue.path, value);
    const missing = path.length > 0 && valueAt(value, path) === undefined;
    return { path: pathOf(path), code: missing ? 'required' : faultOf(issue) };
  });

const RULES: ReadonlySet<FaultyField['code']> = new Set<FieldFault>(['out-of-range', 'not-whole']);

/** Well-formed, and refused by a rule about numbers: 422 where everything else is 400. */
export const areOnlyRules = (faults: readonly FaultyField[]): boolean =>
  faults.every(({ code }) => RULES.has(code));
