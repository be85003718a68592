import { formatInstant, instant } from '#domain/working-time';
import { workbookOf } from '../../support/workbook-file.ts';

/** Lists of a month that no dossier of the bench's commune is in yet. */
export interface List {
  readonly profile: 'dossiers-ndjson' | 'dossiers-national';
  readonly content: string | Buffer;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
type Procedure = readonly [code: string, field: string];

const FIELDS: readonly [Procedure, ...Procedure[]] = [
  ['2.000815', 'Chứng thực'],
  ['1.001193', 'Hộ tịch'],
  ['1.004873', 'Hộ tịch'],
  ['2.001023', 'Bảo trợ xã hội'],
];
const NAMES = ['Nguyễn Thị Ánh Đào', 'Đặng Văn Bình', 'Trần Quốc Cường', 'Lê Thị Dung'] as const;

const told = <Item>(items: readonly [Item, ...Item[]], index: number): Item =>
  items[index % items.length] ?? items[0];

const startOf = (index: number, rows: number): number =>
  Date.now() - 40 * DAY_MS + Math.floor((index / rows) * 30 * DAY_MS);

const phoneOf = (index: number): string => `000${String(1_000_000 + index)}`;

/** Two in three finished, one in five asked for something between: five events where all happened. */
function eventsOf(index: number, from: number): readonly (readonly [string, number])[] {
  const asked: readonly (readonly [string, number])[] =
    index % 5 === 0
      ? [
          ['supplementRequested', from + 4 * HOUR_MS],
          ['supplementReceived', from + 2 * DAY_MS],
        ]
      : [];
  const finished: readonly (readonly [string, number])[] =
    index % 3 === 0
      ? []
      : [
          ['resultIssued', from + 3 * DAY_MS],
          ['returned', from + 4 * DAY_MS],
        ];
  return [['received', from], ...asked, ...finished];
}

function line(index: number, rows: number, prefix: string): string {
  const from = startOf(index, rows);
  const [procedureCode, field] = told(FIELDS, index);
  return JSON.stringify({
    externalCode: `${prefix}-${String(index + 1).padStart(5, '0')}`,
    ...{ source: 'mot-cua-hai-phong', procedureCode, field, onlineLevel: 'full' },
    channel: index % 100 === 0 ? 'direct' : 'online',
    applicant: { kind: 'person', name: told(NAMES, index), phone: phoneOf(index) },
    dueAt: formatInstant(instant(from + 5 * DAY_MS)),
    events: eventsOf(index, from).map(([type, at]) => ({ type, at: formatInstant(instant(at)) })),
  });
}

const indexes = (rows: number): readonly number[] =>
  Array.from({ length: rows }, (_, index) => index);

const ndjson = (rows: number, prefix: string): List => ({
  profile: 'dossiers-ndjson',
  content: indexes(rows)
    .map((index) => line(index, rows, prefix))
    .join('\n'),
});

const COLUMNS = [
  ...['MaHoSo', 'MaTTHC', 'LinhVuc', 'KenhNop', 'NguoiNop', 'SoDienThoai'],
  ...['NgayTiepNhan', 'NgayHenTra', 'NgayKetThucXuLy', 'NgayTra', 'TrangThai'],
];

const said = (at: number | undefined): string =>
  at === undefined
    ? ''
    : formatInstant(instant(at)).replace(/^(\d+)-(\d+)-(\d+)T(\d+:\d+:\d+).*$/, '$3/$2/$1 $4');

function cells(index: number, rows: number, prefix: string): readonly string[] {
  const from = startOf(index, rows);
  const events = new Map(eventsOf(index, from));
  const [procedureCode, field] = told(FIELDS, index);
  const finishedAt = events.get('resultIssued');
  return [
    ...[`${prefix}-${String(index + 1).padStart(5, '0')}`, procedureCode, field, '1'],
    ...[told(NAMES, index), phoneOf(index), said(from), said(from + 5 * DAY_MS)],
    ...[said(finishedAt), said(events.get('returned')), finishedAt === undefined ? '2' : '10'],
  ];
}

const table = (rows: number, prefix: string): readonly (readonly string[])[] => [
  COLUMNS,
  ...indexes(rows).map((index) => cells(index, rows, prefix)),
];

/** As a table is copied from a page, or saved. */
const text = (rows: number, prefix: string, delimiter: '\t' | ','): List => ({
  profile: 'dossiers-national',
  content: table(rows, prefix)
    .map((row) => row.join(delimiter))
    .join('\n'),
});

export type Shape = 'ndjson' | 'pasted' | 'csv' | 'xlsx';

export const SHAPES: Readonly<Record<Shape, (rows: number, prefix: string) => List>> = {
  ndjson,
  pasted: (rows, prefix) => text(rows, prefix, '\t'),
  csv: (rows, prefix) => text(rows, prefix, ','),
  xlsx: (rows, prefix) => ({
    profile: 'dossiers-national',
    content: workbookOf(table(rows, prefix)),
  }),
};
