import type { DigitisationAnswer, ShareAnswer } from '#contract/reports';
import { DIGITISATION_COLUMNS, type DigitisationColumn } from '#domain/report';
import { reportWords } from '#wording/reports';
import type { BodyCell, HeadCell, WideTable } from '../../forms/index.ts';

type Shares = DigitisationAnswer['total']['shares'];
/** A column of Phụ lục 01: a count, or a share of counts. */
export type FileColumn =
  | { readonly kind: 'count'; readonly column: DigitisationColumn }
  | { readonly kind: 'share'; readonly share: keyof Shares };

const count = (column: DigitisationColumn): FileColumn => ({ kind: 'count', column });
const share = (name: keyof Shares): FileColumn => ({ kind: 'share', share: name });

/** Columns (3) to (21), in their order on the form: the shares stand before the last counts. */
export const FILE_COLUMNS: readonly FileColumn[] = [
  ...DIGITISATION_COLUMNS.slice(0, DIGITISATION_COLUMNS.indexOf('archived')).map(count),
  ...(['components', 'result', 'both'] as const).map(share),
  ...(['archived', 'reused'] as const).map(count),
  share('reused'),
];

const FILES = [
  'Có file thành phần hồ sơ đính kèm',
  'Có file kết quả đính kèm',
  'Có file thành phần hồ sơ và file kết quả đính kèm',
];
const LACKING = ['Chưa có file thành phần hồ sơ đính kèm', 'Chưa có file kết quả đính kèm'];
const texts = (list: readonly string[]): readonly HeadCell[] => list.map((text) => ({ text }));

/** The headings of Phụ lục 01, as the city asks for them. */
export const FILE_HEAD: readonly (readonly HeadCell[])[] = [
  [
    { text: 'STT', rows: 2 },
    { text: 'Đơn vị', rows: 2 },
    { text: 'Số lượng hồ sơ tiếp nhận', rows: 2 },
    { text: 'Số lượng hồ sơ đang giải quyết', columns: 6 },
    { text: 'Số lượng hồ sơ đã giải quyết', columns: 6 },
    { text: 'Tỷ lệ số hóa hồ sơ đã giải quyết (%)', columns: 3 },
    { text: 'Hồ sơ có lưu kho', rows: 2 },
    { text: 'Hồ sơ tái sử dụng lại dữ liệu số hóa', rows: 2 },
    { text: 'Tỷ lệ tái sử dụng lại dữ liệu số hóa (%)', rows: 2 },
  ],
  texts(['Tổng số', ...FILES, ...LACKING, 'Tổng số', ...FILES, ...LACKING, ...FILES]),
];

export const FILE_PLACES = Array.from(
  { length: FILE_COLUMNS.length + 2 },
  (_, at) => `(${at + 1})`,
);

/** What a share prints; with nothing to divide by it did not arise. */
const shareCell = ({ text }: ShareAnswer): string => text ?? reportWords.vi.notArising;

const cells = (row: DigitisationAnswer['total']): readonly BodyCell[] =>
  FILE_COLUMNS.map((one) =>
    one.kind === 'count' ? row[one.column] : shareCell(row.shares[one.share]),
  );

/** Phụ lục 01 as it is printed. */
export const digitisationTable = ({ rows, total }: DigitisationAnswer): WideTable => ({
  columns: [
    { width: 8, align: 'middle' },
    { width: 30, align: 'text' },
    ...FILE_COLUMNS.map(() => ({ width: 12, align: 'number' as const })),
  ],
  head: FILE_HEAD,
  places: FILE_PLACES,
  rows: rows.map((row, index) => [index + 1, row.label, ...cells(row)]),
  totals: [['', 'TỔNG SỐ', ...cells(total)]],
});
