import * as z from 'zod';
import { FEE_STANDINGS } from '#domain/fee';
import { dossierItemSchema } from '../dossiers/index.ts';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { code, paragraph } from '../text/index.ts';
import { dayText, toldInstant } from '../time/index.ts';

export const feesPath = '/api/v1/fees';

/** As long as a list of payments may be. */
export const FEE_DAYS = 366;

/** A user's id; `key:…` for a program's, `source:…` where another system told it. */
const officer = z
  .string()
  .max(120)
  .regex(/^[\w:.-]+$/);
const method = code(64);
/** Whole đồng; what is negative or not whole the rule refuses. */
const amount = z.number();

const period = { from: dayText.optional(), to: dayText.optional() };

const filters = {
  ...inUnitQuery,
  ...period,
  method: method.optional(),
  officer: officer.optional(),
  procedure: code(40).optional(),
};

/** Money taken; today where no day is said. */
export const feePaymentsQuerySchema = z.strictObject({ ...pageQuery, ...filters }).readonly();

/** Dossiers by how they stand with their fees. `due` are those that still have to pay. */
export const feeDossiersQuerySchema = z
  .strictObject({
    ...pageQuery,
    ...inUnitQuery,
    standing: z.enum([...FEE_STANDINGS, 'due']).default('due'),
    procedure: code(40).optional(),
    /** Of whose fees something was told in these days; without them, whenever that was. */
    ...period,
  })
  .readonly();

export const feeSummaryQuerySchema = z.strictObject({ ...inUnitQuery, ...period }).readonly();

const account = z
  .strictObject({
    charged: z.int(),
    paid: z.int(),
    /** Below nothing: to be given back. */
    owing: z.int(),
    standing: z.enum(FEE_STANDINGS),
    lastAt: toldInstant,
  })
  .readonly();

const who = z
  .strictObject({ id: z.string(), name: z.string().nullable() })
  .readonly()
  .meta({ id: 'FeeOfficer' });

const taken = z
  .strictObject({
    /** Of the event that tells it. */
    version: z.int(),
    amount: z.int(),
    method: z.string(),
    occurredAt: toldInstant,
    officer: who,
  })
  .readonly();

const item = dossierItemSchema.unwrap().shape;

const feePaymentSchema = z
  .strictObject({ ...item, procedureName: z.string().nullable(), fee: account, payment: taken })
  .readonly()
  .meta({ id: 'FeePayment' });

const feeDossierSchema = z
  .strictObject({ ...item, procedureName: z.string().nullable(), fee: account })
  .readonly()
  .meta({ id: 'FeeDossier' });

export const feePaymentPageSchema = pageOf(feePaymentSchema);
export const feeDossierPageSchema = pageOf(feeDossierSchema);

const bookLine = z
  .strictObject({ method: z.string(), count: z.int(), amount: z.int() })
  .readonly()
  .meta({ id: 'FeeBookLine' });

const heap = z.strictObject({ dossiers: z.int(), amount: z.int() }).readonly();

/** The figures of a period; each is the size or the sum of a list that the same filters give. */
export const feeSummarySchema = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    lines: z.array(bookLine).readonly(),
    count: z.int(),
    amount: z.int(),
    /** *TTHC có phát sinh giao dịch*. */
    procedures: z
      .array(
        z
          .strictObject({
            procedureCode: z.string(),
            name: z.string().nullable(),
            ...{ dossiers: z.int(), count: z.int(), amount: z.int(), online: z.int() },
          })
          .readonly(),
      )
      .readonly(),
    /** As it is now, whatever the period. */
    standings: z.strictObject({ due: heap, overpaid: heap, exempt: heap, untold: heap }).readonly(),
  })
  .readonly()
  .meta({ id: 'FeeSummary' });

const counted = z.strictObject({ method, amount }).readonly();

const money = z.strictObject({ amount: z.int(), method: z.string() }).readonly().nullable();

/** A payment that is another one than when the book was closed. */
const laterChange = z
  .strictObject({
    dossierId: z.uuid(),
    code: z.string(),
    version: z.int(),
    was: money,
    is: money,
  })
  .readonly();

export const feeClosingSchema = z
  .strictObject({
    revision: z.int(),
    lines: z.array(bookLine).readonly(),
    counted: z.array(z.strictObject({ method: z.string(), amount: z.int() }).readonly()).readonly(),
    /** Counted less ours. */
    difference: z.int(),
    reason: z.string().nullable(),
    closedAt: toldInstant,
    closedBy: who,
  })
  .readonly()
  .meta({ id: 'FeeClosing' });

const officerBook = z
  .strictObject({
    officer: who,
    lines: z.array(bookLine).readonly(),
    ...{ count: z.int(), amount: z.int() },
    /** The latest first; none where the day was not closed. */
    closings: z.array(feeClosingSchema).readonly(),
    /** Since the latest closing. */
    changes: z.array(laterChange).readonly(),
  })
  .readonly()
  .meta({ id: 'FeeOfficerBook' });

/** *Sổ thu cuối ngày*, officer by officer. */
export const feeBookSchema = z
  .strictObject({
    unitId: z.int(),
    day: z.string(),
    officers: z.array(officerBook).readonly(),
    lines: z.array(bookLine).readonly(),
    ...{ count: z.int(), amount: z.int() },
  })
  .readonly()
  .meta({ id: 'FeeBook' });

export const feeBookQuerySchema = z
  .strictObject({ ...inUnitQuery, day: dayText.optional() })
  .readonly();

export const newFeeClosingSchema = z
  .strictObject({
    ...inUnit,
    day: dayText,
    /** Whose book; one's own where nobody is named. */
    officer: officer.exactOptional(),
    counted: z.array(counted).max(20).readonly(),
    /** What stood on the page that was counted against. */
    seen: z.strictObject({ revision: z.int(), count: z.int(), amount: z.int() }).readonly(),
    reason: paragraph(1000).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewFeeClosing',
    examples: [
      {
        day: '2026-03-02',
        counted: [{ method: 'cash', amount: 58_000 }],
        seen: { revision: 0, count: 3, amount: 58_000 },
      },
    ],
  });

export const feeExportSchema = z
  .strictObject({
    ...inUnit,
    from: dayText,
    to: dayText,
    method: method.exactOptional(),
    officer: officer.exactOptional(),
    format: z.enum(['xlsx', 'pdf']).default('xlsx'),
  })
  .readonly()
  .meta({
    id: 'FeeExport',
    examples: [{ from: '2026-03-02', to: '2026-03-02', format: 'pdf' }],
  });

export type FeePaymentsQuery = z.infer<typeof feePaymentsQuerySchema>;
export type FeeDossiersQuery = z.infer<typeof feeDossiersQuerySchema>;
export type FeeSummaryQuery = z.infer<typeof feeSummaryQuerySchema>;
export type FeeBookQuery = z.infer<typeof feeBookQuerySchema>;
export type FeePayment = z.infer<typeof feePaymentSchema>;
export type FeeDossier = z.infer<typeof feeDossierSchema>;
export type FeeSummary = z.infer<typeof feeSummarySchema>;
export type FeeBook = z.infer<typeof feeBookSchema>;
export type FeeOfficerBook = z.infer<typeof officerBook>;
export type FeeClosing = z.infer<typeof feeClosingSchema>;
export type NewFeeClosing = z.infer<typeof newFeeClosingSchema>;
export type FeeExport = z.infer<typeof feeExportSchema>;
