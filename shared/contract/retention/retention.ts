import * as z from 'zod';
import { inUnit, inUnitQuery } from '../list/index.ts';
import { paragraph } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';

export const retentionPath = '/api/v1/retention';
export const retentionPreviewPath = `${retentionPath}/preview`;

/** What may be erased of a dossier that ended: who it was about, and what people wrote about it. */
export const retainedKinds = ['applicants', 'words'] as const;

/** Below a year nobody has looked at the yearly reports yet; null: kept. */
const months = z.int().min(12).max(600).nullable();

const rules = z.strictObject({ applicants: months, words: months }).readonly();

const due = z
  .strictObject({
    kind: z.enum(retainedKinds),
    /** What ended before is due; null: nothing of the kind ever is. */
    before: toldInstant.nullable(),
    /** Dossiers of which something would go now. */
    dossiers: z.int().min(0),
    /** Notes that belong to no dossier: of incidents, and of what only another system knows. */
    notes: z.int().min(0),
  })
  .readonly();

export const retentionDueSchema = z
  .strictObject({ due: z.array(due).readonly() })
  .readonly()
  .meta({ id: 'RetentionDue' });

export const retentionSchema = z
  .strictObject({
    unitId: z.int(),
    /** 0: nobody has set anything, and nothing is erased. */
    version: z.int().min(0),
    rules,
    due: z.array(due).readonly(),
    /** Who set what, newest first. */
    history: z
      .array(
        z
          .strictObject({
            ...{ version: z.int().min(1), setAt: toldInstant, setBy: z.string() },
            ...{ reason: z.string().nullable(), rules },
          })
          .readonly(),
      )
      .readonly(),
    /** What the nights erased, newest first. */
    nights: z
      .array(
        z
          .strictObject({
            ...{ day: z.string(), kind: z.enum(retainedKinds) },
            ...{ dossiers: z.int().min(0), notes: z.int().min(0) },
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Retention' });

export const retentionQuerySchema = z.strictObject({ ...inUnitQuery }).readonly();

const EXAMPLE = { applicants: 120, words: 60 };

export const retentionPreviewSchema = z
  .strictObject({ ...inUnit, rules })
  .readonly()
  .meta({ id: 'PreviewRetention', examples: [{ rules: EXAMPLE }] });

/** `version` is the one that was looked at. */
export const setRetentionSchema = z
  .strictObject({ ...inUnit, version: z.int().min(0), rules, reason: paragraph(2000) })
  .readonly()
  .meta({
    id: 'SetRetention',
    examples: [{ version: 0, rules: EXAMPLE, reason: 'Theo danh mục hồ sơ của cơ quan' }],
  });

export type RetainedKind = (typeof retainedKinds)[number];
export type RetentionRules = z.infer<typeof rules>;
export type RetentionDue = z.infer<typeof due>;
export type Retention = z.infer<typeof retentionSchema>;
export type RetentionQuery = z.infer<typeof retentionQuerySchema>;
export type PreviewRetention = z.infer<typeof retentionPreviewSchema>;
export type SetRetention = z.infer<typeof setRetentionSchema>;
