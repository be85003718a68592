import * as z from 'zod';
import { formatDay, parseDay, type Day } from '#domain/working-time';

/**
 * A day that the calendar has: `YYYY-MM-DD` on the wire, a number inside.
 *
 * @example '2026-02-29' is no day
 */
export const dayText = z
  .codec(
    z.string().max(10),
    z.custom<Day>((value) => Number.isSafeInteger(value)),
    {
      decode: (text, context) => {
        const day = parseDay(text);
        if (day !== undefined) return day;
        context.issues.push({ code: 'invalid_format', format: 'day', input: text });
        return z.NEVER;
      },
      encode: formatDay,
    },
  )
  .meta({ id: 'Day', description: 'A local day.', examples: ['2026-01-15'] });

/** What looks like a date; whether the calendar has it is for the rule that reads it to say. */
export const dateText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: 'date', examples: ['2026-11-24'] });
