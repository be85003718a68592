import * as z from 'zod';
import type { Layout, RowBy } from '#domain/report';
import { inUnitQuery, pageQuery } from '../list/index.ts';
import { typed } from '../text/index.ts';
import { dayText, instantText } from '../time/index.ts';

export const reportsPath = '/api/v1/reports';

/** The forms whose numbers open into their dossiers. */
export type ReportForm = 'ii06b' | 'digitisation' | 'indicators';

export const rowsBy = [
  'field',
  'procedure',
  'department',
  'officer',
  'source',
  'channel',
  'unit',
  'responsible',
] as const satisfies readonly RowBy[];

/** Both days included; the unit's own procedures, those of *ngành dọc* when asked for. */
const period = {
  ...inUnitQuery,
  from: dayText,
  to: dayText,
  authority: z.enum(['commune', 'vertical']).default('commune'),
  /** What was known at that moment, nothing entered since; without it all that is known now. */
  asOf: instantText.optional(),
};

const layoutText = z
  .enum(['16', '13'])
  .default('16')
  .transform((text): Layout => (text === '16' ? 16 : 13));

export const reportQuerySchema = z.strictObject(period).readonly();

export const ii06bQuerySchema = z
  .strictObject({ ...period, by: z.enum(rowsBy).default('field'), layout: layoutText })
  .readonly();

export const digitisationQuerySchema = z
  .strictObject({ ...period, by: z.enum(rowsBy).default('unit') })
  .readonly();

const ratioParts = ['numerator', 'denominator', 'missing'] as const;

/** One cell of a form: its row by key or `total`, its column by name, of a ratio the part. */
export const cellQuerySchema = z
  .strictObject({
    ...period,
    ...pageQuery,
    layout: layoutText,
    by: z.enum(rowsBy).optional(),
    row: typed(300).default('total'),
    column: typed(64).optional(),
    part: z.enum(ratioParts).default('denominator'),
  })
  .readonly();

export type ReportQuery = z.infer<typeof reportQuerySchema>;
export type Ii06bQuery = z.infer<typeof ii06bQuerySchema>;
export type DigitisationQuery = z.infer<typeof digitisationQuerySchema>;
export type CellQuery = z.infer<typeof cellQuerySchema>;
export type RatioPartName = (typeof ratioParts)[number];
