import type { Content, ContentTable } from 'pdfmake/interfaces.js';
import type { FilledBlock } from '../layout/fill.ts';

type Of<Kind extends FilledBlock['kind']> = Extract<FilledBlock, { readonly kind: Kind }>;

const tableContent = ({ columns, cells }: Of<'table'>, fontSize: number): ContentTable => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: columns.map(({ share }) => `${share}%`),
    body: [
      columns.map(({ label }) => ({
        ...{ text: label, bold: true, alignment: 'center' as const },
        // On a roll the narrowest column would break its two letters.
        noWrap: label.length <= 2,
      })),
      ...cells.map((row) => row.map((text) => ({ text }))),
    ],
  },
  fontSize: fontSize * 0.9,
  margin: [0, 3, 0, 4],
});

const signatureContent = (signature: Of<'signatures'>['left'], fontSize: number): Content =>
  signature === null
    ? { text: '' }
    : {
        alignment: 'center',
        stack: [
          { text: signature.title, bold: true },
          { text: signature.hint, italics: true, fontSize: fontSize * 0.9 },
          { text: signature.name, bold: true, margin: [0, fontSize * 3.4, 0, 0] },
        ],
      };

const paragraphContent = ({ text, look }: Of<'paragraph'>, fontSize: number): Content => {
  if (look === 'centred') return { text, alignment: 'center', margin: [0, 2, 0, 6] };
  if (look === 'note') {
    return { text, italics: true, fontSize: fontSize * 0.85, margin: [0, 6, 0, 0] };
  }
  return { text, alignment: 'justify', margin: [0, 1, 0, 3] };
};

/** One piece of a form as the printer lays it out. */
export const blockContent = (block: FilledBlock, fontSize: number): Content => {
  switch (block.kind) {
    case 'line':
      return { text: [`${block.label}: `, { text: block.value }], margin: [0, 0, 0, 2] };
    case 'paragraph':
      return paragraphContent(block, fontSize);
    case 'table':
      return tableContent(block, fontSize);
    case 'signatures':
      return {
        columns: [signatureContent(block.left, fontSize), signatureContent(block.right, fontSize)],
        margin: [0, 8, 0, 0],
        unbreakable: true,
      };
    case 'recipients':
      return {
        stack: [
          { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
          ...block.lines.map((line) => ({ text: `- ${line}`, fontSize: 11 })),
        ],
        margin: [0, 12, 0, 0],
      };
  }
};
