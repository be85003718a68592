import * as z from 'zod';
import { SETUP_PROFILES } from '#domain/import';
import { channels } from '../dossiers/index.ts';
import { inUnitQuery, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { instantText } from '../time/index.ts';

export const importsPath = '/api/v1/imports';

export const importProfiles = ['dossiers-national', 'dossiers-ndjson'] as const;

/** Forms know texts only. */
const yesOrNo = z.union([
  z.boolean(),
  z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'),
]);
const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

export { yesOrNo as setupFlag, number as setupUnit };

/** As much as one upload may be; a table typed or pasted into a page is far less. */
export const IMPORT_BYTES = 64 * 1024 * 1024;

/** `POST /imports`: a file as a form, or a text as JSON. Without `dryRun` it commits by itself. */
export const newImportSchema = z
  .strictObject({
    profile: z.enum(importProfiles),
    unitId: number.exactOptional(),
    dryRun: yesOrNo.default(false),
    /** What people know the list by: the name of its file. */
    name: line(200).exactOptional(),
    /** Of when the data are; else of now. */
    exportedAt: instantText.exactOptional(),
    /** For a whole list that has no column of channels. */
    channel: z.enum(channels).exactOptional(),
    /** The system the list is from, where the list does not say; else the city's. */
    source: code(64).exactOptional(),
    /** What its columns and values mean; else a saved one that was made for such lists. */
    mapping: z.uuid().exactOptional(),
    /** A table pasted from a page, or lines. */
    text: z.string().max(1_000_000).exactOptional(),
    /** Only as a part of a form. */
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewImport',
    examples: [
      {
        profile: 'dossiers-national',
        dryRun: true,
        text: 'MaHoSo\tMaTTHC\tKenhNop\tNgayTiepNhan\tTrangThai\nH24.99-260302-0001\t2.000815\t1\t02/03/2026 08:00\t2',
      },
    ],
  });

export const importsQuerySchema = z.strictObject({ ...inUnitQuery, ...pageQuery }).readonly();

export const rowKinds = ['new', 'changed', 'unchanged', 'wrong'] as const;

export const importRowsQuerySchema = z
  .strictObject({
    kind: z.enum(rowKinds).optional(),
    /** Only rows that tell something otherwise than we knew. */
    differing: z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' }).optional(),
    ...pageQuery,
  })
  .readonly();

/** Who brought what was dropped into the folder: no key and no account. */
export const IMPORT_FOLDER = 'import-folder';

export const importTemplatesPath = '/api/v1/import-templates';

export const templateFormats = ['xlsx', 'csv'] as const;

/** Files to fill in: whole histories are written by programs, and have none. */
export const importTemplateQuerySchema = z
  .strictObject({
    profile: z.enum(['dossiers-national', ...SETUP_PROFILES]).default('dossiers-national'),
    format: z.enum(templateFormats).default('xlsx'),
  })
  .readonly();

const errorFormats = ['json', 'csv', 'xlsx'] as const;

export const importErrorsQuerySchema = z
  .strictObject({ format: z.enum(errorFormats).default('json') })
  .readonly();

export type ImportTemplateQuery = z.infer<typeof importTemplateQuerySchema>;
export type ImportProfile = (typeof importProfiles)[number];
export type NewImport = z.infer<typeof newImportSchema>;
export type ImportsQuery = z.infer<typeof importsQuerySchema>;
export type ImportRowsQuery = z.infer<typeof importRowsQuerySchema>;
export type ImportErrorsQuery = z.infer<typeof importErrorsQuerySchema>;
export type RowKind = (typeof rowKinds)[number];
