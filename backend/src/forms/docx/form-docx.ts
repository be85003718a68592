import {
  AlignmentType,
  Document,
  Packer,
  Table,
  TableCell,
  TableRow,
  WidthType,
  convertMillimetersToTwip,
  type Paragraph,
} from 'docx';
import { CENTRE, beside, paragraph } from './pieces.ts';
import type { FilledBlock, FilledForm } from '../layout/fill.ts';

const letterhead = ({ letterhead: head }: FilledForm): Table =>
  beside(
    [
      [
        paragraph(head.authority, { ...CENTRE, size: 24 }),
        paragraph(head.centre, { ...CENTRE, bold: true, size: 24 }),
        paragraph(`Số: ${head.number}`, CENTRE),
      ],
      [
        paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...CENTRE, bold: true, size: 24 }),
        paragraph('Độc lập - Tự do - Hạnh phúc', { ...CENTRE, bold: true }),
        paragraph(head.placeAndDate, { ...CENTRE, italics: true }),
      ],
    ],
    [42, 58],
  );

type Of<Kind extends FilledBlock['kind']> = Extract<FilledBlock, { readonly kind: Kind }>;

const tableOf = ({ columns, cells }: Of<'table'>): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [columns.map(({ label }) => label), ...cells].map(
      (row, place) =>
        new TableRow({
          tableHeader: place === 0,
          cantSplit: true,
          children: row.map(
            (text, column) =>
              new TableCell({
                width: { size: columns[column]?.share ?? 10, type: WidthType.PERCENTAGE },
                children: [paragraph(text, place === 0 ? { ...CENTRE, bold: true } : {})],
              }),
          ),
        }),
    ),
  });

const signature = (signed: Of<'signatures'>['left']): readonly Paragraph[] =>
  signed === null
    ? [paragraph('')]
    : [
        paragraph(signed.title, { ...CENTRE, bold: true }),
        paragraph(signed.hint, { ...CENTRE, italics: true, size: 24 }),
        ...['', '', ''].map((blank) => paragraph(blank)),
        paragraph(signed.name, { ...CENTRE, bold: true }),
      ];

const piecesOf = (block: FilledBlock): readonly (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'line':
      return [paragraph(`${block.label}: ${block.value}`)];
    case 'paragraph': {
      if (block.look === 'centred') return [paragraph(block.text, CENTRE)];
      if (block.look === 'note') return [paragraph(block.text, { italics: true, size: 22 })];
      const indent = { firstLine: convertMillimetersToTwip(10) };
      return [paragraph(block.text, { alignment: AlignmentType.BOTH, indent })];
    }
    case 'table':
      return [tableOf(block), paragraph('')];
    case 'signatures':
      return [paragraph(''), beside([signature(block.left), signature(block.right)], [50, 50])];
    case 'recipients':
      return [
        paragraph('Nơi nhận:', { bold: true, italics: true, size: 24 }),
        ...block.lines.map((line) => paragraph(`- ${line}`, { size: 22 })),
      ];
  }
};

/** A letter to be finished in a word processor, laid out as NĐ 30/2020 wants it. */
export const formDocx = (form: FilledForm): Promise<Buffer> => {
  const margin = {
    ...{ top: convertMillimetersToTwip(20), bottom: convertMillimetersToTwip(20) },
    ...{ left: convertMillimetersToTwip(30), right: convertMillimetersToTwip(17) },
  };
  const size = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) };
  return Packer.toBuffer(
    new Document({
      title: form.title,
      sections: [
        {
          properties: { page: { margin, size } },
          children: [
            letterhead(form),
            paragraph(form.title, {
              ...CENTRE,
              bold: true,
              size: 28,
              spacing: { before: 240, after: 160 },
            }),
            ...form.blocks.flatMap(piecesOf),
          ],
        },
      ],
    }),
  );
};
