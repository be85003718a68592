import type { IssueSectionAnswer, PrintedLate } from '#contract/reports';
import { parseInstant } from '#domain/working-time';
import { reportWords } from '#wording/reports';
import type { SheetCell, WideSheet } from '../../forms/index.ts';
import {
  LATE_HEADINGS,
  LATE_PLACES,
  inFieldOrder,
  lateCells,
  lateNotes,
} from '../paper/late-table.ts';

type Item = PrintedLate['items'][number];

const day = (date: string): string => date.split('-').reverse().join('/');
/** As wide as a page on its side can be read: texts go on in the next line, moments need all of theirs. */
const WIDTHS = [5, 24, 16, 17, 17, 13, 12, 18, 38];
/** Office time as sheets know moments: they have no zones. */
const OFFICE_OFFSET_MS = 7 * 3_600_000;

const moment = (text: string): SheetCell => {
  const at = parseInstant(text);
  return at === undefined ? text : new Date(at + OFFICE_OFFSET_MS);
};

/** As on paper, but moments are moments: they can be sorted and filtered. */
const cellsOf = (item: Item): readonly SheetCell[] => {
  const [code = '', field = '', , , ...rest] = lateCells(item);
  return [code, field, moment(item.heldTo), moment(item.until), ...rest];
};

/** *Danh sách hồ sơ quá hạn* as a sheet. */
export function lateSheet(
  name: string,
  { ii06b }: Pick<IssueSectionAnswer, 'ii06b'>,
  late: PrintedLate,
): WideSheet {
  return {
    ...{ name, widths: WIDTHS, measure: '', head: [LATE_HEADINGS], places: LATE_PLACES },
    headlines: [
      'DANH SÁCH HỒ SƠ QUÁ HẠN',
      reportWords.vi.formPeriod(day(ii06b.from), day(ii06b.to)),
    ],
    rows: inFieldOrder(late, ii06b).items.map((item, index) => [index + 1, ...cellsOf(item)]),
    totals: [],
    below: lateNotes(late).map((note) => [null, note]),
  };
}
