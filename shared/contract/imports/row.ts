import * as z from 'zod';
import { NATIONAL_COLUMNS, type NationalCells, type NationalColumn } from '#domain/import';
import { foreignCode } from '../dossiers/index.ts';
import { procedureCode } from '../procedures/index.ts';
import { line } from '../text/index.ts';

const CELL = 200;

const SHAPES: Partial<Record<NationalColumn, z.ZodType<string>>> = {
  MaHoSo: foreignCode,
  MaTTHC: procedureCode,
  TenTTHC: line(500),
  LinhVuc: line(200),
  NguoiNop: line(300),
  SoDienThoai: line(30),
  SoDinhDanh: line(30),
};

/** The cells of a row of `dossiers-national`, before anything is made of them. */
export const nationalCellsSchema = z.object(
  Object.fromEntries(
    NATIONAL_COLUMNS.map((column) => [column, (SHAPES[column] ?? line(CELL)).optional()]),
  ),
) as unknown as z.ZodType<NationalCells>;
