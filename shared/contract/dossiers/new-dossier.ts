import * as z from 'zod';
import type { Channel } from '#domain/dossier';
import { inUnit } from '../list/index.ts';
import { componentKind, procedureCode } from '../procedures/index.ts';
import { code, line, paragraph } from '../text/index.ts';
import { instantText } from '../time/index.ts';
import { applicantSchema } from './applicant.ts';
import { amount, foreignCode } from './told.ts';

export const channels = ['online', 'direct', 'post'] as const satisfies readonly Channel[];

const component = z.union([
  line(300),
  z
    .strictObject({
      name: line(300),
      kind: componentKind.exactOptional(),
      copies: z.number().exactOptional(),
    })
    .readonly(),
]);

const facts = {
  procedureCode,
  /** For a code the catalogue does not have yet. */
  procedureName: line(500).exactOptional(),
  variantKey: code(40).exactOptional(),
  channel: z.enum(channels),
  applicant: applicantSchema,
  officialCode: foreignCode.exactOptional(),
  source: code(64).exactOptional(),
  externalCode: foreignCode.exactOptional(),
  sourceStatus: line(200).exactOptional(),
  declaredDueAt: instantText.exactOptional(),
  /** When it was handed over, if that was not now; with `submitOnly`, when it was sent in. */
  receivedAt: instantText.exactOptional(),
  backdateReason: paragraph(1000).exactOptional(),
  /** Sent in, and still to be accepted or refused. */
  submitOnly: z.boolean().exactOptional(),
  assistedAtCounter: z.boolean().exactOptional(),
  outOfArea: z
    .strictObject({
      helped: line(100).exactOptional(),
      received: line(100).exactOptional(),
      competent: line(100).exactOptional(),
    })
    .readonly()
    .exactOptional(),
  bundle: code(64).exactOptional(),
  notViaCentre: z.boolean().exactOptional(),
  fee: amount.exactOptional(),
  /** The applicant said yes to being told of this dossier by message or telephone. */
  mayTell: z.boolean().exactOptional(),
  components: z.array(component).max(100).readonly().exactOptional(),
};

/** A dossier to be received, or with `submitOnly` to be entered as sent in. */
export const newDossierSchema = z
  .strictObject({ ...facts, ...inUnit })
  .readonly()
  .meta({
    id: 'NewDossier',
    examples: [
      {
        procedureCode: '2.000815',
        channel: 'direct',
        applicant: { name: 'Nguyễn Văn An', phone: '0912345678' },
      },
    ],
  });

const BULK_MAX = 500;

/** Up to 500 at once; what is wrong with one is told of that one alone. */
export const bulkSchema = z
  .strictObject({
    ...inUnit,
    items: z.array(z.record(z.string(), z.unknown())).min(1).max(BULK_MAX).readonly(),
  })
  .readonly()
  .meta({
    id: 'Bulk',
    examples: [
      {
        items: [
          { procedureCode: '2.000815', channel: 'direct', applicant: { name: 'Nguyễn Văn An' } },
        ],
      },
    ],
  });

export type NewDossier = z.infer<typeof newDossierSchema>;
export type Bulk = z.infer<typeof bulkSchema>;
