import { isUtf8 } from 'node:buffer';
import { dossierLineSchema, nationalCellsSchema, type ImportProfile } from '#contract/imports';
import type { Channel } from '#domain/dossier';
import {
  cellsByColumn,
  findHeader,
  isNoDossier,
  namingOf,
  plainTitle,
  readLine,
  readRow,
  translated,
  type Header,
  type HeaderFault,
  type ListMapping,
  type Naming,
  type NationalCells,
  type NationalColumn,
  type Reading,
  type RowFault,
  type RowOffice,
  type ToldDossier,
} from '#domain/import';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { keptSheets, type KeptSheet } from './reading/kept-sheets.ts';
import { rowFaults } from './row-faults.ts';

/** A row that was read: what it tells, or what is wrong with it and the cells that have to be mended. */
export interface RowRead {
  /** Where it stands in the file. */
  readonly line: number;
  readonly reading: Reading<ToldDossier>;
  readonly externalCode: string | undefined;
  /** What stands in the row, by its columns; a line of whole histories has none. */
  readonly cells?: NationalCells;
  /** Whether a list says that the hand-over is the finish; only lists with both columns tell. */
  readonly finishIsHandover?: boolean;
}

/** A row of another unit: counted, and not looked at. */
export const OTHER_UNIT = 'of another unit';

interface ReadingUnit {
  readonly code: string;
  readonly name: string;
}

type Rows = Iterable<RowRead | typeof OTHER_UNIT> | AsyncIterable<RowRead>;

export interface Source {
  /** Whether the file has more tables of dossiers than the one that is read. */
  readonly listsElsewhere?: boolean;
  rows(office: RowOffice, unit: ReadingUnit): Rows;
}

/** How a list is to be read, as whoever brought it says. */
export interface ListAsked {
  readonly channel?: Channel;
  readonly mapping?: ListMapping;
}

/** Refuses a list with the reason for which no row of it could be read. */
export function probe(profile: ImportProfile, bytes: Buffer, asked: ListAsked): void {
  if (profile === 'dossiers-national') openTable(bytes, asked);
  else probeLines(bytes);
}

interface KeptList {
  readonly profile: ImportProfile;
  readonly asked: ListAsked;
}

/** Opens what was found readable; of lines no more is held than is read. */
export async function openKept(
  { profile, asked }: KeptList,
  parts: AsyncIterable<Buffer>,
): Promise<Source> {
  if (profile === 'dossiers-ndjson') return { rows: (office) => linesOf(parts, office) };
  const kept: Buffer[] = [];
  for await (const part of parts) kept.push(part);
  return openTable(Buffer.concat(kept), asked);
}

export const openTable = (bytes: Buffer, asked: ListAsked): Source =>
  tableIn(keptSheets(bytes), asked);

interface ListFound {
  readonly sheet: KeptSheet;
  readonly header: Header;
}

/** The first table of a file that lists dossiers; else what is missing in whichever was nearest to one. */
export function listIn(sheets: readonly KeptSheet[], naming?: Naming): ListFound | HeaderFault {
  const faults: HeaderFault[] = [];
  for (const sheet of sheets) {
    const header = findHeader(sheet.rows(), naming);
    if ('places' in header) return { sheet, header };
    faults.push(header);
  }
  const telling = faults.find(({ code }) => code !== 'not-a-dossier-list');
  return telling ?? { code: 'not-a-dossier-list' };
}

function tableIn(sheets: readonly KeptSheet[], { channel, mapping }: ListAsked): Source {
  const found = listIn(sheets, mapping && namingOf(mapping));
  if ('code' in found) {
    const columns = 'columns' in found ? [...found.columns] : [];
    throw new ProblemError(found.code, columns.length === 0 ? {} : { columns });
  }
  const { places } = found.header;
  if (channel === undefined && !places.has('KenhNop') && !places.has('KenhThucHien')) {
    throw new ProblemError('channel-required');
  }
  return {
    listsElsewhere: sheets.some((each) => each !== found.sheet && lists(each, mapping)),
    rows: (office, unit) => rowsIn(found, mapping ?? AS_IT_STANDS, office, unit),
  };
}

/** Whether a dossier stands in a table: pages print a header of its own over rows that scroll. */
function lists(sheet: KeptSheet, mapping: ListMapping | undefined): boolean {
  const header = findHeader(sheet.rows(), mapping && namingOf(mapping));
  if ('code' in header) return false;
  for (const row of sheet.rows()) {
    if (row.number > header.below && !isNoDossier(row, header)) return true;
  }
  return false;
}

const AS_IT_STANDS: ListMapping = { columns: [], values: [], rules: {} };

function* rowsIn(
  { sheet, header }: ListFound,
  mapping: ListMapping,
  office: RowOffice,
  unit: ReadingUnit,
): Generator<RowRead | typeof OTHER_UNIT> {
  const { serials = sheet.serials, ...allowed } = mapping.rules;
  const halfDated = columnsAt(header, sheet.halfDated);
  const here: RowOffice = {
    ...{ ...office, ...allowed, halfDated },
    ...(serials !== undefined && { serials }),
  };
  for (const row of sheet.rows()) {
    if (row.number <= header.below || isNoDossier(row, header)) continue;
    const cells = translated(cellsByColumn(row, header), mapping);
    if (isOfAnother(cells, unit)) yield OTHER_UNIT;
    else yield rowRead(row.number, cells, here);
  }
}

const columnsAt = ({ places }: Header, at: readonly number[] = []): ReadonlySet<NationalColumn> =>
  new Set([...places].filter(([, place]) => at.includes(place)).map(([column]) => column));

function rowRead(line: number, cells: NationalCells, office: RowOffice): RowRead {
  const shaped = nationalCellsSchema.safeParse(cells);
  const { NgayKetThucXuLy: finish, NgayTra: handover } = cells;
  return {
    ...{ line, cells },
    externalCode: cells.MaHoSo,
    reading: shaped.success
      ? readRow(shaped.data, office)
      : { ok: false, faults: rowFaults(shaped.error.issues, cells) },
    ...(finish !== undefined &&
      handover !== undefined && { finishIsHandover: finish === handover }),
  };
}

/** By its code where the list has one, else by its name as it ends: "UBND Xã Mẫu" is "Xã Mẫu". */
function isOfAnother({ MaDonVi, TenDonVi }: NationalCells, { code, name }: ReadingUnit): boolean {
  if (MaDonVi !== undefined) return MaDonVi.toUpperCase() !== code.toUpperCase();
  return TenDonVi !== undefined && !plainTitle(TenDonVi).endsWith(plainTitle(name));
}

function probeLines(bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new ProblemError('file-not-text');
  for (const piece of piecesOf(bytes)) if (saidIn(piece) !== '') return;
  throw new ProblemError('file-empty');
}

const NEW_LINE = 0x0a;

/** What stands between the ends of lines; the last of it may go on in what follows. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, from)) {
    yield bytes.subarray(from, end);
    from = end + 1;
  }
  yield bytes.subarray(from);
}

// The mark at the beginning of a file is white space to `trim`.
const saidIn = (piece: Buffer): string => piece.toString('utf8').trim();

async function* linesIn(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const part of parts) {
    let last: Buffer | undefined;
    for (const piece of piecesOf(Buffer.concat([rest, part]))) {
      if (last !== undefined) yield last;
      last = piece;
    }
    rest = Buffer.from(last ?? []);
  }
  yield rest;
}

/** The lines in which something is said, and where each stands. */
async function* linesOf(parts: AsyncIterable<Buffer>, office: RowOffice): AsyncGenerator<RowRead> {
  let line = 0;
  for await (const piece of linesIn(parts)) {
    line += 1;
    const said = saidIn(piece);
    if (said !== '') yield lineRead(line, said, office);
  }
}

function lineRead(line: number, said: string, office: RowOffice): RowRead {
  const value = parsed(said);
  if (value === undefined) return wrongLine(line, undefined, { column: '', code: 'not-json' });
  const shaped = dossierLineSchema.safeParse(value);
  const externalCode = codeIn(value);
  if (shaped.success) return { line, externalCode, reading: readLine(shaped.data, office) };
  return wrongLine(line, externalCode, ...rowFaults(shaped.error.issues, value));
}

const wrongLine = (
  line: number,
  externalCode: string | undefined,
  ...faults: readonly RowFault[]
): RowRead => ({ line, externalCode, reading: { ok: false, faults } });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const codeIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || !('externalCode' in value)) return undefined;
  const { externalCode } = value;
  return typeof externalCode === 'string' ? externalCode : undefined;
};
