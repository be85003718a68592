import * as z from 'zod';
import { inUnitQuery } from '../list/index.ts';
import { dateText, toldInstant } from '../time/index.ts';
import { procedureDefinitionSchema, procedureSchema } from './procedure.ts';

/** A version as it was made: an entry says everything, what a unit lays over the city's only what differs. */
const procedureVersionSchema = z
  .strictObject({
    number: z.int(),
    layer: z.enum(['entry', 'overlay']),
    /** Whether the unit asked about made it, and not the city above. */
    isOwn: z.boolean(),
    effectiveFrom: dateText,
    madeAt: toldInstant,
    /** Null where the product or a list brought it. */
    madeBy: z.string().nullable(),
    inForce: z.boolean(),
    said: procedureDefinitionSchema.unwrap().partial().readonly(),
  })
  .readonly()
  .meta({ id: 'ProcedureVersion' });

/** `GET /procedures/{code}/versions`: the procedure as it is in force, and how it came to be so. */
export const procedureHistorySchema = z
  .strictObject({
    procedure: procedureSchema,
    versions: z.array(procedureVersionSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'ProcedureHistory' });

export const procedureHistoryQuerySchema = z.strictObject(inUnitQuery).readonly();

export type ProcedureVersion = z.infer<typeof procedureVersionSchema>;
export type ProcedureHistory = z.infer<typeof procedureHistorySchema>;
export type ProcedureHistoryQuery = z.infer<typeof procedureHistoryQuerySchema>;
