import * as z from 'zod';
import { inUnitQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';
import { importMappingSchema, importMappingsPath, mappingMeaning } from './mapping.ts';

export const savedMappingsPath = `${importMappingsPath}/saved`;
export const savedMappingPath = (id: string): string => `${importMappingsPath}/${id}`;
export const mappingVersionsPath = (id: string): string => `${savedMappingPath(id)}/versions`;
export const retiredMappingPath = (id: string): string => `${savedMappingPath(id)}/retired`;

const version = z.int().min(1);

const versionShape = importMappingSchema.unwrap().extend({
  /** Given up: lists with these titles are no longer recognised by it. */
  retired: z.boolean(),
  /** Who said so. */
  by: z.string(),
});

const mappingVersionSchema = versionShape.readonly().meta({ id: 'ImportMappingVersion' });

/** As it stands now, with what came of it last. */
export const savedMappingSchema = versionShape
  .extend({
    /** How many lists were read by any version of it. */
    reads: z.int().min(0),
    lastRead: z
      .strictObject({
        ...{ importId: z.string(), at: toldInstant, version, name: z.string().nullable() },
        ...{ rows: z.int().min(0), wrong: z.int().min(0) },
      })
      .readonly()
      .nullable(),
  })
  .readonly()
  .meta({ id: 'SavedImportMapping' });

export const savedMappingsSchema = z
  .strictObject({ items: z.array(savedMappingSchema).readonly() })
  .readonly();

export const savedMappingsQuerySchema = z.strictObject({ ...inUnitQuery }).readonly();

/** Newest first. */
export const mappingVersionsSchema = z
  .strictObject({ items: z.array(mappingVersionSchema).readonly() })
  .readonly();

/** The next version of one; `version` is the one that was looked at. */
export const mappingChangesSchema = z
  .strictObject({ version, ...mappingMeaning })
  .readonly()
  .meta({
    id: 'ImportMappingChanges',
    examples: [
      {
        version: 1,
        columns: [
          { title: 'Số đăng ký', column: 'MaHoSo' },
          { title: 'Loại việc', column: 'MaTTHC' },
          { title: 'Tình trạng', column: 'TrangThai' },
        ],
        values: [{ column: 'TrangThai', value: 'Xong', means: '9' }],
        rules: {},
      },
    ],
  });

export const retireMappingSchema = z
  .strictObject({ version, retired: z.boolean() })
  .readonly()
  .meta({ id: 'RetireImportMapping', examples: [{ version: 1, retired: true }] });

export type SavedMapping = z.infer<typeof savedMappingSchema>;
export type MappingVersion = z.infer<typeof mappingVersionSchema>;
export type SavedMappingsQuery = z.infer<typeof savedMappingsQuerySchema>;
export type MappingChanges = z.infer<typeof mappingChangesSchema>;
export type RetireMapping = z.infer<typeof retireMappingSchema>;
