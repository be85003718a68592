import { newUserSchema } from '#contract/identity';
import { MOST_SETUP_ROWS } from '#contract/imports';
import { newVersionSchema, procedureCode, stepSchema } from '#contract/procedures';
import {
  findSetupHeader,
  setupCells,
  type Reading,
  type RowFault,
  type SetupCells,
  type SetupColumn,
  type SetupHeader,
  type SetupHeaderFault,
  type SetupProfile,
  type ToldEntry,
  type ToldPerson,
} from '#domain/import';
import * as z from 'zod';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { faultyFields } from '../../platform/problem/field-faults.ts';
import type { KeptSheet } from '../reading/kept-sheets.ts';
import { faultCode, shown } from '../row-faults.ts';

/** A row of a list with its number in the file. */
export interface SetupRow {
  readonly line: number;
  readonly cells: SetupCells;
}

export interface SetupTable {
  readonly rows: readonly SetupRow[];
  readonly ignored: readonly string[];
}

/** The first table of a file that is such a list; else why none of them is. */
export function setupTable(sheets: readonly KeptSheet[], profile: SetupProfile): SetupTable {
  const faults: SetupHeaderFault[] = [];
  for (const sheet of sheets) {
    const header = findSetupHeader(sheet.rows(), profile);
    if ('places' in header) {
      return { rows: rowsIn(sheet, header), ignored: header.ignored.map(shown) };
    }
    faults.push(header);
  }
  const twice = faults.find(({ code }) => code === 'column-given-twice');
  if (twice === undefined || !('columns' in twice)) throw new ProblemError('not-a-setup-list');
  throw new ProblemError(twice.code, { columns: [...twice.columns] });
}

function rowsIn(sheet: KeptSheet, header: SetupHeader): readonly SetupRow[] {
  const rows: SetupRow[] = [];
  for (const row of sheet.rows()) {
    const cells = row.number <= header.below ? undefined : setupCells(row, header);
    if (cells !== undefined) rows.push({ line: row.number, cells });
    if (rows.length > MOST_SETUP_ROWS) throw new ProblemError('file-too-large-inside');
  }
  if (rows.length === 0) throw new ProblemError('file-empty');
  return rows;
}

/** In which column a member of what was read stands. */
const COLUMN_OF: ReadonlyMap<string, SetupColumn> = new Map([
  ...([
    ['code', 'MaTTHC'],
    ['name', 'TenTTHC'],
    ['field', 'LinhVuc'],
  ] as const),
  ...([
    ['steps', 'CacBuoc'],
    ['components', 'ThanhPhan'],
    ['fee', 'Phi'],
  ] as const),
  ...([
    ['feeNote', 'GhiChuPhi'],
    ['limits.statutory', 'HanQuyDinh'],
  ] as const),
  ...([
    ['limits.city', 'HanThanhPho'],
    ['limits.commune', 'HanDonVi'],
  ] as const),
  ...([
    ['effectiveFrom', 'HieuLucTu'],
    ['username', 'TenDangNhap'],
  ] as const),
  ...([
    ['displayName', 'HoTen'],
    ['title', 'ChucVu'],
    ['signingForm', 'HinhThucKy'],
  ] as const),
]);

/** Where something stands in the file; a part of a cell is found by its cell. */
export const columnOf = (path: string): SetupColumn | '' => {
  const [first = '', second = ''] = path.split('.');
  return COLUMN_OF.get(`${first}.${second}`) ?? COLUMN_OF.get(first) ?? '';
};

/** What was read, once the contract takes it as well: too long a name is no name. */
export const shapedEntry = (reading: Reading<ToldEntry>): Reading<ToldEntry> =>
  shaped(reading, entrySchema);

export const shapedPerson = (reading: Reading<ToldPerson>): Reading<ToldPerson> =>
  shaped(reading, personSchema);

const step = stepSchema.unwrap().omit({ key: true });

// Steps get their keys later, and limits are what a cell could say.
const entrySchema = newVersionSchema
  .unwrap()
  .omit({ limits: true })
  .extend({ code: procedureCode, steps: z.array(step).max(30).optional() })
  .loose();
const account = newUserSchema.unwrap().shape;
const personSchema = z.looseObject({
  ...{ username: account.username, displayName: account.displayName.optional() },
  ...{ title: account.title.nullable(), signingForm: account.signingForm.nullable() },
});

function shaped<Told extends object>(reading: Reading<Told>, schema: z.ZodType): Reading<Told> {
  if (!reading.ok) return reading;
  const checked = schema.safeParse(reading.value);
  if (checked.success) return reading;
  const faults = faultyFields(checked.error.issues, reading.value).map(
    ({ path, code }): RowFault => ({ column: columnOf(path), code: faultCode(code) }),
  );
  return { ok: false, faults };
}
