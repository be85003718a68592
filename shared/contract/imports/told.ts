import * as z from 'zod';
import { IMPORT_FAULTS } from '#domain/import';
import { channels } from '../dossiers/index.ts';
import { pageOf } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';
import { importProfiles, rowKinds } from './asked.ts';
import { toldUndoSchema } from './undo.ts';

const importStates = [
  ...(['queued', 'checking', 'checked', 'committing'] as const),
  ...(['done', 'failed', 'cancelled'] as const),
] as const;

/** What a person should know of a whole list. */
const importWarnings = ['finish-equals-handover', 'lists-elsewhere'] as const;

/** Why a whole import came to nothing, once it was taken in. */
const importFailures = [
  ...(['unexpected', 'no-rows', 'no-rows-of-this-unit'] as const),
  // Of what a program brought: a person has to say what it means, or what is wrong with it.
  ...(['mapping-needed', 'file-refused'] as const),
] as const;

const count = z.int().min(0);

export const importSchema = z
  .strictObject({
    id: z.string(),
    unitId: z.int(),
    profile: z.enum(importProfiles),
    state: z.enum(importStates),
    dryRun: z.boolean(),
    exportedAt: toldInstant,
    createdAt: toldInstant,
    changedAt: toldInstant,
    /** `rows` = new + changed + unchanged + wrong; rows of other units are `skipped` and in none of them. */
    counts: z.strictObject({
      ...{ rows: count, new: count, changed: count, unchanged: count, wrong: count, done: count },
      ...{ skipped: count, differing: count },
    }),
    warnings: z.array(z.enum(importWarnings)).readonly(),
    failure: z.enum(importFailures).nullable(),
    /** What the file was called, where somebody said. */
    name: z.string().nullable(),
    /** Who brought it. */
    by: z.string(),
    /** Whether anything of it can be taken back. */
    undoable: z.boolean(),
    undo: toldUndoSchema.nullable(),
    /** By which saved mapping it was read. */
    mapping: z
      .strictObject({ id: z.string(), name: z.string(), version: z.int() })
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: 'Import' });

export const createdImportSchema = z.strictObject({ id: z.string() }).readonly();

export const importsPageSchema = pageOf(importSchema);

const fault = z
  .strictObject({
    column: z.string(),
    code: z.enum(IMPORT_FAULTS),
    /** What stands there; null for who may not see personal data, and once it is erased. */
    value: z.string().nullable(),
  })
  .readonly();

const difference = z
  .strictObject({
    kind: z.string(),
    type: z.string(),
    ours: toldInstant.optional(),
    theirs: toldInstant.optional(),
    /** Whether the source's word was taken over, or only listed. */
    taken: z.boolean(),
  })
  .readonly();

const importRowSchema = z
  .strictObject({
    number: z.int(),
    /** Where it stands in the file. */
    line: z.int(),
    kind: z.enum(rowKinds),
    settled: z.boolean(),
    source: z.string().nullable(),
    externalCode: z.string().nullable(),
    officialCode: z.string().nullable(),
    dossierId: z.string().nullable(),
    marks: z.array(z.string()).readonly(),
    differences: z.array(difference).readonly(),
    faults: z.array(fault).readonly(),
    /** Of the row itself, as long as it is kept: until it is committed. */
    told: z
      .strictObject({
        procedureCode: z.string(),
        procedureName: z.string().nullable(),
        channel: z.enum(channels),
        applicantName: z.string().nullable(),
        receivedAt: toldInstant.nullable(),
        dueAt: toldInstant.nullable(),
      })
      .nullable(),
  })
  .readonly()
  .meta({ id: 'ImportRow' });

export const importRowsPageSchema = pageOf(importRowSchema);

const importErrorSchema = z
  .strictObject({
    row: z.int(),
    column: z.string(),
    code: z.enum(IMPORT_FAULTS),
    value: z.string().nullable(),
    reason: z.string(),
  })
  .readonly();

export const importErrorsSchema = z
  .strictObject({ items: z.array(importErrorSchema).readonly() })
  .readonly();

export type ImportState = (typeof importStates)[number];
export type ImportWarning = (typeof importWarnings)[number];
export type ImportFailure = (typeof importFailures)[number];
export type ImportAnswer = z.infer<typeof importSchema>;
export type ImportRow = z.infer<typeof importRowSchema>;
export type ImportError = z.infer<typeof importErrorSchema>;
