import * as z from 'zod';
import { inUnit } from '../list/index.ts';
import { paragraph } from '../text/index.ts';
import { maskedFields } from './applicant.ts';

const revealableFields = [...maskedFields, 'lookupCode'] as const;

/** What is to be seen unmasked, and why; written down before it is shown. */
export const revealSchema = z
  .strictObject({
    ...inUnit,
    fields: z.array(z.enum(revealableFields)).min(1).max(revealableFields.length).readonly(),
    reason: paragraph(500),
  })
  .readonly()
  .meta({ id: 'Reveal', examples: [{ fields: ['phone'], reason: 'Gọi mời đến nhận kết quả' }] });

/** What was asked for, and nothing else; null where nothing is known. */
export const revealedSchema = z
  .partialRecord(z.enum(revealableFields), z.string().nullable())
  .meta({ id: 'Revealed', examples: [{ phone: '0912 345 678', idNumber: '031090001234' }] });

export type Reveal = z.infer<typeof revealSchema>;
