import writeExcelFile from 'write-excel-file/node';
import { listTemplate, type NationalCells } from '#domain/import';
import { writable } from '../../platform/text/straight.ts';

const PERSONS: ReadonlySet<string> = new Set(['NguoiNop', 'SoDienThoai', 'SoDinhDanh']);

/** The columns of a list, in the order of its template; without persons not even their titles. */
export const columnsOf = (withPersons: boolean): readonly (keyof NationalCells)[] =>
  listTemplate.map(({ name }) => name).filter((name) => withPersons || !PERSONS.has(name));

/** Every cell a text, so that nothing in it is a formula and no code and no date is ruined by being opened. */
export function nationalSheet(
  rows: readonly NationalCells[],
  columns: readonly (keyof NationalCells)[],
): Promise<Buffer> {
  const text = (value: string) => ({ value: writable(value), type: String });
  const head = columns.map((name) => ({ ...text(name), fontWeight: 'bold' as const }));
  const cells = rows.map((row) => columns.map((name) => text(row[name] ?? '')));
  return writeExcelFile([head, ...cells], {
    sheet: 'Ho so',
    stickyRowsCount: 1,
    columns: columns.map((name) => ({ width: name === 'TenTTHC' ? 50 : 18 })),
  }).toBuffer();
}
