import { NATIONAL_STATUS, stateTold, type Channel, type Telling } from '../dossier/index.ts';
import type { Instant, WorkingCalendar } from '../working-time/index.ts';
import { faultOf } from './check-tellings.ts';
import { read, wrong, type ImportFault, type Reading, type RowFault } from './fault.ts';
import { given, type ReadingOffice } from './line.ts';
import { factsTold } from './national-facts.ts';
import { tellingsOf } from './national-tellings.ts';
import type { Serials } from './moment-text.ts';
import { placedDates, type DatesTold } from './national-days.ts';
import { readChannel, readDate, readFlag, readStatus, type Cell } from './national-value.ts';
import { DATES, FLAGS, type RowDates, type RowFlags, type RowRead } from './row-read.ts';
import { ruinedColumns } from './ruined.ts';
import { plainTitle, type NationalColumn } from './title.ts';
import type { ToldApplicant, ToldDossier } from './told-dossier.ts';

/** The cells of one row; an empty one is not there. */
export type NationalCells = Partial<Readonly<Record<NationalColumn, string>>>;

export interface RowOffice extends ReadingOffice {
  readonly calendar: WorkingCalendar;
  /** Of when the list is. */
  readonly exportedAt: Instant;
  /** Chosen for a whole list that has no column of channels. */
  readonly channel?: Channel;
  /** How the list's spreadsheet counts days, where it is one. */
  readonly serials?: Serials;
  /** Whether a person let the hand-over stand for a finish the list does not tell. */
  readonly handoverIsFinish?: boolean;
  /** Whether a person let dates stand without an hour: such a dossier is compared by day. */
  readonly daysOnly?: boolean;
  readonly halfDated?: ReadonlySet<NationalColumn>;
}

/** Reads cells and collects what is wrong with them: all of it, so that a row is mended once. */
class CellReader {
  readonly faults: RowFault[] = [];
  readonly #cells: NationalCells;

  constructor(cells: NationalCells) {
    this.#cells = cells;
    for (const column of ruinedColumns(cells)) this.fail(column, 'cell-ruined');
  }

  read<Value>(column: NationalColumn, reader: (cell: string) => Cell<Value>): Value | undefined {
    const cell = this.#cells[column];
    if (cell === undefined) return undefined;
    const result = reader(cell);
    if ('value' in result) return result.value;
    this.fail(column, result.code);
    return undefined;
  }

  fail(column: NationalColumn, code: ImportFault): void {
    if (this.faults.some((fault) => fault.column === column)) return;
    const value = this.#cells[column];
    this.faults.push({ column, code, ...(value !== undefined && { value }) });
  }

  require(column: NationalColumn): string {
    const cell = this.#cells[column];
    if (cell === undefined) this.fail(column, 'required');
    return cell ?? '';
  }
}

/** *Mã hồ sơ* as all systems write it: who received it, the day, a number. Nobody gives the same one twice. */
const NATIONAL_CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.)?[HG]\d{2}(?:\.\d{1,3})*-\d{6}-\d{3,}$/;

/** Whichever system lists such a code, it is the dossier’s own; what else a system gives is the system’s alone. */
const officialCodeOf = (
  { source, externalCode }: Pick<ToldDossier, 'source' | 'externalCode'>,
  { citySource }: RowOffice,
): string | undefined =>
  source === citySource || NATIONAL_CODE.test(externalCode) ? externalCode : undefined;

/** The dossier a row of a list tells, or everything that is wrong with the row. */
export function readRow(cells: NationalCells, office: RowOffice): Reading<ToldDossier> {
  const reader = new CellReader(cells);
  const externalCode = reader.require('MaHoSo');
  const code = reader.require('MaTTHC');
  const channel = channelOf(cells, reader, office);
  const row = rowRead(cells, reader, office);
  if (row === undefined || channel === undefined || reader.faults.length > 0) {
    return wrong(...reader.faults);
  }
  const { tellings, marks } = tellingsOf(row);
  const fault = faultIn(tellings, row, office.now);
  if (fault !== undefined) {
    reader.fail(fault.column, fault.code);
    return wrong(...reader.faults);
  }
  const source = sourceOf(cells, office);
  return read({
    source,
    externalCode,
    ...given({
      officialCode: cells.MaChinhThuc ?? officialCodeOf({ source, externalCode }, office),
      sourceStatus: cells.TrangThai,
      declaredDueAt: row.dates.NgayHenTra,
      applicant: applicantOf(cells),
    }),
    procedure: {
      code: procedureCodeOf(code),
      ...given({ name: cells.TenTTHC, field: cells.LinhVuc }),
    },
    channel,
    facts: factsTold(row.flags),
    tellings,
    tells: 'standing',
    marks,
  });
}

function rowRead(cells: NationalCells, reader: CellReader, office: RowOffice): RowRead | undefined {
  const datesTold = Object.fromEntries(
    DATES.flatMap((column) => {
      const each = reader.read(column, (cell) => readDate(column, cell, office));
      return each === undefined ? [] : [[column, each]];
    }),
  ) as DatesTold;
  const dates = placedDates(datesTold, office);
  const flags = Object.fromEntries(
    FLAGS.map((column) => [column, reader.read(column, readFlag) ?? false]),
  ) as RowFlags;
  if (cells.TrangThai === undefined) reader.fail('TrangThai', 'required');
  const status = reader.read('TrangThai', readStatus);
  if (status === undefined) return undefined;
  const standing = office.handoverIsFinish === true ? withFinish(dates, status) : dates;
  for (const [column, code] of missingIn(standing, status)) reader.fail(column, code);
  return {
    ...{ dates: standing, flags, status, exportedAt: office.exportedAt },
    ...(standing !== dates && { isFinishGuessed: true }),
    ...(knowsDaysOnly(datesTold) && { isByDay: true }),
  };
}

/** The promise may always be one for a day. */
const knowsDaysOnly = (told: DatesTold): boolean =>
  DATES.some((column) => column !== 'NgayHenTra' && told[column]?.kind === 'day');

/** The hand-over for the finish, where the list tells only that; a person allowed it, and it stays marked. */
function withFinish(dates: RowDates, status: number): RowDates {
  const { NgayTra, NgayKetThucXuLy } = dates;
  const stands = [9, 10].includes(status) && NgayKetThucXuLy === undefined && NgayTra !== undefined;
  return stands ? { ...dates, NgayKetThucXuLy: NgayTra } : dates;
}

function channelOf(
  cells: NationalCells,
  reader: CellReader,
  { channel }: RowOffice,
): Channel | undefined {
  const submitted = reader.read('KenhNop', (cell) => readChannel('KenhNop', cell));
  const handled = reader.read('KenhThucHien', (cell) => readChannel('KenhThucHien', cell));
  const said = [submitted, handled].filter((each) => each !== undefined);
  if (new Set(said).size > 1) reader.fail('KenhThucHien', 'channels-contradict');
  if (cells.KenhNop !== undefined || cells.KenhThucHien !== undefined) return said[0];
  if (channel === undefined) reader.fail('KenhNop', 'required');
  return channel;
}

type Missing = readonly [NationalColumn, ImportFault];

/** Dates without which a status says nothing that can be counted. */
function missingIn(dates: RowDates, status: number): readonly Missing[] {
  const needs = (column: keyof RowDates, code: ImportFault = 'required'): readonly Missing[] =>
    dates[column] === undefined ? [[column, code]] : [];
  const round = dates.NgayBoSung === undefined ? [] : needs('NgayYeuCauBoSung');
  switch (status) {
    case 1:
      return needs('NgayNopHoSo');
    case 3:
      return needs('NgayTuChoi');
    case 5:
      return [...(dates.NgayNopHoSo === undefined ? needs('NgayTiepNhan') : []), ...round];
    case 7:
      return [
        ...(dates.NgayNopHoSo === undefined ? needs('NgayTiepNhan') : []),
        ...needs('NgayRut'),
      ];
    case 9:
    case 10:
      return [
        ...needs('NgayTiepNhan'),
        ...needs('NgayKetThucXuLy', 'finish-date-required'),
        ...round,
      ];
    default:
      return [...needs('NgayTiepNhan'), ...round];
  }
}

const COLUMN_OF: Partial<Record<Telling['type'], keyof RowDates>> = {
  submitted: 'NgayNopHoSo',
  received: 'NgayTiepNhan',
  supplementRequested: 'NgayYeuCauBoSung',
  supplementReceived: 'NgayBoSung',
  resultIssued: 'NgayKetThucXuLy',
  returned: 'NgayTra',
  refused: 'NgayTuChoi',
  withdrawn: 'NgayRut',
  stopped: 'NgayDung',
};

interface Fault {
  readonly column: NationalColumn;
  readonly code: ImportFault;
}

function faultIn(
  tellings: readonly Telling[],
  { status }: RowRead,
  now: Instant,
): Fault | undefined {
  const fault = faultOf(tellings, now);
  if (fault !== undefined) return { column: columnTold(tellings, fault.index), code: fault.code };
  const isTold = NATIONAL_STATUS[stateTold(tellings).name] === status;
  return isTold ? undefined : { column: 'TrangThai', code: 'status-contradicts-dates' };
}

function columnTold(tellings: readonly Telling[], index: number | undefined): NationalColumn {
  const type = index === undefined ? undefined : tellings[index]?.type;
  return (type && COLUMN_OF[type]) ?? 'NgayTiepNhan';
}

function sourceOf(cells: NationalCells, { defaultSource }: RowOffice): string {
  const named = cells.HeThongNguon;
  return named === undefined ? defaultSource : sourceNamed(named);
}

/**
 * A system however it is written in a list.
 *
 * @example sourceNamed('Một cửa Hải Phòng') → 'mot-cua-hai-phong'
 */
export const sourceNamed = (name: string): string =>
  name
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(plainTitle)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 64);

/** Codes have six decimals; a spreadsheet that took one for a number dropped its last noughts. */
const procedureCodeOf = (code: string): string =>
  /^\d\.\d{1,5}$/.test(code) ? code.padEnd(8, '0') : code;

function applicantOf({ NguoiNop, SoDienThoai, SoDinhDanh }: NationalCells) {
  if (NguoiNop === undefined) return undefined;
  const applicant: ToldApplicant = {
    kind: 'person',
    name: NguoiNop,
    ...given({ phone: SoDienThoai, idNumber: SoDinhDanh }),
  };
  return applicant;
}
