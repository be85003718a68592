import type { Instant } from '#domain/working-time';
import { actWords } from '#wording/dossiers';
import { shortMoment } from '../facts/moments.ts';
import { straight } from '../../platform/text/straight.ts';

/** A dossier's line in Mẫu 07, as the tables have it. */
export interface BookRow {
  readonly code: string;
  readonly procedure: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly department: string | null;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly movedAt: Instant | null;
  readonly finishedAt: number;
  readonly returnedAt: Instant | null;
  readonly method: string | null;
  readonly state: string;
}

export interface BookColumn {
  readonly label: string;
  /** In characters of the sheet; on paper its share. */
  readonly width: number;
  readonly cell: (row: BookRow, place: number) => string;
}

const finished = ({ finishedAt }: BookRow): string =>
  Number.isFinite(finishedAt) ? shortMoment(finishedAt as Instant) : '';

const REMARKS: Readonly<Record<string, string>> = {
  refused: 'Từ chối',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Rút hồ sơ',
  awaitingSupplement: 'Chờ bổ sung',
};

/** A code of another system stands as that system tells it. */
const handedOver = (method: string | null): string =>
  method === null ? '' : (actWords.vi.handOvers[method] ?? method);

/** *Sổ theo dõi hồ sơ*, column by column. */
export const BOOK_COLUMNS: readonly BookColumn[] = [
  { label: 'TT', width: 6, cell: (_row, place) => String(place + 1) },
  { label: 'Mã hồ sơ', width: 30, cell: ({ code }) => code },
  { label: 'Tên thủ tục hành chính', width: 38, cell: ({ procedure }) => procedure },
  { label: 'Số lượng hồ sơ (bộ)', width: 9, cell: () => '1' },
  { label: 'Tên cá nhân, tổ chức', width: 26, cell: ({ name }) => straight(name ?? '') },
  {
    label: 'Địa chỉ, số điện thoại',
    width: 28,
    cell: ({ address, phone }) =>
      straight([address, phone].filter((text) => text !== null).join('\n')),
  },
  { label: 'Cơ quan chủ trì giải quyết', width: 18, cell: ({ department }) => department ?? '' },
  { label: 'Nhận hồ sơ', width: 17, cell: ({ receivedAt }) => shortMoment(receivedAt) },
  { label: 'Hẹn trả kết quả', width: 17, cell: ({ dueAt }) => shortMoment(dueAt) },
  {
    label: 'Chuyển hồ sơ đến cơ quan giải quyết',
    width: 17,
    cell: ({ movedAt }) => shortMoment(movedAt),
  },
  { label: 'Nhận kết quả từ cơ quan giải quyết', width: 17, cell: finished },
  { label: 'Trả kết quả', width: 17, cell: ({ returnedAt }) => shortMoment(returnedAt) },
  { label: 'Phương thức nhận kết quả', width: 14, cell: ({ method }) => handedOver(method) },
  { label: 'Ký nhận', width: 12, cell: () => '' },
  { label: 'Ghi chú', width: 16, cell: ({ state }) => REMARKS[state] ?? '' },
];
