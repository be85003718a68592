import * as z from 'zod';
import { type HoursText, type Weekday } from '#domain/working-time';

/** What looks like a time of day; whether there is such a time is for the rule that reads it to say. */
export const timeText = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .meta({ examples: ['07:30'] });

/** From … to; only an end may be 24:00. */
export const hoursText = z
  .tuple([timeText, timeText])
  .readonly()
  .meta({ id: 'Hours', examples: [['07:30', '11:30']] }) satisfies z.ZodType<HoursText>;

const hoursOfDay = z.array(hoursText).max(12).readonly();

const hoursOf = (): Readonly<Record<Weekday, typeof hoursOfDay>> => ({
  mon: hoursOfDay,
  tue: hoursOfDay,
  wed: hoursOfDay,
  thu: hoursOfDay,
  fri: hoursOfDay,
  sat: hoursOfDay,
  sun: hoursOfDay,
});

/** The whole week; a day without hours is closed. */
export const weekSchema = z.strictObject(hoursOf()).readonly().meta({ id: 'Week' });

const OFFICE_DAY = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
];

/** Some weekdays; those not named stay as they are. */
export const weekChangeSchema = z
  .strictObject(hoursOf())
  .partial()
  .readonly()
  .meta({ id: 'WeekChange', examples: [{ sat: [['07:30', '11:30']] }, { mon: OFFICE_DAY }] });
