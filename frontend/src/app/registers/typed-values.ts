import {
  faultsIn,
  fieldsOf,
  type RegisterFault,
  type RegisterKind,
  type RegisterValues,
} from '#domain/register';

/** What was typed into each field, as text. */
export type Typed = Readonly<Record<string, string>>;

/** `19,98`, `1.250` and `1250` as people write them; what is no number stays text, and is told as wrong. */
const numberIn = (text: string): string | number => {
  const plain = text.replaceAll(/[.\s]/gu, '').replace(',', '.');
  return /^-?\d+(?:\.\d{1,2})?$/u.test(plain) ? Number(plain) : text;
};

/** What was typed, as the register keeps it: fields left open are not there. */
export function valuesOf(kind: RegisterKind, typed: Typed): RegisterValues {
  return Object.fromEntries(
    fieldsOf(kind).flatMap(({ key, type }) => {
      const text = typed[key]?.trim() ?? '';
      if (text === '') return [];
      return [[key, type === 'count' || type === 'number' ? numberIn(text) : text] as const];
    }),
  );
}

/** What is wrong with what was typed, by field: the server's own rule, asked before it is sent. */
export const faultsOf = (
  kind: RegisterKind,
  typed: Typed,
): ReadonlyMap<string, RegisterFault['code']> =>
  new Map(faultsIn(kind, valuesOf(kind, typed)).map(({ field, code }) => [field, code]));

/** An entry as it is typed anew. */
export const typedOf = (values: RegisterValues): Typed =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'number' ? String(value).replace('.', ',') : value,
    ]),
  );
