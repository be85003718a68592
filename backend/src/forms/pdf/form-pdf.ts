import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PrintRequest } from '#contract/forms';
import type { FilledForm } from '../layout/fill.ts';
import { blockContent } from './block-content.ts';
import { balanced, rule, watermark } from './lines.ts';
import { mm, PAPERS, type Paper } from './paper.ts';
import { scannables } from './scannable.ts';
import { allSettable } from './settable.ts';

const WIDTH_MM = { A4: [210, 297], A5: [148, 210] } as const;

const printableWidth = ({ size, orientation, margins, copies }: Paper): number => {
  const [left, , right] = margins;
  if (typeof size === 'object') return size.width - left - right;
  const [short, long] = WIDTH_MM[size as keyof typeof WIDTH_MM];
  const whole = mm(orientation === 'portrait' ? short : long) - left - right;
  return copies === 1 ? whole : (whole - GUTTER) / 2;
};

const GUTTER = mm(14);

/** Authority and centre on the left, Quốc hiệu and Tiêu ngữ on the right (NĐ 30/2020, Phụ lục I). */
const letterhead = (
  { letterhead: head }: FilledForm,
  { fontSize }: Paper,
  width: number,
): Content => ({
  columns: [
    {
      width: '42%',
      alignment: 'center',
      stack: [
        { text: head.authority },
        { text: balanced(head.centre), bold: true },
        rule(width * 0.14),
        { text: `Số: ${head.number}` },
      ],
    },
    {
      width: '58%',
      alignment: 'center',
      stack: [
        { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
        { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize },
        rule(width * 0.28),
        { text: head.placeAndDate, italics: true, fontSize },
      ],
    },
  ],
  fontSize: fontSize * 0.92,
  columnGap: 4,
});

/** A roll is too narrow for two columns. */
const narrowHead = ({ letterhead: head }: FilledForm): Content => ({
  alignment: 'center',
  stack: [
    { text: head.authority },
    { text: head.centre, bold: true },
    { text: `Số: ${head.number}` },
    { text: head.placeAndDate, italics: true },
  ],
});

const contentOf = (form: FilledForm, paper: Paper): Content => {
  const width = printableWidth(paper);
  const { fontSize } = paper;
  const isNarrow = typeof paper.size === 'object';
  return {
    stack: [
      isNarrow ? narrowHead(form) : letterhead(form, paper, width),
      {
        text: form.title,
        bold: true,
        alignment: 'center',
        fontSize: fontSize * 1.08,
        margin: [0, 8, 0, 4],
      },
      ...(form.scannable === null ? [] : [scannables(form.scannable, width)]),
      ...form.blocks.map((block) => blockContent(block, fontSize)),
    ],
  };
};

/** A form as a document to print. Page numbers from the second page on, in the middle above. */
export const formPdf = (
  form: FilledForm,
  paperName: NonNullable<PrintRequest['paper']>,
): TDocumentDefinitions => {
  const paper = PAPERS[paperName];
  const set = allSettable(form);
  const copy = () => contentOf(set, paper);
  return {
    info: { title: form.title },
    ...(form.mark !== null && { watermark: watermark(form.mark) }),
    pageSize: paper.size,
    pageOrientation: paper.orientation,
    pageMargins: paper.margins,
    defaultStyle: { font: 'Tinos', fontSize: paper.fontSize },
    header: (page) => ({
      text: page === 1 ? '' : String(page),
      alignment: 'center',
      margin: [0, mm(8), 0, 0],
    }),
    content: paper.copies === 1 ? [copy()] : [{ columns: [copy(), copy()], columnGap: GUTTER }],
  };
};
