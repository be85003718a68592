import { type Day, parseDay } from '#domain/working-time';

/** What stands in an address may be anything. */
export const dayOr = (text: string | undefined, otherwise: Day): Day =>
  parseDay(text ?? '') ?? otherwise;
