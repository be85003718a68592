import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { paragraph } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { officerCommands } from './commands.ts';
import { stateNames } from './dossier.ts';

/** A command that waits in the leader's *Chờ tôi duyệt*. */
export const approvalSchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    dossierId: z.uuid(),
    dossierCode: z.string(),
    officialCode: z.string().nullable(),
    dossierVersion: z.int(),
    state: z.enum(stateNames),
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

export const approvalsQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

/** What a command answers (202) when somebody else has to agree first. */
export const awaitedApprovalSchema = z
  .strictObject({ approvalId: z.uuid() })
  .readonly()
  .meta({
    id: 'AwaitedApproval',
    examples: [{ approvalId: '0197c5a0-9b3c-7000-8000-000000000002' }],
  });

/** A command that was given back with a reason; the dossier stays as it was. */
export const returnedApprovalSchema = z
  .strictObject({ id: z.uuid(), status: z.literal('returned') })
  .readonly()
  .meta({
    id: 'ReturnedApproval',
    examples: [{ id: '0197c5a0-9b3c-7000-8000-000000000002', status: 'returned' }],
  });

export const approveSchema = z.strictObject(inUnit).readonly();
export const returnApprovalSchema = z
  .strictObject({ ...inUnit, reason: paragraph(2000) })
  .readonly()
  .meta({ id: 'ReturnApproval', examples: [{ reason: 'Chưa nêu rõ giấy tờ còn thiếu' }] });

export type Approval = z.infer<typeof approvalSchema>;
export type ApprovalsQuery = z.infer<typeof approvalsQuerySchema>;
export type Approve = z.infer<typeof approveSchema>;
export type ReturnApproval = z.infer<typeof returnApprovalSchema>;
