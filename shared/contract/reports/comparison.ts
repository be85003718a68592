import * as z from 'zod';
import { checkSchema, reportHead } from './answers.ts';
import { reportQuerySchema } from './period.ts';

/** Whose totals are compared. */
const comparedForms = ['ii06b', 'digitisation', 'indicators'] as const;

export const comparisonQuerySchema = z
  .strictObject({
    ...reportQuerySchema.unwrap().shape,
    of: z.enum(comparedForms).default('ii06b'),
  })
  .readonly();

/** A period that is compared with, and how much of it lies in the time of which there are any dossiers. */
const other = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    known: z.enum(['whole', 'partly', 'none']),
  })
  .readonly();

/** A number; of ratios the hundredths of a percent, null where nothing arose. */
const figure = z
  .strictObject({ number: z.int().nullable(), text: z.string().nullable() })
  .readonly();

/** Null stands for *không có số liệu*. */
const against = z
  .strictObject({
    ...figure.unwrap().shape,
    /** A number of dossiers or, of ratios, hundredths of a percent point. */
    difference: z.int().nullable(),
    /** Of a number of dossiers its change, as a part of what it was. */
    change: z.string().nullable(),
    /** The city meant something else by the ratio then. */
    isRedefined: z.boolean(),
  })
  .readonly()
  .nullable();

const named = z.strictObject({ id: z.uuid(), code: z.string() }).readonly();

/** (13) of the period before against (6) of this one, with the dossiers on which they differ. */
const carryOver = z
  .strictObject({
    ...checkSchema.unwrap().shape,
    /** What (13) was taken from: the report that was issued, or the figures as they are known now. */
    against: z.enum(['issued', 'live']),
    issueId: z.uuid().nullable(),
    /** Open then, and not carried over now. */
    missing: z.array(named).readonly(),
    /** Carried over now, and not open then. */
    added: z.array(named).readonly(),
  })
  .readonly();

export const comparisonSchema = z
  .strictObject({
    form: z.literal('comparison'),
    ...reportHead,
    of: z.enum(comparedForms),
    previous: other,
    lastYear: other,
    lines: z
      .array(
        z
          .strictObject({
            key: z.string(),
            kind: z.enum(['count', 'ratio']),
            now: figure,
            previous: against,
            lastYear: against,
          })
          .readonly(),
      )
      .readonly(),
    /** Of II.06b of one commune; null elsewhere. */
    carryOver: carryOver.nullable(),
  })
  .readonly()
  .meta({ id: 'ReportComparison' });

export type ComparisonQuery = z.infer<typeof comparisonQuerySchema>;
export type ComparisonAnswer = z.infer<typeof comparisonSchema>;
export type ComparedLine = ComparisonAnswer['lines'][number];
export type CarryOver = NonNullable<ComparisonAnswer['carryOver']>;
