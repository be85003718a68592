import * as z from 'zod';
import { parseInstant } from '#domain/working-time';

const OFFICE_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * What time it is in the office and how many times as fast as a wall clock it passes; both differ from
 * the machine's only where the clock was moved for a trial.
 */
export const officeTimeSchema = z
  .strictObject({
    now: z.string().refine((text) => parseInstant(text) !== undefined),
    rate: z.number().min(0),
    /** Where the office is, whatever the browser believes of itself. */
    zone: z.literal(OFFICE_ZONE),
  })
  .readonly()
  .meta({
    id: 'OfficeTime',
    examples: [{ now: '2026-03-02T08:00:00+07:00', rate: 1, zone: OFFICE_ZONE }],
  });

export type OfficeTime = z.infer<typeof officeTimeSchema>;
