import type { Allowance, Limits, SupplementPolicy } from '../../deadline/index.ts';
import type { Authority, OnlineLevel } from '../../dossier/index.ts';
import { formatDay } from '../../working-time/index.ts';
import { read, wrong, type ImportFault, type Reading, type RowFault } from '../fault.ts';
import { readMoment } from '../moment-text.ts';
import { allowanceIn } from './allowance-text.ts';
import type { SetupCells, SetupColumn } from './column.ts';
import { componentsIn, stepsIn, type ToldComponent, type ToldStep } from './part-text.ts';
import { isNothing, meantBy, wordsFor, type Words } from './word.ts';

type LimitName = keyof Limits;

/** A procedure as a file tells of it. What is absent stays as it is; null is told not to be there. */
export interface ToldEntry {
  readonly code: string;
  /** `YYYY-MM-DD`; else from the day on which the file is taken over. */
  readonly effectiveFrom?: string;
  readonly name?: string;
  readonly field?: string;
  readonly authority?: Authority;
  readonly onlineLevel?: OnlineLevel;
  readonly limits: Readonly<Partial<Record<LimitName, Allowance | null>>>;
  readonly steps?: readonly ToldStep[];
  readonly components?: readonly ToldComponent[];
  readonly onSupplement?: SupplementPolicy;
  readonly clockStart?: 'acceptance' | 'submission';
  readonly fee?: number | null;
  readonly feeNote?: string | null;
  readonly onTheSpot?: boolean;
  readonly paperResult?: boolean;
  readonly paymentIntegrated?: boolean;
  readonly published?: boolean;
  readonly eProcess?: boolean;
}

const AUTHORITIES = wordsFor<Authority>(
  ['commune', 'cấp xã', 'xã', 'UBND cấp xã'],
  ['vertical', 'ngành dọc'],
);
const LEVELS = wordsFor<OnlineLevel>(
  ['full', 'toàn trình'],
  ['partial', 'một phần'],
  ['none', 'không trực tuyến', 'không', 'trực tiếp'],
);
const SUPPLEMENTS = wordsFor<SupplementPolicy>(
  ['pause', 'dừng', 'tạm dừng', 'dừng đồng hồ'],
  ['restart', 'tính lại', 'tính lại từ đầu'],
  ['continue', 'vẫn tính', 'không dừng'],
);
const STARTS = wordsFor<'acceptance' | 'submission'>(
  ['acceptance', 'tiếp nhận', 'từ lúc tiếp nhận'],
  ['submission', 'nộp', 'từ lúc nộp', 'từ lúc công dân nộp'],
);
const FLAG = wordsFor<boolean>([true, 'có', '1', 'x'], [false, 'không', '0']);

const LIMIT_COLUMNS = [
  ['statutory', 'HanQuyDinh'],
  ['city', 'HanThanhPho'],
  ['commune', 'HanDonVi'],
] as const satisfies readonly (readonly [LimitName, SetupColumn])[];

/** Money may be written with dots between thousands, and with its name. */
const MONEY = /^(?<amount>\d{1,3}(?:[.,\s]?\d{3})*|\d+)\s*(?:đồng|đ|vnđ)?$/iu;

/** Reads the cells of one row, and gathers what is wrong with them. */
class RowReader {
  readonly faults: RowFault[] = [];
  readonly #cells: SetupCells;

  constructor(cells: SetupCells) {
    this.#cells = cells;
  }

  /** What the cell means; undefined where it is empty, and where it means nothing, which is a fault. */
  one<Meaning>(
    column: SetupColumn,
    code: ImportFault,
    meaning: (cell: string) => Meaning | undefined,
  ): Meaning | undefined {
    const cell = this.#cells[column];
    if (cell === undefined) return undefined;
    const meant = meaning(cell);
    if (meant === undefined) this.faults.push({ column, code, value: cell });
    return meant;
  }

  word<Meaning>(column: SetupColumn, words: Words<Meaning>): Meaning | undefined {
    return this.one(column, 'unknown-value', (cell) => meantBy(words, cell));
  }

  limits(): ToldEntry['limits'] {
    const told = LIMIT_COLUMNS.flatMap(([name, column]) => {
      const allowance = this.one(column, 'allowance-unclear', (cell) =>
        isNothing(cell) ? null : allowanceIn(cell),
      );
      return allowance === undefined ? [] : [[name, allowance] as const];
    });
    return Object.fromEntries(told);
  }

  /** A day in words of a table; kept as the wire writes days. */
  day(column: SetupColumn): string | undefined {
    return this.one(column, 'wrong-format', (cell) => {
      const moment = readMoment(cell);
      return moment.kind === 'day' ? formatDay(moment.day) : undefined;
    });
  }
}

/** What a row says of a procedure. */
export function readEntry(cells: SetupCells): Reading<ToldEntry> {
  const row = new RowReader(cells);
  const code = row.one('MaTTHC', 'required', (cell) => cell);
  const told = {
    ...{ name: row.one('TenTTHC', 'required', said), field: row.one('LinhVuc', 'required', said) },
    ...{ authority: row.word('ThamQuyen', AUTHORITIES), limits: row.limits() },
    onlineLevel: row.word('MucTrucTuyen', LEVELS),
    steps: row.one('CacBuoc', 'step-unclear', (cell) => (isNothing(cell) ? [] : stepsIn(cell))),
    components: row.one('ThanhPhan', 'component-unclear', (cell) =>
      isNothing(cell) ? [] : componentsIn(cell),
    ),
    onSupplement: row.word('KhiBoSung', SUPPLEMENTS),
    clockStart: row.word('TinhTu', STARTS),
    fee: row.one('Phi', 'wrong-format', feeIn),
    feeNote: row.one('GhiChuPhi', 'required', (cell) => (isNothing(cell) ? null : cell)),
    ...flagsIn(row),
    effectiveFrom: row.day('HieuLucTu'),
  };
  if (code === undefined) row.faults.push({ column: 'MaTTHC', code: 'required' });
  if (code === undefined || row.faults.length > 0) return wrong(...row.faults);
  return read({ code, ...onlySaid(told) });
}

const said = (cell: string): string => cell;

const flagsIn = (row: RowReader) => ({
  onTheSpot: row.word('TaiCho', FLAG),
  paperResult: row.word('KetQuaGiay', FLAG),
  paymentIntegrated: row.word('ThanhToanTrucTuyen', FLAG),
  published: row.word('CongBo', FLAG),
  eProcess: row.word('QuyTrinhDienTu', FLAG),
});

function feeIn(cell: string): number | null | undefined {
  if (isNothing(cell)) return null;
  const amount = MONEY.exec(cell)?.groups?.['amount'];
  return amount === undefined ? undefined : Number(amount.replaceAll(/\D/gu, ''));
}

type Said<Members> = {
  readonly [Name in keyof Members as undefined extends Members[Name] ? Name : never]?: Exclude<
    Members[Name],
    undefined
  >;
} & {
  readonly [Name in keyof Members as undefined extends Members[Name] ? never : Name]: Members[Name];
};

const onlySaid = <Members extends object>(members: Members): Said<Members> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Said<Members>;
