import * as z from 'zod';
import { AGEING_BANDS } from '#domain/steering';
import { dossierItemSchema } from '../dossiers/index.ts';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { typed } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';

export const steeringPath = '/api/v1/steering';
export const steeringDossiersPath = `${steeringPath}/dossiers`;
export const steeringTrendPath = `${steeringPath}/trend`;

/** Whose numbers stand side by side: departments, and for their own head its officers. */
export const steeringRows = ['department', 'officer'] as const;

/** What goes late if nobody acts; a dossier may be in several of them. */
export const steeringRisks = ['risk', 'overdue', 'stepLate', 'today', 'near'] as const;

/** Every number on the board is one of these, of one row or of all: the list behind it is the same set. */
export const steeringCells = [
  ...AGEING_BANDS.filter((band) => band !== 'today'),
  ...steeringRisks,
  'withoutDue',
  'open',
  'dueThisWeek',
] as const;

/** The key of all rows together, and of what lies with nobody yet. */
export const ALL_ROWS = 'total';
export const NOBODYS_ROW = '-';

const by = z.enum(steeringRows).optional();

export const steeringQuerySchema = z.strictObject({ ...inUnitQuery, by }).readonly();

export const steeringDossiersQuerySchema = z
  .strictObject({
    ...inUnitQuery,
    ...pageQuery,
    by,
    row: typed(64).default(ALL_ROWS),
    cell: z.enum(steeringCells).default('risk'),
  })
  .readonly();

const cellCounts = z
  .strictObject(
    Object.fromEntries(steeringCells.map((cell) => [cell, z.int()])) as Readonly<
      Record<SteeringCell, z.ZodInt>
    >,
  )
  .readonly();

const rowSchema = z
  .strictObject({
    key: z.string(),
    /** A department's name or an officer's; null where it lies with nobody. */
    label: z.string().nullable(),
    /** An officer who is away just now. */
    isAway: z.boolean(),
    cells: cellCounts,
  })
  .readonly();

const person = z.strictObject({ userId: z.string(), displayName: z.string() }).readonly();

const awaySchema = z
  .strictObject({
    ...person.unwrap().shape,
    from: toldInstant,
    to: toldInstant,
    substitute: person.nullable(),
  })
  .readonly();

/** *Điều hành*: one look at everything that is open, and at what today has brought. */
export const steeringSchema = z
  .strictObject({
    unitId: z.int(),
    at: toldInstant,
    by: z.enum(steeringRows),
    /** Which tables whoever asks may see. */
    mayAskBy: z.array(z.enum(steeringRows)).readonly(),
    /** The whole unit, or the departments one heads. */
    isWholeUnit: z.boolean(),
    /** *Hôm nay bao nhiêu hồ sơ?* */
    today: z.strictObject({ received: z.int(), finished: z.int(), late: z.int() }).readonly(),
    total: cellCounts,
    rows: z.array(rowSchema).readonly(),
    away: z.array(awaySchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Steering' });

/** *Vướng mắc*, as its holder gave it last: before blame, a voice. */
const saidSchema = z.strictObject({ kind: z.string(), at: toldInstant }).readonly();

export const steeringItemSchema = dossierItemSchema
  .unwrap()
  .extend({
    /** Where it lies: the department told, or the holder's own. */
    departmentCode: z.string().nullable(),
    said: saidSchema.nullable(),
  })
  .readonly()
  .meta({ id: 'SteeringItem' });

export const steeringPageSchema = pageOf(steeringItemSchema);

export const trendDays = [30, 90] as const;

export const steeringTrendQuerySchema = z
  .strictObject({
    ...inUnitQuery,
    days: z
      .enum(['30', '90'])
      .default('30')
      .transform((text) => (text === '30' ? 30 : 90)),
  })
  .readonly();

/** Day by day up to today: what came, what was finished, and how much of that was late. */
export const steeringTrendSchema = z
  .strictObject({
    unitId: z.int(),
    isWholeUnit: z.boolean(),
    days: z
      .array(
        z
          .strictObject({
            day: z.string().meta({ format: 'date' }),
            isWorked: z.boolean(),
            received: z.int(),
            finished: z.int(),
            inTime: z.int(),
            late: z.int(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'SteeringTrend' });

export type SteeringRows = (typeof steeringRows)[number];
export type SteeringCell = (typeof steeringCells)[number];
export type SteeringRisk = (typeof steeringRisks)[number];
export type SteeringQuery = z.infer<typeof steeringQuerySchema>;
export type SteeringDossiersQuery = z.infer<typeof steeringDossiersQuerySchema>;
export type Steering = z.infer<typeof steeringSchema>;
export type SteeringRow = z.infer<typeof rowSchema>;
export type SteeringItem = z.infer<typeof steeringItemSchema>;
export type SteeringTrendQuery = z.infer<typeof steeringTrendQuerySchema>;
export type SteeringTrend = z.infer<typeof steeringTrendSchema>;
export type TrendDay = SteeringTrend['days'][number];
