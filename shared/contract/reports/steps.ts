import * as z from 'zod';
import { REVIEW_ROWS, STEP_COLUMNS, STOOD_ROWS } from '#domain/report';
import { pageQuery } from '../list/index.ts';
import { typed } from '../text/index.ts';
import { reportHead } from './answers.ts';
import { reportQuerySchema } from './period.ts';

export const stepsBy = ['step', 'department'] as const;

/** What the dossiers of a report by steps are listed by: its rows, the grounds of refusals, what stands still. */
const stepLists = [...stepsBy, 'refusal', 'stood'] as const;

export const stepsQuerySchema = z
  .strictObject({ ...reportQuerySchema.unwrap().shape, by: z.enum(stepsBy).default('step') })
  .readonly();

export const stepCellQuerySchema = z
  .strictObject({
    ...reportQuerySchema.unwrap().shape,
    ...pageQuery,
    by: z.enum(stepLists).default('step'),
    row: typed(300).default('total'),
    column: z.enum(STEP_COLUMNS).default('handled'),
  })
  .readonly();

export const reviewCellQuerySchema = z
  .strictObject({
    ...reportQuerySchema.unwrap().shape,
    ...pageQuery,
    row: z.enum([...REVIEW_ROWS, 'total']).default('total'),
  })
  .readonly();

const count = z.int().min(0);
const numbers = { handled: count, partlyLate: count, partlyLateOpen: count };

/** Working minutes. */
const spread = z
  .strictObject({
    count,
    least: count,
    lowerQuarter: count,
    median: count,
    upperQuarter: count,
    p90: count,
    most: count,
  })
  .readonly()
  .nullable();

const listed = z.strictObject({ key: z.string(), label: z.string(), dossiers: count }).readonly();

export const stepsSchema = z
  .strictObject({
    form: z.literal('steps'),
    ...reportHead,
    by: z.enum(stepsBy),
    /** A dossier stands in every row it stayed in, and once in the total. */
    rows: z
      .array(z.strictObject({ key: z.string(), label: z.string(), ...numbers, spread }).readonly())
      .readonly(),
    total: z.strictObject(numbers).readonly(),
    refusals: z.array(listed).readonly(),
    /** *Trả lại, tạm dừng*. */
    stood: z
      .array(z.strictObject({ key: z.enum(STOOD_ROWS), dossiers: count }).readonly())
      .readonly(),
  })
  .readonly()
  .meta({ id: 'StepsReport' });

const reviewed = {
  rows: z
    .array(z.strictObject({ key: z.enum(REVIEW_ROWS), dossiers: count }).readonly())
    .readonly(),
  /** Each dossier once. */
  total: count,
};

export const reviewSchema = z
  .strictObject({
    form: z.literal('review'),
    ...reportHead,
    ...reviewed,
    /** Of a city unit by unit, of a commune itself. */
    units: z
      .array(
        z.strictObject({ id: z.int(), code: z.string(), name: z.string(), ...reviewed }).readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'ReviewReport' });

export type StepsQuery = z.infer<typeof stepsQuerySchema>;
export type StepCellQuery = z.infer<typeof stepCellQuerySchema>;
export type ReviewCellQuery = z.infer<typeof reviewCellQuerySchema>;
export type StepsAnswer = z.infer<typeof stepsSchema>;
export type ReviewAnswer = z.infer<typeof reviewSchema>;
