import * as z from 'zod';
import type { OnTheSpotEvent, Role, Step } from '#domain/dossier';
import { limitsSchema, supplementPolicies, variantSchema } from '../deadlines/index.ts';
import { pageOf, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { dateText } from '../time/index.ts';
import { componentSchema } from './component.ts';

export const proceduresPath = '/api/v1/procedures';
export const procedureVersionsPath = '/api/v1/procedures/:code/versions';

/** Who may have a step of an internal process: those with a part in handling dossiers. */
const stepRoles = [
  'reception',
  'processing',
  'clerk',
  'cashier',
  'head',
  'director',
  'viceChair',
] as const satisfies readonly Role[];

export const stepSchema = z
  .strictObject({
    key: code(40),
    name: line(200),
    role: z.enum(stepRoles),
    departmentCode: code(32).exactOptional(),
    allowanceHours: z.number().gt(0).max(10_000),
  })
  .readonly()
  .meta({
    id: 'Step',
    examples: [{ key: 'tham-dinh', name: 'Thẩm định', role: 'processing', allowanceHours: 12 }],
  }) satisfies z.ZodType<Step>;

export const onTheSpotEvents = [
  'received',
  'stepCompleted',
  'componentsDigitised',
  'resultIssued',
  'resultDigitised',
  'electronicResultIssued',
  'archivedToStore',
  'returned',
] as const satisfies readonly OnTheSpotEvent[];

/** *5 tại chỗ*: what the one command appends, in order; `true` for all of it, `false` for a procedure without. */
const onTheSpot = z.union([
  z.boolean(),
  z.array(z.enum(onTheSpotEvents)).min(1).max(20).readonly(),
]);

/** *Mã thủ tục*, as published: `2.000815`, `1.013978.H36`. */
export const procedureCode = code(40);

const facts = {
  name: line(500),
  field: line(200),
  authority: z.enum(['commune', 'vertical']),
  onlineLevel: z.enum(['full', 'partial', 'none']),
  limits: limitsSchema,
  variants: z.array(variantSchema).max(30).readonly(),
  steps: z.array(stepSchema).max(30).readonly(),
  /** *Thành phần hồ sơ*: what a complete dossier holds; empty where nobody has listed it. */
  components: z.array(componentSchema).max(50).readonly(),
  onSupplement: z.enum(supplementPolicies),
  clockStart: z.enum(['acceptance', 'submission']),
  /** Whole đồng for one dossier; null where it is counted otherwise or not known. */
  fee: z.int().min(0).max(1_000_000_000_000).nullable(),
  feeNote: line(500).nullable(),
  paperResult: z.boolean(),
  paymentIntegrated: z.boolean(),
  published: z.boolean(),
  eProcess: z.boolean(),
};

/** A procedure as a version describes it, whole. */
export const procedureDefinitionSchema = z
  .strictObject({ ...facts, onTheSpot: z.array(z.enum(onTheSpotEvents)).readonly().nullable() })
  .readonly()
  .meta({ id: 'ProcedureDefinition' });

/** What a new version changes; the rest stays as the version before has it. */
export const newVersionSchema = z
  .strictObject({
    ...facts,
    onTheSpot,
    unitId: z.int(),
    effectiveFrom: dateText,
  })
  .partial()
  .readonly()
  .meta({
    id: 'NewProcedureVersion',
    examples: [
      { limits: { city: { kind: 'workingDays', amount: 2 } }, effectiveFrom: '2026-12-01' },
    ],
  });

/** A procedure entered by hand: what is not said is as in most procedures. */
export const newProcedureSchema = z
  .strictObject({ ...newVersionSchema.unwrap().shape, code: procedureCode, name: facts.name })
  .readonly()
  .meta({
    id: 'NewProcedure',
    examples: [
      {
        code: '2.000815',
        name: 'Chứng thực bản sao từ bản chính',
        field: 'Chứng thực',
        onlineLevel: 'partial',
        limits: { statutory: { kind: 'sameDay', cutoff: '15:00' } },
        onSupplement: 'restart',
        onTheSpot: true,
      },
    ],
  });

/** A procedure as it is in force for a unit. */
export const procedureSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    effectiveFrom: dateText,
    /** *Chưa đối chiếu*: nobody has compared it with the published decision yet. */
    unreconciled: z.boolean(),
    /** Whether the unit has laid something of its own over the city's version. */
    overlaid: z.boolean(),
    ...procedureDefinitionSchema.unwrap().shape,
  })
  .readonly()
  .meta({ id: 'Procedure' });

export const procedurePageSchema = pageOf(procedureSchema);

export const proceduresQuerySchema = z
  .strictObject({
    ...pageQuery,
    cursor: procedureCode.optional(),
    /** Words of the name, with or without accents, or the beginning of a code. */
    q: z.union([z.literal(''), line(200)]).optional(),
    field: line(200).optional(),
    unitId: z.coerce.number().int().optional(),
  })
  .readonly();

export type NewProcedure = z.infer<typeof newProcedureSchema>;
export type NewProcedureVersion = z.infer<typeof newVersionSchema>;
export type Procedure = z.infer<typeof procedureSchema>;
export type ProcedureDefinition = z.infer<typeof procedureDefinitionSchema>;
export type ProceduresQuery = z.infer<typeof proceduresQuerySchema>;
