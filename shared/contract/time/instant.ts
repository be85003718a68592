import * as z from 'zod';
import { formatInstant, parseInstant, type Instant } from '#domain/working-time';

/** Longer than any moment is written: what is longer is not read at all. */
const LONGEST = 40;

/** Years of four digits, in whatever zone they are read: what is beyond no book can hold. */
const FIRST = Date.parse('0001-01-02');
const LAST = Date.parse('9999-12-30');

const isInstant = (value: unknown): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value);

/**
 * A moment: ISO 8601 with an offset on the wire, milliseconds inside. Answers always say +07:00.
 *
 * @example decode('2026-01-15T00:30:00Z') → the moment that encodes as '2026-01-15T07:30:00+07:00'
 */
export const instantText = z
  .codec(z.string().max(LONGEST), z.custom<Instant>(isInstant), {
    decode: (text, context) => {
      const at = parseInstant(text);
      if (at !== undefined && at >= FIRST && at <= LAST) return at;
      context.issues.push({ code: 'invalid_format', format: 'instant', input: text });
      return z.NEVER;
    },
    encode: formatInstant,
  })
  .meta({
    id: 'Instant',
    description: 'ISO 8601 with an offset; answers are always at +07:00.',
    examples: ['2026-01-15T07:30:00+07:00'],
  });

/** A moment as answers write it. */
export const toldInstant = z
  .string()
  .meta({ format: 'date-time', examples: ['2026-01-15T17:00:00+07:00'] });

/** How an answer writes a moment that may not be there. */
export const tellInstant = (at: Instant | null): string | null =>
  at === null ? null : formatInstant(at);
