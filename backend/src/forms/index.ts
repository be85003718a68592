export type { Appendix, OfficeDocument, Passage } from './document/office-document.ts';
export type { BodyCell, HeadCell, WideTable } from './document/wide-table.ts';
export { letterheadOf } from './facts/letterhead.ts';
export { Letterheads } from './facts/letterheads.service.ts';
export { shortMoment, writtenDay } from './facts/moments.ts';
export { FormsModule } from './forms.module.ts';
export { Press } from './press/press.service.ts';
export type { PrintedTable } from './table/printed-table.ts';
export {
  firstRowOf,
  letterOf,
  rangeOf,
  type SheetCell,
  type WideSheet,
} from './workbook/wide-sheet.ts';
