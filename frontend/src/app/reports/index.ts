export type { CellPress, OpenedCell } from './cell.ts';
export { CellList } from './cell-list.ts';
export { FileTable } from './file-table.ts';
export { Ii06bTable } from './ii06b-table.ts';
export { RatioTable } from './ratio-table.ts';
export { STANDING_SIGNS, STANDING_TONES } from './awaited-looks.ts';
export { presetPeriod } from './period-choice.ts';
