import type { Page } from '#contract/list';
import { isUuid } from '../auth/path-id.ts';
import { ProblemError } from '../problem/problem-error.ts';

/** Where a list begins that is turned over by id, upwards or downwards. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** After all that happens: where the newest come first, they begin here. */
export const END_OF_TIME = '9999-12-31T00:00:00Z';

type Key = readonly (string | number)[];

/** What one part of a cursor may be: it goes into a statement, so what the column cannot hold is refused. */
type Part = (value: unknown) => value is string | number;

// PostgreSQL takes neither NUL nor half a character in a text.
const NO_TEXT = /[\0\p{Cs}]/u;
// PostgreSQL reads years of four digits, and has no year nought.
const FIRST_MOMENT = Date.parse('0001-01-02');
const LAST_MOMENT = Date.parse('9999-12-31');

const isWhole = (value: unknown, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to;

/** The kinds of keys by which lists are turned over. */
export const part = {
  text: (value: unknown): value is string => typeof value === 'string' && !NO_TEXT.test(value),
  uuid: (value: unknown): value is string => typeof value === 'string' && isUuid(value),
  int: (value: unknown): value is number => isWhole(value, -(2 ** 31), 2 ** 31 - 1),
  bigint: (value: unknown): value is number => isWhole(value, 0, Number.MAX_SAFE_INTEGER),
  moment: (value: unknown): value is number => isWhole(value, FIRST_MOMENT, LAST_MOMENT),
  oneOf:
    <Word extends string>(...words: readonly Word[]) =>
    (value: unknown): value is Word =>
      words.some((word) => word === value),
} as const;

type KeyOf<Parts extends readonly Part[]> = {
  readonly [Index in keyof Parts]: Parts[Index] extends (value: unknown) => value is infer Kind
    ? Kind
    : never;
};

const isKey = <Parts extends readonly Part[]>(
  value: unknown,
  parts: Parts,
): value is KeyOf<Parts> =>
  Array.isArray(value) &&
  value.length === parts.length &&
  parts.every((isPart, index) => isPart(value[index]));

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

const writeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a place in a list from a member of the question, which is named where it cannot be read. */
export const cursorIn =
  (member: string) =>
  <const Parts extends readonly Part[]>(
    cursor: string | undefined,
    ...parts: Parts
  ): KeyOf<Parts> | undefined => {
    if (cursor === undefined) return undefined;
    const key = parsed(cursor);
    if (isKey(key, parts)) return key;
    throw new ProblemError('invalid-request', {}, [{ path: member, code: 'wrong-format' }]);
  };

/**
 * Where the last page ended, in the order of the list; undefined at its beginning.
 *
 * @example readCursor(query.cursor, part.moment, part.uuid) → [1767225600000, '0197…']
 */
export const readCursor = cursorIn('cursor');

/** A page of rows of which one more than `limit` was asked for. */
export const pageOfRows = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  { item, key }: { readonly item: (row: Row) => Item; readonly key: (row: Row) => Key },
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? writeCursor(key(last)) : null;
  return { items: shown.map(item), nextCursor };
};
