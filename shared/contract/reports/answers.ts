import * as z from 'zod';
import { DIGITISATION_COLUMNS, II06B_COLUMNS, type Indicator } from '#domain/report';
import { toldInstant } from '../time/index.ts';
import { rowsBy } from './period.ts';

const numbers = <Column extends string>(columns: readonly Column[]) =>
  Object.fromEntries(columns.map((column) => [column, z.int().min(0)])) as Record<Column, z.ZodInt>;

/** A row of a form: its key, what a reader calls it, and its numbers. */
const rowOf = <Column extends string>(columns: readonly Column[]) =>
  z.strictObject({ key: z.string(), label: z.string(), ...numbers(columns) }).readonly();

const totalOf = <Column extends string>(columns: readonly Column[]) =>
  z.strictObject(numbers(columns)).readonly();

/** Of whom a report speaks, over which days, and up to which event it has listened. */
export const reportHead = {
  unit: z.strictObject({ id: z.int(), code: z.string(), name: z.string() }).readonly(),
  from: z.iso.date(),
  to: z.iso.date(),
  authority: z.enum(['commune', 'vertical']),
  position: z.int().min(0),
  asOf: toldInstant,
};

export const checkSchema = z
  .strictObject({
    id: z.string(),
    ok: z.boolean(),
    left: z.int(),
    right: z.int(),
    failingRows: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'ReportCheck' });

export const ii06bSchema = z
  .strictObject({
    form: z.literal('ii06b'),
    ...reportHead,
    by: z.enum(rowsBy),
    layout: z.literal([16, 13]),
    rows: z.array(rowOf(II06B_COLUMNS)).readonly(),
    total: totalOf(II06B_COLUMNS),
    checks: z.array(checkSchema).readonly(),
    /** Citizens who came and whom no column counts: the line under the table. */
    notCounted: z.int().min(0),
    notCountedAs: z
      .strictObject({
        withdrawnBeforeAcceptance: z.int().min(0),
        awaitingIntakeSupplement: z.int().min(0),
      })
      .readonly(),
    /** *Chưa có hạn*. */
    withoutDueMoment: z.int().min(0),
  })
  .readonly()
  .meta({ id: 'Ii06b' });

/** `text` is what a report prints; null is printed *không phát sinh*. */
export const shareSchema = z
  .strictObject({
    numerator: z.int().min(0),
    denominator: z.int().min(0),
    text: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'Share' });

const shares = z
  .strictObject({
    components: shareSchema,
    result: shareSchema,
    both: shareSchema,
    reused: shareSchema,
  })
  .readonly();

export const digitisationSchema = z
  .strictObject({
    form: z.literal('digitisation'),
    ...reportHead,
    by: z.enum(rowsBy),
    rows: z.array(rowOf(DIGITISATION_COLUMNS).unwrap().extend({ shares }).readonly()).readonly(),
    total: totalOf(DIGITISATION_COLUMNS).unwrap().extend({ shares }).readonly(),
    checks: z.array(checkSchema).readonly(),
    flags: z
      .array(
        z.strictObject({ code: z.literal('open-with-result-file'), count: z.int() }).readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'Digitisation' });

export const indicatorFigureSchema = z
  .strictObject({
    indicator: z.custom<Indicator>((value) => typeof value === 'string').meta({ type: 'string' }),
    subject: z.enum(['dossiers', 'procedures']),
    population: z.enum(['new', 'total']),
    targetPercent: z.number().nullable(),
    ...shareSchema.unwrap().shape,
    missing: z.int().min(0),
    /** *Còn n hồ sơ nữa để đạt chỉ tiêu*; null where the city has set none. */
    needed: z.int().min(0).nullable(),
  })
  .readonly()
  .meta({ id: 'IndicatorFigure' });

export const indicatorsSchema = z
  .strictObject({
    form: z.literal('indicators'),
    ...reportHead,
    indicators: z.array(indicatorFigureSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Indicators' });

export type Ii06bAnswer = z.infer<typeof ii06bSchema>;
export type DigitisationAnswer = z.infer<typeof digitisationSchema>;
export type IndicatorsAnswer = z.infer<typeof indicatorsSchema>;
export type IndicatorFigureAnswer = z.infer<typeof indicatorFigureSchema>;
export type ReportHead = Pick<
  Ii06bAnswer,
  'unit' | 'from' | 'to' | 'authority' | 'position' | 'asOf'
>;
export type ReportCheck = z.infer<typeof checkSchema>;
export type ShareAnswer = z.infer<typeof shareSchema>;
