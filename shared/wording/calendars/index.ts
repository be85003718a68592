import type { Words } from '../language.ts';
import { type CalendarWords, vi } from './vi.ts';

export type { CalendarWords, DayLook } from './vi.ts';

/** *Lịch làm việc*, for whoever keeps it. */
export const calendarWords: Words<CalendarWords> = {
  vi,
  en: async () => (await import('./en.ts')).en,
};
