import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { unitSettingsChangesSchema, unitSettingsSchema } from './settings.ts';

export const unitsPath = '/api/v1/units';
export const departmentsPath = '/api/v1/departments';

/** As the national catalogue writes it: `H24.99`. It becomes part of dossier codes. */
export const unitCode = z.string().regex(/^[A-Z0-9.]{2,32}$/);

const kind = z.enum(['commune', 'city']);
const level = z.enum(['xa', 'phuong', 'dacKhu']);

export const newUnitSchema = z
  .strictObject({
    ...inUnit,
    code: unitCode,
    name: line(200),
    kind,
    level: level.optional(),
    parentCode: unitCode.optional(),
    settings: unitSettingsChangesSchema.optional(),
  })
  .readonly()
  .meta({
    id: 'NewUnit',
    examples: [
      { code: 'H24.55', name: 'Xã Tân Tiến', kind: 'commune', level: 'xa', parentCode: 'H24' },
    ],
  });

/** The code is printed on dossiers and the kind decides who sees what: neither changes. */
export const unitChangesSchema = z
  .strictObject({
    name: line(200).optional(),
    level: level.optional(),
    settings: unitSettingsChangesSchema.optional(),
  })
  .readonly()
  .meta({ id: 'UnitChanges', examples: [{ settings: { mode: 'wholeDays', maxExtensions: 1 } }] });

export const unitSchema = z
  .strictObject({
    id: z.int(),
    code: z.string(),
    name: z.string(),
    kind,
    level: level.nullable(),
    parentCode: z.string().nullable(),
    settings: unitSettingsSchema,
  })
  .readonly()
  .meta({ id: 'Unit' });

export const unitPageSchema = pageOf(unitSchema);
export const unitsQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

export const departmentCode = code(32);

export const newDepartmentSchema = z
  .strictObject({ ...inUnit, code: departmentCode, name: line(200) })
  .readonly()
  .meta({ id: 'NewDepartment', examples: [{ code: 'tu-phap', name: 'Tư pháp – Hộ tịch' }] });

export const departmentSchema = z
  .strictObject({ unitId: z.int(), code: z.string(), name: z.string(), closed: z.boolean() })
  .readonly()
  .meta({
    id: 'Department',
    examples: [{ unitId: 2, code: 'tu-phap', name: 'Tư pháp – Hộ tịch', closed: false }],
  });

/** The code stands in dossiers and procedures: it never changes. */
export const departmentChangesSchema = z
  .strictObject({ ...inUnit, name: line(200).optional(), closed: z.boolean().optional() })
  .readonly()
  .meta({ id: 'DepartmentChanges', examples: [{ name: 'Tư pháp – Hộ tịch' }] });

export const departmentPageSchema = pageOf(departmentSchema);

export const departmentsQuerySchema = z
  .strictObject({
    ...pageQuery,
    ...inUnitQuery,
    /** With `true` those that were given up come too. */
    closed: z.enum(['true', 'false']).optional(),
  })
  .readonly();

export type NewUnit = z.infer<typeof newUnitSchema>;
export type UnitChanges = z.infer<typeof unitChangesSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type UnitsQuery = z.infer<typeof unitsQuerySchema>;
export type NewDepartment = z.infer<typeof newDepartmentSchema>;
export type Department = z.infer<typeof departmentSchema>;
export type DepartmentChanges = z.infer<typeof departmentChangesSchema>;
export type DepartmentsQuery = z.infer<typeof departmentsQuerySchema>;
