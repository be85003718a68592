import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';

export const FONT = 'Times New Roman';
/** Half points: 13 pt. */
const SIZE = 26;

export type Look = Pick<
  IParagraphOptions,
  'alignment' | 'indent' | 'spacing' | 'keepNext' | 'pageBreakBefore'
> & {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
};

/** Several lines stay several lines. */
export const paragraph = (
  text: string,
  { size = SIZE, bold = false, italics = false, ...options }: Look = {},
) =>
  new Paragraph({
    spacing: { after: 80 },
    ...options,
    children: text.split('\n').map((line, place) => {
      const broken = place > 0 ? { break: 1 } : {};
      const run: IRunOptions = { text: line, font: FONT, size, bold, italics, ...broken };
      return new TextRun(run);
    }),
  });

/** A line in the middle of a width, both in millimetres: what NĐ 30/2020 puts under names and titles. */
export const rule = (length: number, width: number): Paragraph => {
  const side = convertMillimetersToTwip(Math.max(0, (width - length) / 2));
  return new Paragraph({
    spacing: { before: 50, after: 60, line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
};

export const CENTRE = { alignment: AlignmentType.CENTER } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
};

export type Cells = readonly (readonly Paragraph[])[];

export const beside = (cells: Cells, shares: readonly number[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, place) =>
            new TableCell({
              children: [...children],
              width: { size: shares[place] ?? 50, type: WidthType.PERCENTAGE },
            }),
        ),
      }),
    ],
  });
