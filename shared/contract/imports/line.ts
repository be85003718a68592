import * as z from 'zod';
import type { Channel } from '#domain/dossier';
import type { DossierLine, LineEvent } from '#domain/import';
import { amount, applicantSchema, channels, foreignCode } from '../dossiers/index.ts';
import { procedureCode } from '../procedures/index.ts';
import { code, line } from '../text/index.ts';
import { instantText } from '../time/index.ts';

const agency = line(100).exactOptional();

// Members nobody here knows are left out, not refused: an export of a newer version is still one.
const event = z.object({
  type: z.string().max(64),
  at: instantText,
  dueAt: instantText.exactOptional(),
  respondBy: instantText.exactOptional(),
  publishedAt: instantText.exactOptional(),
  departmentCode: code(32).exactOptional(),
  variantKey: code(40).exactOptional(),
  reasonCode: code(64).exactOptional(),
  basisCode: code(64).exactOptional(),
  documentNo: line(100).exactOptional(),
  agency: line(200).exactOptional(),
  amount: amount.exactOptional(),
  method: code(40).exactOptional(),
  kind: code(64).exactOptional(),
}) satisfies z.ZodType<LineEvent>;

/** A line of `dossiers-ndjson`: contract §5. */
export const dossierLineSchema = z.object({
  externalCode: foreignCode,
  officialCode: foreignCode.exactOptional(),
  ownCode: foreignCode.exactOptional(),
  source: code(64).exactOptional(),
  sourceStatus: line(200).exactOptional(),
  procedureCode,
  procedureName: line(500).exactOptional(),
  field: line(200).exactOptional(),
  authority: z.enum(['commune', 'vertical']).exactOptional(),
  onlineLevel: z.enum(['full', 'partial', 'none']).exactOptional(),
  channel: z.enum(channels satisfies readonly Channel[]),
  applicant: applicantSchema.exactOptional(),
  variantKey: code(40).exactOptional(),
  assistedAtCounter: z.boolean().exactOptional(),
  outOfArea: z.object({ helped: agency, received: agency, competent: agency }).exactOptional(),
  bundle: code(64).exactOptional(),
  notViaCentre: z.boolean().exactOptional(),
  dueAt: instantText.exactOptional(),
  events: z.array(event).min(1).max(1000),
}) satisfies z.ZodType<DossierLine>;
