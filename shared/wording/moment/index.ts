import { type Instant, MINUTE_MS, dayOf, formatDay, timeOfDay } from '#domain/working-time';

const two = (number: number): string => String(number).padStart(2, '0');

/** `15/01/2026`, by the office's own arithmetic: neither the host's zone nor the browser's matters. */
export const dateText = (at: Instant): string => {
  const [year = '', month = '', day = ''] = formatDay(dayOf(at)).split('-');
  return `${day}/${month}/${year}`;
};

/** `07:30` */
export const timeText = (at: Instant): string => {
  const minutes = Math.floor(timeOfDay(at) / MINUTE_MS);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** `15/01/2026 07:30` */
export const momentText = (at: Instant): string => `${dateText(at)} ${timeText(at)}`;
