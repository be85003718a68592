import * as z from 'zod';
import type { DayKind, SpecialDay, SpecialDayKind } from '#domain/working-time';
import { line } from '../text/index.ts';
import { dateText, hoursText, weekChangeSchema, weekSchema } from '../time/index.ts';

export const calendarYearPath = '/api/v1/calendars/:year';

const kinds = ['off', 'worked', 'plain'] as const satisfies readonly SpecialDayKind[];

/** A day that is not as the week has it. `plain` takes back what an upper layer said of the day. */
export const specialDaySchema = z
  .strictObject({
    date: dateText,
    kind: z.enum(kinds),
    name: line(200).exactOptional(),
    hours: z.array(hoursText).max(12).readonly().exactOptional(),
    source: line(300).exactOptional(),
    provisional: z.boolean().exactOptional(),
  })
  .readonly()
  .meta({
    id: 'SpecialDay',
    examples: [
      { date: '2026-11-23', kind: 'off', name: 'Hoán đổi ngày làm việc', source: 'Công văn 12/CV' },
      {
        date: '2026-11-28',
        kind: 'worked',
        name: 'Làm bù ngày 23/11',
        hours: [['07:30', '11:30']],
      },
    ],
  }) satisfies z.ZodType<SpecialDay>;

/** Who said something of a day, from the top down; the last one has the last word. */
export const layerNames = ['national', 'city', 'unit'] as const;

export type LayerName = (typeof layerNames)[number];

export const layerSchema = z
  .strictObject({
    layer: z.enum(layerNames),
    weeklyHours: weekChangeSchema,
    days: z.array(specialDaySchema).readonly(),
  })
  .readonly()
  .meta({ id: 'CalendarLayer' });

const dayKinds = ['ordinary', 'off', 'weekend', 'makeUp'] as const satisfies readonly DayKind[];

/** A day of the year as the calendar in force has it. */
export const calendarDaySchema = z
  .strictObject({
    date: dateText,
    kind: z.enum(dayKinds),
    name: z.string().exactOptional(),
    source: z.string().exactOptional(),
    hours: z.array(hoursText).readonly(),
    provisional: z.boolean(),
    layer: z.enum(layerNames).exactOptional(),
  })
  .readonly()
  .meta({ id: 'CalendarDay' });

/** `GET /calendars/{year}`: every day of the year, and the layers that make it so. */
export const calendarYearSchema = z
  .strictObject({
    unitId: z.int(),
    year: z.int(),
    version: z.string(),
    hash: z.string(),
    /** Whether all official days of the year are known. */
    provisional: z.boolean(),
    weeklyHours: weekSchema,
    days: z.array(calendarDaySchema).readonly(),
    layers: z.array(layerSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'CalendarYear' });

export const calendarYearQuerySchema = z
  .strictObject({ unitId: z.coerce.number().int().optional() })
  .readonly();

/** The years a calendar knows. */
export const yearParameter = z.coerce.number().int().min(2000).max(2100);

export type CalendarYear = z.infer<typeof calendarYearSchema>;
export type CalendarDay = z.infer<typeof calendarDaySchema>;
export type CalendarYearQuery = z.infer<typeof calendarYearQuerySchema>;
