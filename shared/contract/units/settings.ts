import { DEFAULT_UNIT_RULES, type UnitRules } from '#domain/dossier';
import { DEFAULT_LATENESS, type LatenessRules } from '#domain/report';
import * as z from 'zod';
import { code } from '../text/index.ts';

const level = z.enum(['none', 'head', 'director']);

/** A hold by those who process always waits for somebody (contract §1.2). */
const holdLevel = z.enum(['head', 'director']);

const shape = {
  mode: z.enum(['wholeDays', 'runningHours']),
  restartAt: z.enum(['received', 'submitted']),
  maxExtensions: z.int().min(0).max(9),
  approvals: z
    .strictObject({ mau02: level, mau03: level, mau04: level, mau05: level, hold: holdLevel })
    .readonly(),
  holdBases: z.array(code(64)).max(50).readonly(),
  backdatedAfter: z.enum(['endOfWorkingDay', 'never']),
  earlyBy: z.enum(['minute', 'day']),
  lateAfter: z.enum(['dueMoment', 'endOfDueDay']),
  lateAgainst: z.enum(['beforeExtension', 'current']),
  /** Which sources are asked first for a dossier known to several. */
  sources: z.array(code(64)).max(50).readonly(),
  /** The source whose codes are official codes. */
  citySource: code(64),
  /** Working hours after which imported data are too old to alarm anybody by. */
  staleAfter: z.number().min(0.25).max(80),
  /** Whether leaders and administrators need a second factor in production. */
  secondFactor: z.enum(['required', 'optional']),
};

export const unitSettingsSchema = z.strictObject(shape).readonly();

/** What a unit sets itself; the rest stays as it is. */
export const unitSettingsChangesSchema = z
  .strictObject({ ...shape, approvals: shape.approvals.unwrap().partial().readonly() })
  .partial()
  .readonly();

export type UnitSettings = z.infer<typeof unitSettingsSchema>;
export type UnitSettingsChanges = z.infer<typeof unitSettingsChangesSchema>;

export const DEFAULT_UNIT_SETTINGS: UnitSettings = {
  ...DEFAULT_UNIT_RULES,
  ...DEFAULT_LATENESS,
  sources: [],
  citySource: 'mot-cua-hai-phong',
  staleAfter: 4,
  secondFactor: 'required',
};

/** Settings with changes laid over them; approvals change form by form. */
export const withSettings = (
  settings: UnitSettings,
  { approvals, ...changes }: UnitSettingsChanges,
): UnitSettings => {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return unitSettingsSchema.parse({
    ...settings,
    ...Object.fromEntries(given),
    approvals: { ...settings.approvals, ...approvals },
  });
};

/** The part that decides what may happen to a dossier. */
export const unitRulesOf = (settings: UnitSettings): UnitRules => {
  const { mode, restartAt, maxExtensions, approvals, holdBases, backdatedAfter } = settings;
  return { mode, restartAt, maxExtensions, approvals, holdBases, backdatedAfter };
};

/** The part that decides what late means. */
export const latenessOf = ({ earlyBy, lateAfter, lateAgainst }: UnitSettings): LatenessRules => ({
  earlyBy,
  lateAfter,
  lateAgainst,
});
