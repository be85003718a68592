import * as z from 'zod';
import { VERDICTS } from '#domain/risk';
import { dossierItemSchema } from '../dossiers/index.ts';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { dayText, toldInstant } from '../time/index.ts';

export const riskPath = '/api/v1/risk';
export const riskDossierPath = (id: string): string => `${riskPath}/dossiers/${id}`;
export const riskFiguresPath = `${riskPath}/figures`;
export const suppositionPath = `${riskPath}/what-if`;

/** *Nguy cơ trễ hạn*: at least so many ways in a hundred lead past the due moment. */
export const OFTEN_LATE_PERCENT = 30;

const hours = z.number();

const reason = z
  .strictObject({
    /** The key of the step, or the state where no step runs. */
    stage: z.string(),
    stageName: z.string().nullable(),
    usualHours: hours,
    spentHours: hours,
    hereHours: hours,
    afterHours: hours,
    /** What lies on the holder's desk: told to the holder and the own head only. */
    queue: z
      .strictObject({
        dossiers: z.int(),
        usual: z.number().nullable(),
        crowding: z.enum(['lighter', 'usual', 'heavier']),
      })
      .readonly()
      .nullable(),
    /** How many finished dossiers of the procedure it was learned from. */
    seen: z.int(),
  })
  .readonly()
  .meta({ id: 'RiskReason' });

const riskOfDossier = z
  .strictObject({
    expectedAt: toldInstant,
    dueAt: toldInstant.nullable(),
    /** Ways in a hundred that lead past the due moment. */
    latePercent: z.int().nullable(),
    /** The same for the step's own allowance; null where that is not known any better than by its rate. */
    stepLatePercent: z.int().nullable(),
    reason,
  })
  .readonly()
  .meta({ id: 'Risk' });

/** Why nothing is expected of a dossier. */
export const whyNoRisk = ['notRunning', 'paused', 'unlearned', 'unproven'] as const;

export const riskSchema = z
  .strictObject({ risk: riskOfDossier.nullable(), why: z.enum(whyNoRisk).nullable() })
  .readonly()
  .meta({ id: 'RiskOfDossier' });

const item = dossierItemSchema.unwrap().shape;
const named = { ...item, procedureName: z.string().nullable() };

const riskDossier = z
  .strictObject({ ...named, risk: riskOfDossier })
  .readonly()
  .meta({ id: 'RiskDossier' });

export const riskQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();
export const riskPageSchema = pageOf(riskDossier);

const figure = z
  .strictObject({
    procedureCode: z.string(),
    procedureName: z.string().nullable(),
    /** Held-out dossiers, and how often each was asked about. */
    dossiers: z.int(),
    questions: z.int(),
    /** Mean absolute errors in working hours. */
    predicted: hours,
    byMean: hours,
    byAllowance: hours,
    /** Brier scores of a step's lateness. */
    step: z.strictObject({ predicted: z.number(), byRate: z.number() }).readonly().nullable(),
    verdict: z.enum(VERDICTS),
  })
  .readonly()
  .meta({ id: 'RiskFigure' });

export const riskFiguresSchema = z
  .strictObject({
    /** Null until the first night. */
    learnedAt: toldInstant.nullable(),
    /** Finished dossiers that were learned from. */
    dossiers: z.int(),
    items: z.array(figure).readonly(),
  })
  .readonly()
  .meta({ id: 'RiskFigures' });

const AWAY = {
  personAway: { userId: 'e7a10000-0000-8000-8000-000000000002', until: '2026-11-27' },
};

/** What might happen: somebody is away to the end of a day, or a day is given off. */
export const suppositionSchema = z
  .union([
    z
      .strictObject({
        ...inUnit,
        personAway: z.strictObject({ userId: z.uuid(), until: dayText }).readonly(),
      })
      .readonly(),
    z.strictObject({ ...inUnit, dayOff: z.strictObject({ date: dayText }).readonly() }).readonly(),
  ])
  .meta({ id: 'Supposition', examples: [AWAY, { dayOff: { date: '2026-11-24' } }] });

const supposedDossier = z
  .strictObject({
    ...named,
    dueBefore: toldInstant,
    dueAfter: toldInstant,
    /** Null where nothing is expected of the procedure; then work goes on at `expectedAfter` at the earliest. */
    expectedBefore: toldInstant.nullable(),
    expectedAfter: toldInstant.nullable(),
  })
  .readonly()
  .meta({ id: 'SupposedDossier' });

/** Dossiers that would go late by it, and are not expected to otherwise; those due soonest first. */
export const supposedSchema = z
  .strictObject({
    /** Looked at, and those of which nothing is expected. */
    asked: z.int(),
    unproven: z.int(),
    /** Whose due moment would move. */
    moved: z.int(),
    late: z.int(),
    /** At most 500 of them. */
    items: z.array(supposedDossier).readonly(),
  })
  .readonly()
  .meta({ id: 'Supposed' });

export type Risk = z.infer<typeof riskOfDossier>;
export type RiskAnswer = z.infer<typeof riskSchema>;
export type RiskDossier = z.infer<typeof riskDossier>;
export type RiskQuery = z.infer<typeof riskQuerySchema>;
export type RiskFigure = z.infer<typeof figure>;
export type RiskFigures = z.infer<typeof riskFiguresSchema>;
export type Supposition = z.infer<typeof suppositionSchema>;
export type Supposed = z.infer<typeof supposedSchema>;
export type SupposedDossier = z.infer<typeof supposedDossier>;
