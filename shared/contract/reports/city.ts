import * as z from 'zod';
import {
  DIGITISATION_COLUMNS,
  II06B_COLUMNS,
  ISSUE_STATES,
  REPORT_STANDINGS,
  SCHEDULED_REPORTS,
  type Indicator,
} from '#domain/report';
import { inUnitQuery } from '../list/index.ts';
import { line, typed } from '../text/index.ts';
import { dayText, toldInstant } from '../time/index.ts';
import { checkSchema, indicatorFigureSchema, shareSchema } from './answers.ts';
import { exportFormats } from './issues.ts';

export const cityPath = '/api/v1/city';

const count = z.int().min(0);
const cityUnit = {
  id: z.int(),
  code: z.string(),
  name: z.string(),
  level: z.enum(['xa', 'phuong', 'dacKhu']).nullable(),
};
const toldPeriod = { from: z.iso.date(), to: z.iso.date() };

const indicator = z
  .custom<Indicator>((value) => typeof value === 'string')
  .meta({ type: 'string' });

/** How a unit stands to one of the city's targets; `needed` dossiers more would reach it. */
const distanceSchema = z
  .strictObject({ indicator, ...shareSchema.unwrap().shape, needed: count.nullable() })
  .readonly();

/** *Toàn thành phố* at a glance: every unit with what goes late today and how far it is from the targets. */
export const cityOverviewSchema = z
  .strictObject({
    city: z.strictObject({ id: z.int(), code: z.string(), name: z.string() }).readonly(),
    ...toldPeriod,
    asOf: toldInstant,
    targets: z
      .array(
        z
          .strictObject({
            indicator,
            population: z.enum(['new', 'total']),
            targetPercent: z.number(),
            ...shareSchema.unwrap().shape,
            needed: count.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    units: z
      .array(
        z
          .strictObject({
            ...cityUnit,
            open: count,
            overdue: count,
            /** Not late yet, and late when the day ends. */
            dueToday: count,
            stepLate: count,
            paused: count,
            /** Received in the period. */
            received: count,
            settled: count,
            inTime: shareSchema,
            distances: z.array(distanceSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'CityOverview' });

export const cityOverviewQuerySchema = z
  .strictObject({ ...inUnitQuery, from: dayText, to: dayText })
  .readonly();

const awaited = { report: z.enum(SCHEDULED_REPORTS), from: dayText, to: dayText };

export const cityReportsQuerySchema = z.strictObject({ ...inUnitQuery, ...awaited }).readonly();

/** The report of the city as a file; its text is a draft to write on. */
export const cityExportQuerySchema = z
  .strictObject({ ...inUnitQuery, ...awaited, format: z.enum(exportFormats) })
  .readonly();

const issueRef = z
  .strictObject({
    id: z.uuid(),
    number: z.int().min(1),
    state: z.enum(ISSUE_STATES),
    sentAt: toldInstant.nullable(),
    /** What the city asked to have explained, and what the unit answered. */
    reason: z.string().nullable(),
    explanation: z.string().nullable(),
  })
  .readonly();

const fileRef = z
  .strictObject({
    id: z.uuid(),
    fileName: z.string(),
    takenAt: toldInstant,
    /** How many things in it do not agree with each other. */
    findings: count,
    namesPeriod: z.boolean(),
  })
  .readonly()
  .meta({ id: 'CityReportFile' });

/** The report of one unit over one period, however it comes. */
const cityReportSchema = z
  .strictObject({
    unit: z.strictObject(cityUnit).readonly(),
    dueAt: toldInstant,
    standing: z.enum(REPORT_STANDINGS),
    /** When its first version came in. */
    sentAt: toldInstant.nullable(),
    /** The newest version, whatever its state. */
    issue: issueRef.nullable(),
    /** *Từ tệp*. */
    file: fileRef.nullable(),
    /** By what the unit is counted in the consolidation; none: it is missing. */
    countedBy: z.enum(['issue', 'file']).nullable(),
  })
  .readonly()
  .meta({ id: 'CityReport' });

export const cityReportsSchema = z
  .strictObject({
    cityId: z.int(),
    report: z.enum(SCHEDULED_REPORTS),
    ...toldPeriod,
    asOf: toldInstant,
    items: z.array(cityReportSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'CityReports' });

const numbers = <Column extends string>(columns: readonly Column[]) =>
  Object.fromEntries(columns.map((column) => [column, count])) as Record<Column, typeof count>;

const partOf = {
  unitId: z.int(),
  code: z.string(),
  name: z.string(),
  source: z.enum(['issue', 'file']),
  issueId: z.uuid().nullable(),
  version: z.int().nullable(),
  state: z.enum(ISSUE_STATES).nullable(),
};

const tableOf = <Column extends string>(columns: readonly Column[]) => {
  const told = numbers(columns);
  const cells = z.strictObject(told).readonly();
  return z
    .strictObject({
      /** By field, as the units named them. */
      rows: z
        .array(z.strictObject({ key: z.string(), label: z.string(), ...told }).readonly())
        .readonly(),
      total: cells,
      checks: z.array(checkSchema).readonly(),
      /** What each unit adds; `live` is what its dossiers say now, none for a file. */
      parts: z
        .array(z.strictObject({ ...partOf, numbers: cells, live: cells.nullable() }).readonly())
        .readonly(),
      /** The same units' dossiers now, files as they stand. */
      liveTotal: cells,
    })
    .readonly();
};

/**
 * The consolidated report: the sum of the latest issued versions and of parsed files. What writes it as a file
 * needs nothing else than this answer.
 */
export const cityConsolidationSchema = z
  .strictObject({
    form: z.literal('consolidation'),
    city: z.strictObject({ id: z.int(), code: z.string(), name: z.string() }).readonly(),
    report: z.enum(SCHEDULED_REPORTS),
    ...toldPeriod,
    asOf: toldInstant,
    /** Units nothing is known of: the sums are without them. */
    missing: z.array(z.strictObject(cityUnit).readonly()).readonly(),
    ii06b: tableOf(II06B_COLUMNS).meta({ id: 'CityIi06b' }),
    digitisation: tableOf(DIGITISATION_COLUMNS).meta({ id: 'CityDigitisation' }),
    /** Over the units that issued in the product: a file tells no parts and wholes. */
    indicators: z.array(indicatorFigureSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'CityConsolidation' });

export const cityCellQuerySchema = z
  .strictObject({
    ...inUnitQuery,
    ...awaited,
    form: z.enum(['ii06b', 'digitisation']).default('ii06b'),
    row: typed(300).default('total'),
    column: typed(64).default('total'),
  })
  .readonly();

/** A number of the consolidation taken apart into its units. */
export const cityCellSchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ ...partOf, /** What opens it. */ row: z.string(), count }).readonly())
      .readonly(),
  })
  .readonly()
  .meta({ id: 'CityCell' });

/** A report of a unit outside the product. Its figures are kept, the file is not. */
export const newCityFileSchema = z
  .strictObject({
    /** The unit it speaks of. */
    unitId: z.coerce.number<string | number>(),
    ...awaited,
    fileName: line(200),
    /** Only as a part of a form. */
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewCityFile',
    examples: [
      {
        ...{ unitId: 12, report: 'monthly', from: '2025-12-15', to: '2026-01-14' },
        fileName: 'bao-cao-thang-01.docx',
      },
    ],
  });

export const cityFileSchema = fileRef;

export type CityOverview = z.infer<typeof cityOverviewSchema>;
export type CityOverviewQuery = z.infer<typeof cityOverviewQuerySchema>;
export type CityReports = z.infer<typeof cityReportsSchema>;
export type CityReport = z.infer<typeof cityReportSchema>;
export type CityReportsQuery = z.infer<typeof cityReportsQuerySchema>;
export type CityExportQuery = z.infer<typeof cityExportQuerySchema>;
export type CityConsolidation = z.infer<typeof cityConsolidationSchema>;
export type CityCell = z.infer<typeof cityCellSchema>;
export type CityCellQuery = z.infer<typeof cityCellQuerySchema>;
export type NewCityFile = z.infer<typeof newCityFileSchema>;
export type CityFile = z.infer<typeof cityFileSchema>;
