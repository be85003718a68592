import * as z from 'zod';
import { paragraph } from '../text/index.ts';
import { maskedFields } from './applicant.ts';

const revealableFields = [...maskedFields, 'lookupCode'] as const;

/** What is to be seen unmasked, and why; written down before it is shown. */
export const revealSchema = z
  .strictObject({
    fields: z.array(z.enum(revealableFields)).min(1).max(revealableFields.length).readonly(),
    reason: paragraph(500),
  })
  .readonly();

export type Reveal = z.infer<typeof revealSchema>;
