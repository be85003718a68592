import { type CustomTypesConfig, types } from 'pg';

type TypeParser = (text: string) => unknown;

const TIMESTAMPTZ = 1184;
const BIGINT = 20;
const DATE = 1082;

/** A moment of the domain: milliseconds since 1970. `infinity`, a finish that has not come, stays one. */
const readInstant = (text: string): number => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  // `2026-03-02 01:00:00.5+00`: the offset of UTC, which every connection of ours speaks.
  const at = Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/[+-]00$/, 'Z')}`);
  if (Number.isNaN(at)) throw new RangeError(`Not a moment: ${text}`);
  return at;
};

/** Positions and counts; nobody will live to see the first that does not fit. */
const readBigint = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${text}`);
  return value;
};

const readDate: TypeParser = (text) => text;

const parsers: Readonly<Record<number, TypeParser>> = {
  [TIMESTAMPTZ]: readInstant,
  [BIGINT]: readBigint,
  // A day is a text; as a Date it would begin at another midnight.
  [DATE]: readDate,
};

/** How values come out of the database, for every connection of ours. */
export const wireTypes: CustomTypesConfig = {
  getTypeParser: (...[oid, format]: Parameters<typeof types.getTypeParser>) =>
    (format === 'binary' ? undefined : parsers[oid]) ??
    (types.getTypeParser(oid, format) as TypeParser),
};

const YEAR_1 = Date.parse('0001-01-01');
const YEAR_10000 = Date.UTC(10_000, 0);

/**
 * A moment on its way into a statement.
 *
 * @example sqlInstant(instant(0)) → '1970-01-01T00:00:00.000Z'
 */
export const sqlInstant = (at: number): string => {
  // PostgreSQL reads no year before the first, and none of five digits.
  if (at >= YEAR_10000) return 'infinity';
  if (at < YEAR_1) return '-infinity';
  return new Date(at).toISOString();
};
