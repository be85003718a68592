import { DEFAULT_UNIT_RULES, type UnitRules } from '#domain/dossier';
import type { FeedbackTerms } from '#domain/register';
import { DEFAULT_LATENESS, type LatenessRules } from '#domain/report';
import * as z from 'zod';
import { NO_CITIZEN_MESSAGES, citizenMessagesSchema } from './citizen-messages.ts';
import { code, line } from '../text/index.ts';

const level = z.enum(['none', 'head', 'director']);

/** A hold by those who process always waits for somebody (contract §1.2). */
const holdLevel = z.enum(['head', 'director']);

/** Working days to answer feedback in. */
const answerDays = z.int().min(1).max(90);

export const pageAddress = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s\p{Cc}]+$/u);

export const staleHours = z.number().min(0.25).max(80);

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
  /** Where a source shows a dossier: an address by source, `{code}` standing for the dossier's code there. */
  sourcePages: z.record(code(64), pageAddress).readonly(),
  /** What people call a source; one without a name is called by its code. */
  sourceNames: z.record(code(64), line(100)).readonly(),
  /** Working hours after which imported data are too old to alarm anybody by. */
  staleAfter: staleHours,
  /** Whether leaders and administrators need a second factor in production. */
  secondFactor: z.enum(['required', 'optional']),
  /** Idle minutes within working hours after which a screen locks. */
  lockAfterMinutes: z.int().min(1).max(120),
  /** *Phản ánh, kiến nghị*: in how many working days it is answered, by what it is about. */
  feedbackDays: z
    .strictObject({ regulation: answerDays, conduct: answerDays, business: answerDays })
    .readonly(),
  citizenMessages: citizenMessagesSchema,
};

export const unitSettingsSchema = z.strictObject(shape).readonly().meta({ id: 'UnitSettings' });

/** What a unit sets itself; the rest stays as it is. */
export const unitSettingsChangesSchema = z
  .strictObject({ ...shape, approvals: shape.approvals.unwrap().partial().readonly() })
  .partial()
  .readonly()
  .meta({ id: 'UnitSettingsChanges' });

export type UnitSettings = z.infer<typeof unitSettingsSchema>;
export type UnitSettingsChanges = z.infer<typeof unitSettingsChangesSchema>;

/** What an officer did is answered sooner than what those who make rules have to study (ADR 0720). */
const FEEDBACK_DAYS: FeedbackTerms = { regulation: 20, conduct: 15, business: 20 };

export const DEFAULT_UNIT_SETTINGS: UnitSettings = {
  ...DEFAULT_UNIT_RULES,
  ...DEFAULT_LATENESS,
  sources: [],
  citySource: 'mot-cua-hai-phong',
  sourcePages: {},
  sourceNames: { 'mot-cua-hai-phong': 'Một cửa Hải Phòng' },
  staleAfter: 4,
  secondFactor: 'required',
  lockAfterMinutes: 15,
  feedbackDays: FEEDBACK_DAYS,
  citizenMessages: NO_CITIZEN_MESSAGES,
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

/** What the unit calls a source; its code, which may be any word, where it has no name for it. */
export const sourceNameIn = (
  { sourceNames }: Pick<UnitSettings, 'sourceNames'>,
  source: string,
): string => (Object.hasOwn(sourceNames, source) ? (sourceNames[source] ?? source) : source);
