import * as z from 'zod';
import { stateNames } from '../dossiers/index.ts';
import { pageQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';

/** `annul`: it was first brought so; `void`: it was known, and told more of; `record`: only its source's word. */
export const undoActs = ['annul', 'void', 'record', 'keep'] as const;

/** Why a dossier is left as it is. */
const undoReasons = ['imported-later', 'acted-on', 'linked-to', 'unexpected'] as const;

const undoStates = ['running', 'done', 'failed'] as const;

const count = z.int().min(0);
const counts = z.strictObject({ annul: count, void: count, record: count, keep: count }).readonly();

/** *Hoàn tác đợt nhập*: who asked for it, and how far it is. */
export const toldUndoSchema = z
  .strictObject({
    state: z.enum(undoStates),
    by: z.string(),
    at: toldInstant,
    dossiers: count,
    /** Of dossiers done, or looked at and left as they are. */
    counts,
  })
  .readonly();

export const importUndoQuerySchema = z
  .strictObject({ act: z.enum(undoActs).optional(), ...pageQuery })
  .readonly();

const item = z
  .strictObject({
    number: z.int(),
    dossierId: z.string(),
    code: z.string(),
    state: z.enum(stateNames),
    act: z.enum(undoActs),
    reason: z.enum(undoReasons).nullable(),
    done: z.boolean(),
  })
  .readonly()
  .meta({ id: 'ImportUndoItem' });

/** `GET /imports/{id}/undo`: what undoing it would do now, dossier by dossier; nothing is changed by asking. */
export const importUndoSchema = z
  .strictObject({
    /** What is still to be done, and what has been. */
    ahead: counts,
    done: counts,
    items: z.array(item).readonly(),
    nextCursor: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'ImportUndo' });

export type UndoAct = (typeof undoActs)[number];
export type UndoReason = (typeof undoReasons)[number];
export type ImportUndoQuery = z.infer<typeof importUndoQuerySchema>;
export type ImportUndoAnswer = z.infer<typeof importUndoSchema>;
export type ImportUndoItem = z.infer<typeof item>;
