import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { code, typed } from '../text/index.ts';
import { instantText, toldInstant } from '../time/index.ts';

export const auditPath = '/api/v1/audit';
export const auditExportPath = `${auditPath}/export`;
export const auditSealPath = `${auditPath}/seal`;

/** Acts as people look for them, each heap by the nouns of its acts. */
export const AUDIT_NOUNS = {
  people: ['user', 'absence', 'department', 'desk', 'device', 'apiKey'],
  signIns: ['session'],
  dossiers: ['dossier', 'applicant', 'approval', 'fee', 'feeBook'],
  data: ['import', 'dossiers', 'fees', 'report', 'reconciliation', 'incident', 'audit'],
  rules: ['unit', 'calendar', 'procedure', 'alertRules', 'hook', 'notifications', 'delivery'],
} as const;

/** Who looked at what is masked: whoever did gave a reason. */
export const REVEALS = ['dossier.reveal', 'applicant.find', 'dossiers.revealed'] as const;

export const auditHeaps = [
  'reveals',
  'people',
  'signIns',
  'dossiers',
  'data',
  'rules',
  'denied',
] as const;

export type AuditHeap = (typeof auditHeaps)[number];

const facts = z.record(z.string(), z.unknown()).readonly();

/** Who did what, when, to what, from where. Codes and facts: never personal data. */
export const auditEntrySchema = z
  .strictObject({
    position: z.int(),
    /** Absent for what belongs to no unit. */
    unitId: z.int().nullable(),
    at: toldInstant,
    /** `standsInFor`: a colleague who was away, in whose place it was done. */
    actor: z
      .strictObject({
        kind: z.string(),
        id: z.string(),
        standsInFor: z.string().exactOptional(),
        /** Of an officer or a key; null for what the product did, and for whoever is not of the office. */
        name: z.string().nullable(),
      })
      .readonly(),
    act: z.string(),
    outcome: z.enum(['done', 'denied', 'refused', 'failed']),
    subjectType: z.string().nullable(),
    subjectId: z.string().nullable(),
    /** What it is called: an officer's or a key's name, a dossier's code. */
    subjectName: z.string().nullable(),
    /** What was before and after, as far as it is no personal data: `{ before?, after?, … }`. */
    facts,
    /** Why what is masked was looked at; null where nobody has to say, or it was erased. */
    reason: z.string().nullable(),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
  })
  .readonly()
  .meta({
    id: 'AuditEntry',
    examples: [
      {
        position: 4711,
        unitId: 2,
        at: '2026-03-02T08:00:00+07:00',
        actor: { kind: 'user', id: '0197c5a0-7d1e-7000-8000-000000000001', name: 'Trần Thị Bình' },
        act: 'user.changed',
        outcome: 'done',
        subjectType: 'user',
        subjectId: '0197c5a0-7d1e-7000-8000-000000000001',
        subjectName: 'Nguyễn Thị Hoa',
        facts: { disabled: true },
        reason: null,
        address: '10.0.0.12',
        requestId: '7d0c6a1e-3b52-4c8e-9f41-2f6f0c9b1a10',
      },
    ],
  });

export const auditPageSchema = pageOf(auditEntrySchema);

const filters = {
  act: code(64).optional(),
  /** A heap of acts that belong together. */
  about: z.enum(auditHeaps).optional(),
  actorId: typed(64).optional(),
  subjectType: code(32).optional(),
  subjectId: typed(64).optional(),
  /** What was done to the dossier of this code, our own or the official one. */
  dossier: typed(64).optional(),
  from: instantText.optional(),
  to: instantText.optional(),
};

export const auditQuerySchema = z
  .strictObject({ ...pageQuery, ...inUnitQuery, ...filters })
  .readonly();

/** The books to be taken along; that they were is written into them. */
export const auditExportSchema = z
  .strictObject({ ...inUnit, ...filters })
  .readonly()
  .meta({ id: 'AuditExport', examples: [{ about: 'reveals' }] });

/** How far the books are closed: nobody rewrites a sealed line unseen. */
export const auditSealSchema = z
  .strictObject({
    seals: z.int(),
    sealedLines: z.int(),
    unsealedLines: z.int(),
    sealedAt: toldInstant.nullable(),
  })
  .readonly()
  .meta({
    id: 'AuditSeal',
    examples: [
      {
        ...{ seals: 12, sealedLines: 4711, unsealedLines: 2 },
        sealedAt: '2026-03-02T08:00:00+07:00',
      },
    ],
  });

export const auditSealQuerySchema = z.strictObject({ ...inUnitQuery }).readonly();

export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditQuery = z.infer<typeof auditQuerySchema>;
export type AuditExport = z.infer<typeof auditExportSchema>;
export type AuditSeal = z.infer<typeof auditSealSchema>;
export type AuditSealQuery = z.infer<typeof auditSealQuerySchema>;
