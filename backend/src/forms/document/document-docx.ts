import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
  type FileChild,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import { eachText } from '../../platform/text/each-text.ts';
import { writable } from '../../platform/text/straight.ts';
import { timeless } from '../../platform/zip/timeless.ts';
import { CENTRE, FONT, beside, paragraph, rule } from '../docx/pieces.ts';
import type { Appendix, OfficeDocument, Passage } from './office-document.ts';
import {
  HEAD_LEFT,
  MOTTO_RULE,
  NAME_RULE,
  SHEET,
  SIDEWAYS,
  SIDEWAYS_WIDTH,
  SUBJECT_RULE,
  UPRIGHT,
  UPRIGHT_WIDTH,
  tableSize,
} from './sizes.ts';
import { wideTableDocx } from './wide-table-docx.ts';

const TIGHT = { before: 0, after: 0 } as const;
/** From the edge of the sheet to the number of the page. */
const NUMBER_AT = convertMillimetersToTwip(10);

const letterhead = ({ head, mark }: OfficeDocument): FileChild => {
  const left = UPRIGHT_WIDTH * HEAD_LEFT;
  const above = { ...CENTRE, size: 24, spacing: TIGHT };
  return beside(
    [
      [
        ...(head.authority === null ? [] : [paragraph(head.authority, above)]),
        paragraph(head.organisation, { ...above, bold: true }),
        rule(NAME_RULE, left - 4),
        paragraph(head.number, CENTRE),
        ...(mark === null ? [] : [paragraph(mark, { ...CENTRE, bold: true, italics: true })]),
      ],
      [
        paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...above, bold: true }),
        paragraph('Độc lập - Tự do - Hạnh phúc', { ...above, bold: true, size: 26 }),
        rule(MOTTO_RULE, UPRIGHT_WIDTH - left - 4),
        paragraph(head.placeAndDate, { ...CENTRE, italics: true }),
      ],
    ],
    [HEAD_LEFT * 100, 100 - HEAD_LEFT * 100],
  );
};

const passage = (piece: Passage): FileChild => {
  if (piece.kind === 'table') {
    const size = tableSize(piece.table.columns.length) * 2;
    return wideTableDocx(piece.table, UPRIGHT_WIDTH, size);
  }
  const look = {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: convertMillimetersToTwip(12.7) },
    spacing: { before: 60, after: 120, line: 276, lineRule: LineRuleType.AUTO },
  };
  if (piece.kind === 'heading') {
    return paragraph(piece.text, { ...look, bold: true, size: 28, keepNext: true });
  }
  if (piece.kind === 'note') return paragraph(piece.text, { ...look, italics: true, size: 26 });
  return paragraph(piece.text, { ...look, size: 28 });
};

const title = ({ type, subject, addressees }: OfficeDocument): readonly FileChild[] => [
  paragraph(type, { ...CENTRE, bold: true, size: 28, spacing: { before: 300, after: 0 } }),
  ...subject.map((line) =>
    paragraph(line, { ...CENTRE, bold: true, size: 28, spacing: { before: 0, after: 40 } }),
  ),
  rule(SUBJECT_RULE, UPRIGHT_WIDTH),
  ...addressees.map((line) =>
    paragraph(line, { ...CENTRE, size: 28, spacing: { before: 60, after: 60 } }),
  ),
  paragraph('', { size: 12, spacing: TIGHT }),
];

const ending = ({ recipients, signer }: OfficeDocument): FileChild =>
  beside(
    [
      [
        paragraph('Nơi nhận:', { bold: true, italics: true, size: 24, spacing: TIGHT }),
        ...recipients.map((line) => paragraph(`- ${line}`, { size: 22, spacing: TIGHT })),
      ],
      [
        ...signer.lines.map((line) =>
          paragraph(line, { ...CENTRE, bold: true, size: 28, spacing: TIGHT }),
        ),
        ...['', '', '', ''].map((blank) => paragraph(blank, { size: 28, spacing: TIGHT })),
        paragraph(signer.name, { ...CENTRE, bold: true, size: 28 }),
      ],
    ],
    [50, 50],
  );

const numbered = (mark: string | null): Header => {
  const run: IRunOptions = { font: FONT, size: 26 };
  const draft: IRunOptions = { ...run, text: `  ${mark ?? ''}`, italics: true };
  const number: IRunOptions = { ...run, children: [PageNumber.CURRENT] };
  const runs = mark === null ? [number] : [number, draft];
  return new Header({
    children: [new Paragraph({ ...CENTRE, children: runs.map((each) => new TextRun(each)) })],
  });
};

/** Each part has pages of its own, and its first one bears no number. */
const around = ({ footer, mark }: OfficeDocument): Omit<ISectionOptions, 'children'> => {
  const below = () => new Footer({ children: [paragraph(footer, { ...CENTRE, size: 14 })] });
  const first = new Header({ children: [paragraph('', { size: 2, spacing: TIGHT })] });
  return {
    headers: { default: numbered(mark), first },
    footers: { default: below(), first: below() },
  };
};

const margins = (edges: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>) => ({
  ...{ top: convertMillimetersToTwip(edges.top), bottom: convertMillimetersToTwip(edges.bottom) },
  ...{ left: convertMillimetersToTwip(edges.left), right: convertMillimetersToTwip(edges.right) },
  ...{ header: NUMBER_AT, footer: convertMillimetersToTwip(8) },
});

const A4 = {
  width: convertMillimetersToTwip(SHEET.short),
  height: convertMillimetersToTwip(SHEET.long),
};

const appendixSection = (appendix: Appendix, document: OfficeDocument): ISectionOptions => {
  const { corner, title: name, subtitle, facts, measure, table, notes } = appendix;
  const line = { ...CENTRE, size: 24, spacing: TIGHT };
  return {
    ...around(document),
    properties: {
      titlePage: true,
      page: {
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        margin: margins(SIDEWAYS),
        pageNumbers: { start: 1 },
      },
    },
    children: [
      ...corner.map((text) => paragraph(text, { ...line, bold: true })),
      paragraph(name, { ...line, bold: true, size: 26, spacing: { before: 60, after: 0 } }),
      ...subtitle.map((text) => paragraph(text, { ...line, italics: true })),
      ...facts.map((text) => paragraph(text, { size: 22, spacing: TIGHT })),
      paragraph(measure, {
        ...{ alignment: AlignmentType.RIGHT, italics: true, size: 20 },
        spacing: { before: 0, after: 40 },
      }),
      wideTableDocx(table, SIDEWAYS_WIDTH, tableSize(table.columns.length) * 2),
      ...notes.map((text) => paragraph(text, { italics: true, size: 20, spacing: { before: 80 } })),
    ],
  };
};

/** Nobody made it by hand, and nothing in it tells when: the same document is the same bytes. */
const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Motcua</dc:creator></cp:coreProperties>`;

/** A document to be numbered, signed and sent. */
export const documentDocx = async (raw: OfficeDocument): Promise<Buffer> => {
  const document = eachText(raw, writable);
  const main: ISectionOptions = {
    ...around(document),
    properties: { titlePage: true, page: { size: A4, margin: margins(UPRIGHT) } },
    children: [
      letterhead(document),
      ...title(document),
      ...document.body.map(passage),
      paragraph('', { size: 16, spacing: TIGHT }),
      ending(document),
    ],
  };
  const file = new Document({
    styles: { default: { document: { run: { font: FONT, size: 26 } } } },
    sections: [main, ...document.appendices.map((each) => appendixSection(each, document))],
  });
  return timeless(
    await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: CORE }]),
  );
};
