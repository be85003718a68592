import * as z from 'zod';
import { MAPPED_COLUMNS, NATIONAL_COLUMNS, type ListMapping } from '#domain/import';
import { inUnitQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';

export const importMappingsPath = '/api/v1/import-mappings';
export const importLayoutsPath = '/api/v1/import-layouts';

/** As many columns as a list may have, and more words than any of them uses. */
const MOST_COLUMNS = 256;
const MOST_VALUES = 500;
const TITLE = 500;

const column = z.enum(NATIONAL_COLUMNS);

export const mappingMeaning = {
  columns: z
    .array(z.strictObject({ title: line(TITLE), column: column.nullable() }).readonly())
    .max(MOST_COLUMNS)
    .readonly(),
  values: z
    .array(
      z
        .strictObject({ column: z.enum(MAPPED_COLUMNS), value: line(TITLE), means: line(TITLE) })
        .readonly(),
    )
    .max(MOST_VALUES)
    .readonly(),
  rules: z
    .strictObject({
      handoverIsFinish: z.boolean().exactOptional(),
      daysOnly: z.boolean().exactOptional(),
      serials: z.enum(['1900', '1904']).exactOptional(),
    })
    .readonly(),
};

/** What a list of another layout means; also as it is kept with the import that used it. */
export const listMappingSchema = z
  .strictObject(mappingMeaning)
  .readonly() satisfies z.ZodType<ListMapping>;

/** Saved under a name that is there already, it is the next version of it. */
export const newImportMappingSchema = z
  .strictObject({
    ...{ unitId: z.int().exactOptional(), name: line(100), source: code(64) },
    ...mappingMeaning,
  })
  .readonly()
  .meta({
    id: 'NewImportMapping',
    examples: [
      {
        name: 'Sổ hộ tịch',
        source: 'ho-tich',
        columns: [
          { title: 'Số đăng ký', column: 'MaHoSo' },
          { title: 'Loại việc', column: 'MaTTHC' },
          { title: 'Tình trạng', column: 'TrangThai' },
        ],
        values: [{ column: 'TrangThai', value: 'Xong', means: '9' }],
        rules: { handoverIsFinish: true },
      },
    ],
  });

export const importMappingSchema = z
  .strictObject({
    ...{ id: z.string(), unitId: z.int(), name: z.string(), source: z.string() },
    ...{ version: z.int().min(1), createdAt: toldInstant },
    ...mappingMeaning,
  })
  .readonly()
  .meta({ id: 'ImportMapping' });

export const importMappingsSchema = z
  .strictObject({ items: z.array(importMappingSchema).readonly() })
  .readonly();

export const importMappingsQuerySchema = z.strictObject({ ...inUnitQuery }).readonly();

/** What a file seems to hold, before anything is made of it: nothing of it is kept. */
export const importLayoutSchema = z
  .strictObject({
    /** The tables that were looked at; the first with dossiers, or else with titles, is the one told here. */
    sheets: z.array(z.string()).readonly(),
    /** Whether the list can be taken in as it stands. */
    ready: z.boolean(),
    /** Whether somebody has to say how all of it came. */
    needsChannel: z.boolean(),
    /** It tells hand-overs and no finish. */
    lacksFinish: z.boolean(),
    /** It has a column of dates that tells days and never an hour. */
    lacksHours: z.boolean(),
    columns: z
      .array(
        z
          .strictObject({
            ...{ title: z.string(), place: z.int().min(0), column: column.nullable() },
            samples: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    values: z
      .array(
        z
          .strictObject({
            ...{ column: z.enum(MAPPED_COLUMNS), value: z.string(), rows: z.int().min(1) },
            known: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    /** The saved mapping that was made for such lists. */
    mapping: importMappingSchema.nullable(),
  })
  .readonly()
  .meta({ id: 'ImportLayout' });

/** `POST /import-layouts`: the file as a form, or the text as JSON. */
export const askedLayoutSchema = z
  .strictObject({
    unitId: z
      .union([
        z.int(),
        z
          .string()
          .regex(/^\d{1,15}$/)
          .transform(Number),
      ])
      .exactOptional(),
    text: z.string().max(1_000_000).exactOptional(),
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({ id: 'AskedLayout', examples: [{ text: 'Số đăng ký\tTình trạng\nA-1\tXong' }] });

export type NewImportMapping = z.infer<typeof newImportMappingSchema>;
export type ImportMappingAnswer = z.infer<typeof importMappingSchema>;
export type ImportMappingsQuery = z.infer<typeof importMappingsQuerySchema>;
export type ImportLayoutAnswer = z.infer<typeof importLayoutSchema>;
export type AskedLayout = z.infer<typeof askedLayoutSchema>;
