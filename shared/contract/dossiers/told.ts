import * as z from 'zod';
import { inUnit } from '../list/index.ts';
import { paragraph } from '../text/index.ts';
import { instantText } from '../time/index.ts';

/** What every command may say: when it happened, why it is told so late, and in which unit the dossier lies. */
export const told = {
  ...inUnit,
  occurredAt: instantText.exactOptional(),
  backdateReason: paragraph(1000).exactOptional(),
};

/** Why, in the officer's own words. */
export const reason = paragraph(2000);

/** Codes of other systems, as they write them: whatever is one word. */
export const foreignCode = z
  .string()
  .max(100)
  .regex(/^[^\s\p{Cc}\p{Cs}]+$/u)
  .normalize('NFC');

/** Whole đồng. What is negative or not whole is well-formed: the rule refuses it, after all else (422). */
export const amount = z.number();
