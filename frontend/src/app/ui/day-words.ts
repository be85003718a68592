import { parseDay } from '#domain/working-time';
import { dateText, readMoment } from '../language/index.ts';

/** `2026-03-02` as people read it: 02/03/2026. */
export const dayWords = (day: string): string =>
  parseDay(day) === undefined ? '' : readMoment(`${day}T00:00:00+07:00`, dateText);
