import type { Content, TDocumentDefinitions, TableCell } from 'pdfmake/interfaces.js';
import { mm } from '../pdf/paper.ts';
import { cellText, type Cell, type PrintedTable } from './printed-table.ts';

const cellOf = (cell: Cell, bold = false): TableCell => ({
  text: cellText(cell),
  alignment: typeof cell === 'number' ? 'right' : 'left',
  bold,
});

const headOf = ({ head, title, dateLine }: PrintedTable): readonly Content[] => [
  {
    columns: [
      head.map((text, place) => ({
        ...{ text, bold: place > 0, fontSize: 10 },
        alignment: 'center' as const,
      })),
      { text: dateLine, italics: true, alignment: 'right', fontSize: 10 },
    ],
    margin: [0, 0, 0, 10],
  },
  ...title.map((text, place) => ({
    ...{ text, bold: place === 0, fontSize: place === 0 ? 13 : 10.5 },
    alignment: 'center' as const,
  })),
];

const bodyOf = ({ columns, rows, totals }: PrintedTable): Content => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    margin: [0, 8, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => `${(100 * width) / whole}%`),
      body: [
        columns.map(({ label }) => ({ text: label, bold: true, alignment: 'center' as const })),
        ...rows.map((row) => row.map((cell) => cellOf(cell))),
        ...totals.map((row) => row.map((cell) => cellOf(cell, true))),
      ],
    },
    layout: { paddingLeft: () => 3, paddingRight: () => 3 },
  };
};

const signed = ({ signers }: PrintedTable): Content => ({
  margin: [0, 14, 0, 0],
  unbreakable: true,
  columns: signers.map((name) => ({
    alignment: 'center' as const,
    stack: [
      { text: name, bold: true },
      { text: '(Ký, ghi rõ họ tên)', italics: true, fontSize: 8.5 },
    ],
  })),
});

/** On paper, by NĐ 30/2020: numbers of pages from the second on, in the middle above. */
export const tablePdf = (table: PrintedTable): TDocumentDefinitions => ({
  info: { title: table.title[0] },
  pageSize: 'A4',
  pageOrientation: 'landscape',
  pageMargins: [mm(15), mm(15), mm(12), mm(12)],
  defaultStyle: { font: 'Tinos', fontSize: 9.5 },
  header: (page) => ({
    text: page === 1 ? '' : String(page),
    alignment: 'center',
    margin: [0, mm(6), 0, 0],
  }),
  content: [...headOf(table), bodyOf(table), signed(table)],
});
