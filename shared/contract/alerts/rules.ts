import * as z from 'zod';
import { roleSchema } from '../identity/index.ts';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { procedureCode } from '../procedures/index.ts';
import { paragraph } from '../text/index.ts';
import { timeText, toldInstant } from '../time/index.ts';
import { alertKindSchema, alertKinds, allowanceClassSchema } from './kinds.ts';

export const alertRulesPath = '/api/v1/alert-rules';
export const alertRulesPreviewPath = `${alertRulesPath}/preview`;
export const alertRulesHistoryPath = `${alertRulesPath}/history`;

// Amounts are numbers of any size here: out of their range they are refused by rule (422), not by shape.
const thresholdSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('moment') }).readonly(),
  z.strictObject({ at: z.literal('dayStart') }).readonly(),
  z.strictObject({ at: z.literal('share'), percent: z.number() }).readonly(),
  z.strictObject({ at: z.literal('daysBefore'), days: z.number() }).readonly(),
  z.strictObject({ at: z.literal('minutesBefore'), minutes: z.number() }).readonly(),
  z.strictObject({ at: z.literal('minutesAfter'), minutes: z.number() }).readonly(),
  z.strictObject({ at: z.literal('daysAfter'), days: z.number() }).readonly(),
]);

const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('holder') }).readonly(),
  z.strictObject({ kind: z.literal('role'), role: roleSchema }).readonly(),
  z.strictObject({ kind: z.literal('user'), userId: z.uuid() }).readonly(),
]);

const rungSchema = z.strictObject({ target: targetSchema, afterMinutes: z.number() }).readonly();
const thresholds = z.array(thresholdSchema).max(10).readonly();
const ladder = z.array(rungSchema).max(10).readonly();

/** What the unit has set differently, everywhere or for one procedure, one allowance class, or both. */
const overrideSchema = z
  .strictObject({
    kind: alertKindSchema,
    procedureCode: procedureCode.exactOptional(),
    allowanceClass: allowanceClassSchema.exactOptional(),
    enabled: z.boolean().exactOptional(),
    thresholds: thresholds.exactOptional(),
    ladder: ladder.exactOptional(),
  })
  .readonly();

/** What a unit sets itself; everything else is as `kinds` of the answer says. */
const settings = {
  overrides: z.array(overrideSchema).max(500).readonly(),
  /** When a desk gets its one line about same-day dossiers: `HH:MM`. */
  bundleAt: z.array(timeText).max(6).readonly(),
  /** Working time the holder has to answer before a leader is told. */
  voiceMinutes: z.number(),
};

export const alertSettingsSchema = z.strictObject(settings).readonly();

const kindDefaultsSchema = z
  .strictObject({
    enabled: z.boolean(),
    thresholds: z.record(allowanceClassSchema, thresholds).readonly(),
    ladder,
  })
  .readonly();

/** The rules in force: what every unit begins with, and what this one has set over it. */
export const alertRulesSchema = z
  .strictObject({
    unitId: z.int(),
    /** 0: never set. */
    version: z.int(),
    ...settings,
    /** From the unit's settings (`staleAfter`). */
    staleAfterMinutes: z.number(),
    kinds: z.record(z.enum(alertKinds), kindDefaultsSchema).readonly(),
    setAt: toldInstant.nullable(),
    setBy: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'AlertRules' });

const A_RULE = {
  overrides: [
    {
      kind: 'dossier.near',
      allowanceClass: 'long',
      thresholds: [
        { at: 'daysBefore', days: 5 },
        { at: 'daysBefore', days: 1 },
      ],
    },
  ],
  bundleAt: ['15:00', '16:30'],
  voiceMinutes: 30,
};

/** `version`: the one that was looked at; another's change meanwhile is not overwritten unseen. */
export const setAlertRulesSchema = z
  .strictObject({
    ...inUnit,
    version: z.int().min(0).optional(),
    reason: paragraph(500).optional(),
    ...settings,
  })
  .readonly()
  .meta({ id: 'SetAlertRules', examples: [A_RULE] });

export const previewAlertRulesSchema = z
  .strictObject({ ...inUnit, ...settings })
  .readonly()
  .meta({ id: 'PreviewAlertRules', examples: [A_RULE] });

const tally = z.strictObject({ now: z.int(), then: z.int() }).readonly();

/** Dossiers are told by name up to so many a kind, those that differ first. */
export const MOST_TOLD_DOSSIERS = 100;

const dossierTally = z
  .strictObject({ id: z.uuid(), code: z.string(), ...tally.unwrap().shape })
  .readonly();

/** What one person would have been told, desks included; `mostADay` of it one by one. */
const personLoad = z.strictObject({ total: z.int(), mostADay: z.int() }).readonly();

/** What would have been raised in the last month under the rules as given, beside what they now are. */
export const alertRulesPreviewSchema = z
  .strictObject({
    from: toldInstant,
    to: toldInstant,
    /** Dossiers gone over; `whole` is false where there were more. */
    dossiers: z.int(),
    whole: z.boolean(),
    total: tally,
    kinds: z
      .array(
        z
          .strictObject({
            kind: alertKindSchema,
            ...tally.unwrap().shape,
            dossierCount: z.int(),
            dossiers: z.array(dossierTally).max(MOST_TOLD_DOSSIERS).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    people: z
      .array(z.strictObject({ userId: z.string(), now: personLoad, then: personLoad }).readonly())
      .readonly(),
    /** The most one person would have been told one by one on one day. */
    mostADay: tally,
  })
  .readonly()
  .meta({ id: 'AlertRulesPreview' });

const alertRulesVersionSchema = z
  .strictObject({
    version: z.int(),
    ...settings,
    setAt: toldInstant,
    setBy: z.string(),
    reason: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'AlertRulesVersion' });

export const alertRulesHistorySchema = pageOf(alertRulesVersionSchema);
export const alertRulesHistoryQuerySchema = z
  .strictObject({ ...pageQuery, ...inUnitQuery })
  .readonly();
export const alertRulesQuerySchema = z.strictObject(inUnitQuery).readonly();

export type AlertSettings = z.infer<typeof alertSettingsSchema>;
export type AlertRulesAnswer = z.infer<typeof alertRulesSchema>;
export type SetAlertRules = z.infer<typeof setAlertRulesSchema>;
export type PreviewAlertRules = z.infer<typeof previewAlertRulesSchema>;
export type AlertRulesPreview = z.infer<typeof alertRulesPreviewSchema>;
export type AlertRulesVersion = z.infer<typeof alertRulesVersionSchema>;
export type AlertRulesHistoryQuery = z.infer<typeof alertRulesHistoryQuerySchema>;
export type AlertRulesQuery = z.infer<typeof alertRulesQuerySchema>;
