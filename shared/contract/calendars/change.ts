import * as z from 'zod';
import { inUnit } from '../list/index.ts';
import { toldInstant, weekChangeSchema } from '../time/index.ts';
import { specialDaySchema } from './calendar.ts';

export const calendarPreviewPath = '/api/v1/calendars/preview';
export const calendarApplyPath = '/api/v1/calendars/apply';

/**
 * What the unit's layer shall say: weekdays and days given here replace what it said of them, the rest
 * stays. Nothing given asks what the latest official days would change.
 */
export const calendarChangeSchema = z
  .strictObject({
    ...inUnit,
    weeklyHours: weekChangeSchema.optional(),
    days: z.array(specialDaySchema).max(800).readonly().optional(),
    /** Years whose official days are all told now: what is not a day off there is no longer provisional. */
    officialYears: z.array(z.int().min(2000).max(2100)).max(20).readonly().optional(),
  })
  .readonly()
  .meta({
    id: 'CalendarChange',
    examples: [
      {
        days: [{ date: '2026-11-23', kind: 'off', name: 'Hoán đổi ngày làm việc' }],
        weeklyHours: { sat: [['07:30', '11:30']] },
      },
    ],
  });

/** A dossier whose due moment the change moves. */
export const dueMoveSchema = z
  .strictObject({
    dossierId: z.uuid(),
    code: z.string(),
    from: toldInstant,
    to: toldInstant,
  })
  .readonly()
  .meta({ id: 'DueMove' });

export const calendarPreviewSchema = z
  .strictObject({ previewId: z.uuid(), moves: z.array(dueMoveSchema).readonly() })
  .readonly()
  .meta({ id: 'CalendarPreview' });

export const calendarApplySchema = z
  .strictObject({ ...inUnit, previewId: z.uuid() })
  .readonly()
  .meta({
    id: 'CalendarApply',
    examples: [{ previewId: '019a9b1e-6f00-7c3a-8f2d-5b1c3e9a7d10' }],
  });

/** The version now in force, and what it moved. */
export const calendarAppliedSchema = z
  .strictObject({ version: z.string(), hash: z.string(), moves: z.array(dueMoveSchema).readonly() })
  .readonly()
  .meta({ id: 'CalendarApplied' });

export type CalendarChange = z.infer<typeof calendarChangeSchema>;
export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;
export type CalendarApply = z.infer<typeof calendarApplySchema>;
export type CalendarApplied = z.infer<typeof calendarAppliedSchema>;
export type DueMove = z.infer<typeof dueMoveSchema>;
