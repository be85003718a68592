import type { Content, ContentSection, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { eachText } from '../../platform/text/each-text.ts';
import { writable } from '../../platform/text/straight.ts';
import { balanced, rule } from '../pdf/lines.ts';
import { mm } from '../pdf/paper.ts';
import { settable } from '../pdf/settable.ts';
import type { Appendix, OfficeDocument, Passage } from './office-document.ts';
import {
  HEAD_LEFT,
  MOTTO_RULE,
  NAME_RULE,
  SIDEWAYS,
  SIDEWAYS_WIDTH,
  SUBJECT_RULE,
  UPRIGHT,
  UPRIGHT_WIDTH,
  tableSize,
} from './sizes.ts';
import { wideTablePdf } from './wide-table-pdf.ts';

const CENTRED = { alignment: 'center' } as const;

const letterhead = ({ head, mark }: OfficeDocument): Content => ({
  columnGap: 0,
  columns: [
    {
      ...CENTRED,
      width: `${HEAD_LEFT * 100}%`,
      stack: [
        ...(head.authority === null ? [] : [{ text: head.authority }]),
        { text: balanced(head.organisation), bold: true },
        rule(mm(NAME_RULE)),
        { text: head.number, fontSize: 13 },
        ...(mark === null ? [] : [{ text: mark, bold: true, italics: true, fontSize: 13 }]),
      ],
    },
    {
      ...CENTRED,
      width: '*',
      stack: [
        { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
        { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize: 13 },
        rule(mm(MOTTO_RULE)),
        { text: head.placeAndDate, italics: true, fontSize: 13 },
      ],
    },
  ],
  fontSize: 12,
});

/** *Thụt đầu dòng 1,27 cm*, on both sides even. */
const passage = (piece: Passage): Content => {
  if (piece.kind === 'table') {
    const size = tableSize(piece.table.columns.length);
    return { ...wideTablePdf(piece.table, mm(UPRIGHT_WIDTH), size), margin: [0, 4, 0, 6] };
  }
  const look = { leadingIndent: mm(12.7), alignment: 'justify' as const };
  return {
    ...look,
    ...{ text: piece.text, bold: piece.kind === 'heading', italics: piece.kind === 'note' },
    ...(piece.kind === 'heading' && { headlineLevel: 1 }),
    margin: [0, 2, 0, 5],
  };
};

const title = ({ type, subject, addressees }: OfficeDocument): readonly Content[] => [
  { ...CENTRED, text: type, bold: true, margin: [0, 16, 0, 0] },
  ...subject.map((text) => ({ ...CENTRED, text, bold: true })),
  rule(mm(SUBJECT_RULE)),
  ...addressees.map((text) => ({ ...CENTRED, text, margin: [0, 4, 0, 4] as [0, 4, 0, 4] })),
  { text: '', margin: [0, 0, 0, 6] },
];

const ending = ({ recipients, signer }: OfficeDocument): Content => ({
  unbreakable: true,
  margin: [0, 12, 0, 0],
  columns: [
    {
      width: '50%',
      stack: [
        { text: 'Nơi nhận:', bold: true, italics: true, fontSize: 12 },
        ...recipients.map((line) => ({ text: `- ${line}`, fontSize: 11 })),
      ],
    },
    {
      ...CENTRED,
      width: '50%',
      stack: [
        ...signer.lines.map((text) => ({ text, bold: true })),
        { text: signer.name, bold: true, margin: [0, 62, 0, 0] },
      ],
    },
  ],
});

/** The pages of a part are counted from its own first one, which bears no number. */
const numbering = (mark: string | null) => {
  let first: number | undefined;
  return (page: number): Content => {
    first ??= page;
    const number = page === first ? '' : String(page - first + 1);
    const text = mark === null || number === '' ? number : `${number}  ${mark}`;
    return { ...CENTRED, text, fontSize: 13, margin: [0, mm(8), 0, 0] };
  };
};

const below =
  ({ footer }: OfficeDocument) =>
  (): Content => ({ ...CENTRED, text: footer, fontSize: 7, margin: [0, mm(6), 0, 0] });

const edges = ({
  left,
  top,
  right,
  bottom,
}: Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>): [
  number,
  number,
  number,
  number,
] => [mm(left), mm(top), mm(right), mm(bottom)];

const appendixSection = (appendix: Appendix, document: OfficeDocument): ContentSection => {
  const { corner, title: name, subtitle, facts, measure, table, notes } = appendix;
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: edges(SIDEWAYS),
    header: numbering(document.mark),
    footer: below(document),
    section: {
      fontSize: 11,
      stack: [
        ...corner.map((text) => ({ ...CENTRED, text, bold: true, fontSize: 12 })),
        { ...CENTRED, text: name, bold: true, fontSize: 13, margin: [0, 3, 0, 0] },
        ...subtitle.map((text) => ({ ...CENTRED, text, italics: true, fontSize: 12 })),
        ...facts.map((text) => ({ text })),
        { text: measure, italics: true, alignment: 'right', fontSize: 10, margin: [0, 0, 0, 2] },
        wideTablePdf(table, mm(SIDEWAYS_WIDTH), tableSize(table.columns.length)),
        ...notes.map((text) => ({
          ...{ text, italics: true, fontSize: 10 },
          margin: [0, 4, 0, 0] as [number, number, number, number],
        })),
      ],
    },
  };
};

/** PDF wants a moment; one that says nothing keeps the same document the same bytes. */
const NO_MOMENT = new Date(0);

/** The same document as it leaves the printer. */
export const documentPdf = (raw: OfficeDocument): TDocumentDefinitions => {
  const document = eachText(raw, (text) => settable(writable(text)));
  return {
    info: { title: document.type, creationDate: NO_MOMENT },
    pageSize: 'A4',
    pageMargins: edges(UPRIGHT),
    defaultStyle: { font: 'Tinos', fontSize: 14, lineHeight: 1.1 },
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      {
        pageSize: 'A4',
        pageMargins: edges(UPRIGHT),
        header: numbering(document.mark),
        footer: below(document),
        section: [
          letterhead(document),
          ...title(document),
          ...document.body.map(passage),
          ending(document),
        ],
      },
      ...document.appendices.map((each) => appendixSection(each, document)),
    ],
  };
};
