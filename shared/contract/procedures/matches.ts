import * as z from 'zod';
import { inUnitQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';
import { procedureCode } from './procedure.ts';

export const procedureMatchesPath = '/api/v1/procedure-matches';

const count = z.int().min(0);

const named = z.strictObject({ code: z.string(), name: z.string(), field: z.string() }).readonly();

/** *Mã chưa đối chiếu*: a code that a source named and nobody has in the catalogue. */
const unknownCodeSchema = z
  .strictObject({
    code: z.string(),
    /** As the source that named it first called it. */
    name: z.string(),
    /** Every field its dossiers were told to be of. */
    fields: z.array(z.string()).readonly(),
    /** Of all dossiers of that code those that are still open. */
    ...{ dossiers: count, open: count },
    suggestions: z
      .array(z.strictObject({ ...named.unwrap().shape, by: z.enum(['code', 'name']) }).readonly())
      .readonly(),
    /** What somebody confirmed it to be; null before that, and where it was taken back. */
    match: z
      .strictObject({ ...named.unwrap().shape, matchedBy: z.string(), matchedAt: toldInstant })
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: 'UnknownCode' });

export const procedureMatchesSchema = z
  .strictObject({ items: z.array(unknownCodeSchema).readonly() })
  .readonly();

export const procedureMatchesQuerySchema = z.strictObject(inUnitQuery).readonly();

/** `POST /procedure-matches`: the code is that procedure; without one it is unknown again. */
export const newProcedureMatchSchema = z
  .strictObject({
    unitId: z.int().exactOptional(),
    code: procedureCode,
    targetCode: procedureCode.nullable(),
  })
  .readonly()
  .meta({ id: 'NewProcedureMatch', examples: [{ code: '1.013978.H36', targetCode: '1.013978' }] });

export const madeProcedureMatchSchema = z
  .strictObject({ code: z.string(), targetCode: z.string().nullable(), number: z.int().min(1) })
  .readonly();

export type UnknownCode = z.infer<typeof unknownCodeSchema>;
export type NewProcedureMatch = z.infer<typeof newProcedureMatchSchema>;
export type MadeProcedureMatch = z.infer<typeof madeProcedureMatchSchema>;
export type ProcedureMatchesQuery = z.infer<typeof procedureMatchesQuerySchema>;
