import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { instantText, toldInstant } from '../time/index.ts';

export const absencesPath = '/api/v1/absences';

/** Somebody away during [from, to), and who acts in their place; nobody where `substituteId` is null. */
export const newAbsenceSchema = z
  .strictObject({
    ...inUnit,
    /** Absent: one's own. */
    userId: z.uuid().optional(),
    substituteId: z.uuid().nullable(),
    /** Absent: from now on. */
    from: instantText.optional(),
    to: instantText,
  })
  .readonly()
  .meta({
    id: 'NewAbsence',
    examples: [
      { substituteId: '0197c5a0-7d1e-7000-8000-000000000002', to: '2026-03-06T17:00:00+07:00' },
    ],
  });

const who = z.strictObject({ id: z.uuid(), displayName: z.string() }).readonly();

export const absenceSchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    user: who,
    substitute: who.nullable(),
    from: toldInstant,
    to: toldInstant,
    state: z.enum(['upcoming', 'current', 'over']),
  })
  .readonly();

export const absencePageSchema = pageOf(absenceSchema);

export const absencesQuerySchema = z
  .strictObject({
    ...pageQuery,
    ...inUnitQuery,
    userId: z.uuid().optional(),
    /** With `true` those that are over come too. */
    over: z.enum(['true', 'false']).optional(),
  })
  .readonly();

export type NewAbsence = z.infer<typeof newAbsenceSchema>;
export type Absence = z.infer<typeof absenceSchema>;
export type AbsencesQuery = z.infer<typeof absencesQuerySchema>;
