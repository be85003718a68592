import * as z from 'zod';
import { CAUSES } from '#domain/reconciliation';
import { II06B_COLUMNS, TOTAL_ROW } from '#domain/report';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { code, line, typed } from '../text/index.ts';
import { dayText, toldInstant } from '../time/index.ts';

export const reconciliationsPath = '/api/v1/reconciliations';
export const reconciliationPath = (id: string): string => `${reconciliationsPath}/${id}`;
export const findingsPath = (id: string): string => `${reconciliationPath(id)}/findings`;
export const evidencePath = (id: string): string => `${reconciliationPath(id)}/evidence`;
export const findingPath = (id: string, number: number): string => `${findingsPath(id)}/${number}`;

const cause = z.enum(CAUSES);
const column = z.enum(II06B_COLUMNS);
const count = z.int().min(0).max(10_000_000);

const declaredRow = z
  .strictObject({
    /** The field as the source calls it; without it the row of sums. */
    row: typed(200).default(TOTAL_ROW),
    numbers: z.partialRecord(column, count),
  })
  .readonly();

/** What a source says of a period: its numbers, a list of it that was brought in (a dry run will do), or both. */
export const newReconciliationSchema = z
  .strictObject({
    ...inUnit,
    source: code(64),
    from: dayText,
    to: dayText,
    declared: z.array(declaredRow).max(300).readonly().default([]),
    importId: z.uuid().exactOptional(),
  })
  // Rows without a number say nothing, and nothing would agree with everything.
  .refine(
    ({ declared, importId }) =>
      importId !== undefined || declared.some(({ numbers }) => Object.keys(numbers).length > 0),
    { path: ['declared'] },
  )
  .readonly()
  .meta({
    id: 'NewReconciliation',
    examples: [
      {
        source: 'dvc',
        from: '2026-02-15',
        to: '2026-03-14',
        declared: [
          { numbers: { total: 412, resolved: 390 } },
          { row: 'Chứng thực', numbers: { total: 340 } },
        ],
      },
    ],
  });

const comparedCell = z
  .strictObject({ row: z.string(), column, declared: count, ours: count })
  .readonly();

export const findingKinds = [
  ...(['onlyThere', 'onlyHere', 'otherwise'] as const),
  ...(['candidate', 'lateThere', 'lateHere'] as const),
] as const;

const perKind = z.strictObject({
  ...{ onlyThere: z.int(), onlyHere: z.int(), otherwise: z.int() },
  ...{ candidate: z.int(), lateThere: z.int(), lateHere: z.int() },
});

export const reconciliationSchema = z
  .strictObject({
    id: z.string(),
    unitId: z.int(),
    source: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    importId: z.string().nullable(),
    madeAt: toldInstant,
    madeBy: z.string(),
    /** Of which position of the log ours is told. */
    position: z.int(),
    /** How many dossiers of this source the period counts here. */
    ours: z.int(),
    cells: z.array(comparedCell).readonly(),
    findings: perKind.readonly(),
    /** How many of them nobody has explained yet. */
    unexplained: z.int(),
    agrees: z.boolean(),
  })
  .readonly()
  .meta({ id: 'Reconciliation' });

const explanation = z
  .strictObject({
    cause,
    note: z.string().nullable(),
    owner: z.string().nullable(),
    ownerId: z.string().nullable(),
    by: z.string(),
    at: toldInstant,
  })
  .readonly();

export const findingSchema = z
  .strictObject({
    number: z.int(),
    kind: z.enum(findingKinds),
    /** A list names; totals only let us guess, and then this is false. */
    certain: z.boolean(),
    externalCode: z.string(),
    /** Where it stands in the list. */
    line: z.int().nullable(),
    dossierId: z.string().nullable(),
    dossierCode: z.string().nullable(),
    /** Of a candidate: the number it may be what differs by. */
    row: z.string().nullable(),
    column: column.nullable(),
    causes: z.array(cause).readonly(),
    /** *Quá hạn trên hệ thống* and *quá hạn thực tế*. */
    declaredDueAt: toldInstant.nullable(),
    dueAt: toldInstant.nullable(),
    finishedAt: toldInstant.nullable(),
    explained: explanation.nullable(),
  })
  .readonly()
  .meta({ id: 'ReconciliationFinding' });

export const reconciliationsPageSchema = pageOf(reconciliationSchema);
export const findingsPageSchema = pageOf(findingSchema);

export const reconciliationsQuerySchema = z
  .strictObject({ ...inUnitQuery, ...pageQuery, source: code(64).optional() })
  .readonly();

export const findingsQuerySchema = z
  .strictObject({ ...pageQuery, kind: z.enum(findingKinds).optional() })
  .readonly();

export const evidenceFormats = ['xlsx', 'pdf'] as const;

export const evidenceQuerySchema = z
  .strictObject({ format: z.enum(evidenceFormats).default('xlsx') })
  .readonly();

/** What a person found out, and who sees to it. */
export const newExplanationSchema = z
  .strictObject({
    cause,
    note: line(500).exactOptional(),
    ownerId: z.uuid().exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewExplanation',
    examples: [{ cause: 'lateSync', note: 'Đồng bộ lại ngày 16/03' }],
  });

export type NewReconciliation = z.infer<typeof newReconciliationSchema>;
export type Reconciliation = z.infer<typeof reconciliationSchema>;
export type ReconciliationsQuery = z.infer<typeof reconciliationsQuerySchema>;
export type EvidenceFormat = (typeof evidenceFormats)[number];
export type Finding = z.infer<typeof findingSchema>;
export type FindingKind = (typeof findingKinds)[number];
export type FindingsQuery = z.infer<typeof findingsQuerySchema>;
export type NewExplanation = z.infer<typeof newExplanationSchema>;
