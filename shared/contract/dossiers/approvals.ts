import * as z from 'zod';
import { pageOf, pageQuery } from '../list/index.ts';
import { paragraph } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { officerCommands } from './commands.ts';

/** A command that waits in the leader's *Chờ tôi duyệt*. */
export const approvalSchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    dossierId: z.uuid(),
    dossierCode: z.string(),
    officialCode: z.string().nullable(),
    dossierVersion: z.int(),
    state: z.string(),
    dueAt: toldInstant.nullable(),
    form: z.string(),
    level: z.enum(['head', 'director']),
    command: z.enum(officerCommands),
    body: z.record(z.string(), z.unknown()),
    requestedBy: z.strictObject({ kind: z.string(), id: z.string() }),
    requestedAt: toldInstant,
    status: z.enum(['open', 'approved', 'returned', 'void']),
  })
  .readonly()
  .meta({ id: 'Approval' });

export const approvalPageSchema = pageOf(approvalSchema);

export const approvalsQuerySchema = z
  .strictObject({ ...pageQuery, unitId: z.coerce.number().int().optional() })
  .readonly();

export const approveSchema = z.strictObject({}).readonly();
export const returnApprovalSchema = z.strictObject({ reason: paragraph(2000) }).readonly();

export type Approval = z.infer<typeof approvalSchema>;
export type ApprovalsQuery = z.infer<typeof approvalsQuerySchema>;
export type ReturnApproval = z.infer<typeof returnApprovalSchema>;
