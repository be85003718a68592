import * as z from 'zod';
import type { Standing } from '#domain/deadline';
import { parseDay } from '#domain/working-time';
import { inUnit, inUnitQuery, pageBody, pageOf, pageQuery, untilCursor } from '../list/index.ts';
import { code, line, paragraph } from '../text/index.ts';
import { dateText, instantText } from '../time/index.ts';
import { officerCommands } from './commands.ts';
import { channels } from './new-dossier.ts';
import { dossierItemSchema, stateNames } from './dossier.ts';

export const standings = [
  'overdue',
  'near',
  'today',
  'later',
  'none',
] as const satisfies readonly Standing[];

export const sorts = ['due', '-due', 'received', '-received'] as const;

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** One word, several with commas between them, or a list: each of them will do. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',') : given),
    z.array(item).min(1).max(50).readonly(),
  );

const day = z.union([dateText.refine((text) => parseDay(text) !== undefined), instantText]);

/** The filters of contract §4, in a query. */
const filters = {
  ...inUnitQuery,
  state: several(z.enum(stateNames)).optional(),
  field: line(200).optional(),
  procedure: code(40).optional(),
  /** A user's id, or `me`. */
  holder: z.union([z.literal('me'), z.uuid()]).optional(),
  department: code(32).optional(),
  source: code(64).optional(),
  channel: z.enum(channels).optional(),
  due: z.enum(standings).optional(),
  /** Only those that wait for somebody else. */
  paused: flag.optional(),
  stepLate: flag.optional(),
  /** Received from this day on, to this day included. */
  from: day.optional(),
  to: day.optional(),
  /** Finished from this day on, to this day included. */
  finishedFrom: day.optional(),
  finishedTo: day.optional(),
  /** These ones, as far as the other filters let them through. */
  id: several(z.uuid()).optional(),
  /** Whose source has said nothing for longer than the unit allows. */
  stale: flag.optional(),
};

/** The same in a body, where a number is a number and yes is `true`. */
const filtersInBody = {
  ...filters,
  unitId: z.number().optional(),
  paused: z.boolean().optional(),
  stepLate: z.boolean().optional(),
  stale: z.boolean().optional(),
};

/** Codes only: what stands in an address is written down everywhere. */
const codeQuery = z
  .string()
  .max(100)
  .regex(/^[^\s\p{Cc}\p{Cs}]*\d[^\s\p{Cc}\p{Cs}]*$/u);

const sort = z.enum(sorts).optional();

export const dossiersQuerySchema = z
  .strictObject({ ...pageQuery, ...untilCursor, ...filters, q: codeQuery.optional(), sort })
  .readonly();

/** `q` may be a code, a name with or without its accents, a phone or an identity number. */
export const dossierSearchSchema = z
  .strictObject({ ...pageBody, ...untilCursor, ...filtersInBody, q: line(200).optional(), sort })
  .readonly();

export const dossierPageSchema = pageOf(dossierItemSchema);

export const countsQuerySchema = z.strictObject({ ...filters, q: codeQuery.optional() }).readonly();

/** As a search: what is looked for may name a person. */
export const countsSearchSchema = z
  .strictObject({ ...filtersInBody, q: line(200).optional() })
  .readonly()
  .meta({ id: 'CountsSearch', examples: [{ q: 'do thi dao' }] });

const heapCounts = Object.fromEntries(standings.map((standing) => [standing, z.int()])) as Readonly<
  Record<Standing, z.ZodInt>
>;

/** How many open dossiers lie in each heap, by the very predicates of the list. */
export const countsSchema = z
  .strictObject({
    ...heapCounts,
    paused: z.int(),
  })
  .readonly()
  .meta({
    id: 'Counts',
    examples: [{ overdue: 3, near: 5, today: 7, later: 41, none: 6, paused: 4 }],
  });

export const exportFormats = ['ndjson', 'csv', 'xlsx'] as const;

/** A spreadsheet is made whole before it is sent; more than this goes out as a text, line by line. */
export const EXPORT_SHEET_ROWS = 10_000;

const format = z.enum(exportFormats).default('ndjson');

/** The dossiers a list shows, as a file without persons: `ndjson` has whole histories, the others a row each. */
export const dossiersExportQuerySchema = z
  .strictObject({ ...filters, q: codeQuery.optional(), format })
  .readonly();

/** As a search. With a reason for it the file has who handed in, too. */
export const dossiersExportSchema = z
  .strictObject({
    ...filtersInBody,
    q: line(200).optional(),
    format,
    reason: paragraph(500).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'DossiersExport',
    examples: [{ format: 'ndjson', from: '2026-03-01', reason: 'Bàn giao hồ sơ cho xã mới' }],
  });

/** One command for many dossiers: done by a job, each on its own. */
export const commandsSchema = z
  .strictObject({
    ...inUnit,
    ids: z.array(z.uuid()).min(1).max(5000).readonly().exactOptional(),
    filter: z
      .strictObject({ ...filtersInBody, q: codeQuery.optional() })
      .readonly()
      .exactOptional(),
    command: z.enum(officerCommands),
    body: z.record(z.string(), z.unknown()).default({}),
  })
  .readonly()
  .meta({
    id: 'ManyCommands',
    examples: [
      { ids: ['0197c5a0-7d1e-7000-8000-000000000001'], command: 'complete-step', body: {} },
    ],
  });

/** The job that carries it out: `GET /api/v1/jobs/{id}` tells how far it is. */
export const orderedJobSchema = z
  .strictObject({ jobId: z.uuid() })
  .readonly()
  .meta({ id: 'OrderedJob', examples: [{ jobId: '0197c5a0-a11f-7000-8000-000000000003' }] });

export type DossiersQuery = z.infer<typeof dossiersQuerySchema>;
export type DossierSearch = z.infer<typeof dossierSearchSchema>;
export type DossiersExport = z.infer<typeof dossiersExportSchema>;
export type ExportFormat = (typeof exportFormats)[number];
export type CountsQuery = z.infer<typeof countsQuerySchema>;
export type Counts = Readonly<Record<Standing | 'paused', number>>;
export type CommandsBody = z.infer<typeof commandsSchema>;
