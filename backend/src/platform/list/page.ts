import type { Page } from '#contract/list';
import { ProblemError } from '../problem/problem-error.ts';

type Key = readonly (string | number)[];

const isKey = (value: unknown, length: number): value is Key =>
  Array.isArray(value) &&
  value.length === length &&
  value.every((part) => typeof part === 'string' || typeof part === 'number');

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};

const writeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Where the last page ended, in the order of the list; undefined at its beginning. */
export const readCursor = (cursor: string | undefined, length: number): Key | undefined => {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  if (isKey(key, length)) return key;
  throw new ProblemError('invalid-request', {}, [{ path: 'cursor', code: 'wrong-format' }]);
};

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
