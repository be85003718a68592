import * as z from 'zod';
import { CAUSES } from '#domain/reconciliation';
import { toldInstant } from '../time/index.ts';
import { findingKinds, reconciliationPath } from './reconciliations.ts';

export const reconciliationHistoryPath = (id: string): string =>
  `${reconciliationPath(id)}/history`;

const said = z
  .strictObject({
    cause: z.enum(CAUSES),
    owner: z.string().nullable(),
    note: z.string().nullable(),
  })
  .readonly();

/** Who said what of which difference, and what had been said of it before. */
const saying = z
  .strictObject({
    number: z.int(),
    kind: z.enum(findingKinds),
    externalCode: z.string(),
    by: z.string(),
    at: toldInstant,
    before: said.nullable(),
    after: said,
  })
  .readonly();

/** Newest first. */
export const reconciliationHistorySchema = z
  .strictObject({ items: z.array(saying).readonly() })
  .readonly()
  .meta({ id: 'ReconciliationHistory' });

export type ReconciliationSaying = z.infer<typeof saying>;
