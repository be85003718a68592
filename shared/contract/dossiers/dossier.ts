import * as z from 'zod';
import { NATIONAL_STATUS, type StateName } from '#domain/dossier';
import { problemSchema } from '../problem/index.ts';
import { toldInstant } from '../time/index.ts';
import { maskedFields } from './applicant.ts';
import { officerCommands } from './commands.ts';

const moment = toldInstant.nullable();
export const stateNames = Object.keys(NATIONAL_STATUS) as readonly StateName[];
const state = z.enum(stateNames);

const holderSchema = z
  .strictObject({
    userId: z.string().optional(),
    departmentCode: z.string().optional(),
    agency: z.string().optional(),
  })
  .readonly();

/** What every dossier says of itself in a list. */
const shown = {
  id: z.uuid(),
  unitId: z.int(),
  /** Our own code; *Mã hồ sơ* is the official one where it is known. */
  code: z.string(),
  officialCode: z.string().nullable(),
  source: z.string().nullable(),
  externalCode: z.string().nullable(),
  procedureCode: z.string(),
  field: z.string(),
  channel: z.string(),
  state,
  version: z.int(),
  submittedAt: moment,
  receivedAt: moment,
  dueAt: moment,
  provisionalDueAt: moment,
  stepDueAt: moment,
  finishedAt: moment,
  holder: holderSchema.nullable(),
};

export const dossierItemSchema = z
  .strictObject({
    ...shown,
    /** From when on it is *sắp đến hạn*, by the unit's own first threshold. */
    nearAt: moment,
    /** Null for whoever may not see persons. */
    applicantName: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'DossierItem' });

/** What a command answers: where the dossier stands now. */
const standing = {
  ...shown,
  nationalStatus: z.int().nullable(),
  procedureVersion: z.int(),
  variantKey: z.string().nullable(),
  originalDueAt: moment,
  /** A day no official notice has confirmed lies before the due moment. */
  provisional: z.boolean(),
  declaredDueAt: moment,
  /** Our own counting; where it differs from the declared one, *lệch hạn*. */
  oursAt: moment,
  stepKey: z.string().nullable(),
  respondBy: moment,
  outcome: z.string().nullable(),
  returnedAt: moment,
  linkedTo: z.string().nullable(),
};

export const dossierAnswerSchema = z
  .strictObject(standing)
  .readonly()
  .meta({ id: 'DossierAnswer' });

export const createdDossierSchema = z
  .strictObject({ ...standing, lookupCode: z.string() })
  .readonly()
  .meta({ id: 'CreatedDossier' });

export const shownApplicant = z
  .strictObject({
    kind: z.enum(['person', 'organisation']),
    name: z.string(),
    ...Object.fromEntries(maskedFields.map((field) => [field, z.string().nullable()])),
  })
  .readonly();

const sourceRecord = z
  .strictObject({
    source: z.string(),
    externalCode: z.string(),
    sourceStatus: z.string().nullable(),
    asOf: moment,
    /** Where this system tells it otherwise than the primary one. */
    differences: z.array(z.string()).readonly(),
  })
  .readonly();

export const dossierSchema = z
  .strictObject({
    ...standing,
    applicant: shownApplicant.nullable(),
    /** *Có mặt ở n hệ thống*, primary first. */
    sources: z.array(sourceRecord).readonly(),
    /** What the caller may do now. */
    allowed: z.array(z.enum(officerCommands)).readonly(),
  })
  .readonly()
  .meta({ id: 'Dossier' });

/** What became of one of many, as its own request would have been answered. */
const bulkResultSchema = z
  .strictObject({
    index: z.int().min(0),
    status: z.int().min(200).max(599),
    id: z.string().optional(),
    version: z.int().optional(),
    dossier: createdDossierSchema.optional(),
    problem: problemSchema.optional(),
  })
  .readonly()
  .meta({ id: 'BulkResult' });

export const bulkResultsSchema = z
  .strictObject({ results: z.array(bulkResultSchema).readonly() })
  .readonly()
  .meta({ id: 'BulkResults' });

export type DossierItem = z.infer<typeof dossierItemSchema>;
export type DossierAnswer = z.infer<typeof dossierAnswerSchema>;
export type CreatedDossier = z.infer<typeof createdDossierSchema>;
export type SourceAnswer = z.infer<typeof sourceRecord>;
/** Declared by hand: the masked members are made of a list. */
export type ApplicantAnswer = {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
} & Readonly<Record<(typeof maskedFields)[number], string | null>>;
export type DossierDetail = DossierAnswer & {
  readonly applicant: ApplicantAnswer | null;
  readonly sources: readonly SourceAnswer[];
  readonly allowed: readonly string[];
};
