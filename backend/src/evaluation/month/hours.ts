import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  addWorking,
  compileCalendar,
  hours,
  instant,
  mergeLayers,
  type Instant,
  type WorkingCalendar,
} from '#domain/working-time';

const nationalHours = (): WorkingCalendar => {
  const merged = mergeLayers([{ weeklyHours: DEFAULT_WEEKLY_HOURS, days: NATIONAL_DAYS }]);
  if (!merged.ok) throw new Error(`Not a calendar: ${merged.refusal.code}`);
  return compileCalendar(merged.value, 'evaluation');
};

/**
 * When the officers of the living month work. Not the unit's own calendar: a visitor may change that, and what
 * was played before must still be found where it was. Decisions are taken by the calendar in force.
 */
export const PLAYING_HOURS = nationalHours();

const SECOND_MS = 1_000;

/** The moment after so many working hours, on a whole second and never the same moment again. */
export const later = (at: Instant, workingHours: number): Instant => {
  const then = addWorking(PLAYING_HOURS, at, hours(workingHours));
  const whole = Math.floor(then / SECOND_MS) * SECOND_MS;
  return instant(Math.max(whole, at + SECOND_MS));
};
