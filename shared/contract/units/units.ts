import * as z from 'zod';
import { pageOf, pageQuery } from '../list/index.ts';
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
    code: unitCode,
    name: line(200),
    kind,
    level: level.optional(),
    parentCode: unitCode.optional(),
    settings: unitSettingsChangesSchema.optional(),
  })
  .readonly();

/** The code is printed on dossiers and the kind decides who sees what: neither changes. */
export const unitChangesSchema = z
  .strictObject({
    name: line(200).optional(),
    level: level.optional(),
    settings: unitSettingsChangesSchema.optional(),
  })
  .readonly();

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
  .readonly();

export const unitPageSchema = pageOf(unitSchema);
export const unitsQuerySchema = z.strictObject(pageQuery).readonly();

export const newDepartmentSchema = z
  .strictObject({ unitId: z.int().optional(), code: code(32), name: line(200) })
  .readonly();

export const departmentSchema = z
  .strictObject({ unitId: z.int(), code: z.string(), name: z.string() })
  .readonly();

export const departmentPageSchema = pageOf(departmentSchema);

export const departmentsQuerySchema = z
  .strictObject({ ...pageQuery, unitId: z.coerce.number().int().optional() })
  .readonly();

export type NewUnit = z.infer<typeof newUnitSchema>;
export type UnitChanges = z.infer<typeof unitChangesSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type UnitsQuery = z.infer<typeof unitsQuerySchema>;
export type NewDepartment = z.infer<typeof newDepartmentSchema>;
export type Department = z.infer<typeof departmentSchema>;
export type DepartmentsQuery = z.infer<typeof departmentsQuerySchema>;
