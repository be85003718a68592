import * as z from 'zod';
import { WEEKDAYS } from '#domain/working-time';
import { inUnitQuery, pageOf } from '../list/index.ts';
import { dateText, toldInstant } from '../time/index.ts';

export const calendarVersionsPath = '/api/v1/calendar-versions';

/** A day that a version has otherwise than the one before. */
const changedDaySchema = z
  .strictObject({
    date: dateText,
    /** `plain`: nothing is said of it any more. */
    kind: z.enum(['off', 'worked', 'plain']),
    name: z.string().exactOptional(),
  })
  .readonly()
  .meta({ id: 'ChangedDay' });

/** A version of a unit's working time: who made it, and what it has otherwise than the one before. */
const calendarVersionSchema = z
  .strictObject({
    version: z.string(),
    number: z.int(),
    inForceFrom: toldInstant,
    /** Null for the one a unit began with. */
    madeBy: z.string().nullable(),
    weekdays: z.array(z.enum(WEEKDAYS)).readonly(),
    days: z.array(changedDaySchema).readonly(),
    officialYears: z.array(z.int()).readonly(),
    /** How many due moments it moved; null where the city's change brought it. */
    moved: z.int().nullable(),
  })
  .readonly()
  .meta({ id: 'CalendarVersion' });

export const calendarVersionPageSchema = pageOf(calendarVersionSchema);

export const calendarVersionsQuerySchema = z
  .strictObject({
    ...inUnitQuery,
    limit: z.coerce.number().int().min(1).max(100).default(10),
    /** The number of the last version of the page before. */
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .optional(),
  })
  .readonly();

export type CalendarVersion = z.infer<typeof calendarVersionSchema>;
export type CalendarVersionsQuery = z.infer<typeof calendarVersionsQuerySchema>;
