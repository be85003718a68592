import type { MappedColumn } from '#domain/import';
import type { ImportsWords } from './vi.ts';

export type ValueChoice = readonly [means: string, label: string];

const ANY_WORDS: readonly MappedColumn[] = ['MaTTHC', 'LinhVuc', 'HeThongNguon'];
const CHANNELS: readonly MappedColumn[] = ['KenhNop', 'KenhThucHien'];

/** What a value of a column may mean, as people choose it; columns of any words have no choices. */
export function valueChoices(
  column: MappedColumn,
  { channels: { online, direct, post }, statuses, mapping }: ImportsWords,
): readonly ValueChoice[] {
  if (ANY_WORDS.includes(column)) return [];
  if (column === 'TrangThai') {
    return statuses.map((status, index) => [String(index + 1), status] as const);
  }
  if (!CHANNELS.includes(column)) {
    return [
      ['1', mapping.yes],
      ['0', mapping.no],
    ];
  }
  return [
    ['trực tuyến', online],
    ['trực tiếp', direct],
    ['bưu chính', post],
  ];
}
