import * as z from 'zod';
import { pageOf, pageQuery } from '../list/index.ts';
import { code } from '../text/index.ts';
import { instantText, toldInstant } from '../time/index.ts';

export const auditPath = '/api/v1/audit';

const facts = z.record(z.string(), z.unknown()).readonly();

/** Who did what, when, to what, from where. Codes and facts: never personal data. */
export const auditEntrySchema = z
  .strictObject({
    position: z.int(),
    /** Absent for what belongs to no unit. */
    unitId: z.int().nullable(),
    at: toldInstant,
    actor: z.strictObject({ kind: z.string(), id: z.string() }).readonly(),
    act: z.string(),
    outcome: z.enum(['done', 'denied', 'failed']),
    subjectType: z.string().nullable(),
    subjectId: z.string().nullable(),
    /** What was before and after, as far as it is no personal data: `{ before?, after?, … }`. */
    facts,
    address: z.string().nullable(),
    requestId: z.string().nullable(),
  })
  .readonly();

export const auditPageSchema = pageOf(auditEntrySchema);

export const auditQuerySchema = z
  .strictObject({
    ...pageQuery,
    unitId: z.coerce.number().int().optional(),
    act: code(64).optional(),
    actorId: z.string().max(64).optional(),
    subjectType: code(32).optional(),
    subjectId: z.string().max(64).optional(),
    from: instantText.optional(),
    to: instantText.optional(),
  })
  .readonly();

export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
