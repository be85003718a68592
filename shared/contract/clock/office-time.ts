import * as z from 'zod';
import { parseInstant } from '#domain/working-time';

/**
 * What time it is in the office and how many times as fast as a wall clock it passes; both differ from
 * the machine's only where the clock was moved for a trial.
 */
export const officeTimeSchema = z
  .strictObject({
    now: z.string().refine((text) => parseInstant(text) !== undefined),
    rate: z.number().min(0),
  })
  .readonly();

export type OfficeTime = z.infer<typeof officeTimeSchema>;
