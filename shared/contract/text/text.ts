import * as z from 'zod';

// Control characters and halves of surrogate pairs: no keyboard makes them, PostgreSQL refuses NUL.
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const SEVERAL_LINES = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** Words on one line, composed (NFC) and without blanks around them: so they compare and sort alike. */
export const line = (longest: number) =>
  z.string().max(longest).regex(ONE_LINE).normalize('NFC').trim().min(1);

/** As somebody typed it, to be compared and not kept: a name, a code, an id. */
export const typed = (longest: number) => z.string().max(longest).regex(ONE_LINE);

/** Words on several lines. */
export const paragraph = (longest: number) =>
  z.string().max(longest).regex(SEVERAL_LINES).normalize('NFC').trim().min(1);

/** A code that people read aloud and print: letters, digits and what stands between them. */
export const code = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/);
