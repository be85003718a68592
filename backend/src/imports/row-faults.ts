import type { ImportFault, NationalCells, RowFault } from '#domain/import';
import { IMPORT_FAULTS } from '#domain/import';
import type * as z from 'zod';
import { faultyFields } from '../platform/problem/field-faults.ts';

/** As much of a cell as helps to find it again. */
const SHOWN = 200;

const known: ReadonlySet<string> = new Set(IMPORT_FAULTS);

const isImportFault = (code: string): code is ImportFault => known.has(code);

/** A fault of a field as a row is told of it. */
export const faultCode = (code: string): ImportFault =>
  isImportFault(code) ? code : 'wrong-format';

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Readonly<Record<string, unknown>>)[key]
          : undefined,
      value,
    );

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

/** Without what PostgreSQL cannot keep, and what nobody can read. */
const keepable = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '\uFFFD').normalize('NFC');

export const shown = (text: string): string => keepable(text.slice(0, SHOWN));

/** A row as it stood, to be mended. */
export const keptCells = (cells: NationalCells): NationalCells =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, keepable(cell)]));

/** What a schema finds wrong with a row, place by place: `events.2.at` is `events[2].at` to whoever mends it. */
export const rowFaults = (
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
): readonly RowFault[] =>
  faultyFields(issues, value).map(({ path, code }) => {
    const stands = textOf(valueAt(value, path));
    return {
      column: path.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]'),
      code: faultCode(code),
      ...(stands !== undefined && { value: shown(stands) }),
    };
  });
