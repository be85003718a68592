import * as z from 'zod';
import { limitsSchema, supplementPolicies, variantSchema } from '../deadlines/index.ts';
import { specialDaySchema } from '../calendars/index.ts';
import { roleSchema } from '../identity/index.ts';
import { onTheSpotEvents, stepSchema } from '../procedures/index.ts';
import { unitSettingsSchema } from '../units/index.ts';
import { toldInstant, weekSchema } from '../time/index.ts';

const pastEvent = z
  .strictObject({
    version: z.int(),
    type: z.string(),
    occurredAt: toldInstant,
    recordedAt: toldInstant,
    backdated: z.boolean(),
    actor: z.strictObject({ kind: z.string(), id: z.string() }),
    payload: z.record(z.string(), z.unknown()),
    due: z.record(z.string(), z.unknown()).exactOptional(),
    source: z.string().exactOptional(),
  })
  .readonly();

const procedure = z
  .strictObject({
    name: z.string(),
    fee: z.int().nullable(),
    limits: limitsSchema.exactOptional(),
    variants: z.array(variantSchema).readonly(),
    steps: z.array(stepSchema).readonly(),
    onSupplement: z.enum(supplementPolicies),
    clockStart: z.enum(['acceptance', 'submission']),
    onTheSpot: z.array(z.enum(onTheSpotEvents)).readonly().exactOptional(),
  })
  .readonly();

const officer = z
  .strictObject({
    id: z.string(),
    roles: z.array(roleSchema).readonly(),
    departments: z.array(z.string()).readonly(),
    /** The colleague who is away, and whose roles these are. */
    standsInFor: z.string().exactOptional(),
  })
  .readonly();

/**
 * Everything a decision about this dossier depends on, for whoever asks: with it a screen decides by itself
 * what may be done, and why not. No person is named and no free text is told.
 */
export const dossierOfficeSchema = z
  .strictObject({
    version: z.int(),
    now: toldInstant,
    history: z.array(pastEvent).readonly(),
    procedure,
    unit: unitSettingsSchema.unwrap().pick({
      mode: true,
      restartAt: true,
      maxExtensions: true,
      approvals: true,
      holdBases: true,
      backdatedAfter: true,
    }),
    calendar: z
      .strictObject({
        version: z.string(),
        weeklyHours: weekSchema,
        days: z.array(specialDaySchema).readonly(),
        officialYears: z.array(z.int()).readonly(),
      })
      .readonly(),
    /** The asker, and in whose place they may act. Keys are given none: they ask by acting. */
    officers: z.array(officer).readonly(),
  })
  .readonly()
  .meta({ id: 'DossierOffice' });

export type DossierOffice = z.infer<typeof dossierOfficeSchema>;
