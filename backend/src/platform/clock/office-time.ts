import type { OfficeTime } from '#contract/clock';
import { formatInstant, instant } from '#domain/working-time';
import type { Clock } from './clock.ts';

/** What a browser needs to show the office's time: the moment now, and how fast it passes. */
export const officeTimeOf = (clock: Clock): OfficeTime => ({
  now: formatInstant(instant(clock.officeNow())),
  rate: clock.officeRate(),
  zone: 'Asia/Ho_Chi_Minh',
});
