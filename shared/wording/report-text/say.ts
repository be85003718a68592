import type { FigureCell, FigureForm, ParagraphMarker, TextRun } from '#contract/reports';
import { percentageOf, type Ii06bColumn, type Share } from '#domain/report';
import {
  countIn,
  type JoinedColumn,
  type SectionFigures,
  type TextFigures,
  type TextSection,
} from '#domain/report-text';

/** A paragraph made from figures. */
export interface Sentence {
  readonly marker: ParagraphMarker;
  readonly runs: readonly TextRun[];
}

/** What a sentence speaks of: one section of the report, and all the rest it may need. */
export interface Told {
  readonly name: TextSection;
  readonly section: SectionFigures;
  readonly figures: TextFigures;
}

export type Teller = (told: Told) => readonly Sentence[];

type Piece = string | TextRun | readonly TextRun[];

const words = (text: string): readonly TextRun[] => (text === '' ? [] : [{ kind: 'words', text }]);

const runsOf = (piece: Piece): readonly TextRun[] => {
  if (typeof piece === 'string') return words(piece);
  return 'kind' in piece ? [piece] : piece;
};

/** Words and numbers in the order they are written: run`Đã giải quyết ${count} hồ sơ`. */
export const run = (
  strings: TemplateStringsArray,
  ...pieces: readonly Piece[]
): readonly TextRun[] =>
  strings.flatMap((text, at) => {
    const piece = pieces[at];
    return [...words(text), ...(piece === undefined ? [] : runsOf(piece))];
  });

const line =
  (marker: ParagraphMarker) =>
  (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Sentence => ({
    marker,
    runs: run(strings, ...pieces),
  });

export const plain = line('none');
export const dash = line('-');

const THOUSAND = /\B(?=(?:\d{3})+$)/g;

/** *4.321*, *06*: offices write a nought before a single digit. */
const countText = (value: number): string =>
  value > 0 && value < 10 ? `0${String(value)}` : String(value).replace(THOUSAND, '.');

export const figure = (value: number, cell: FigureCell | null): TextRun => ({
  kind: 'figure',
  text: countText(value),
  value,
  cell,
});

export const cellOf = (
  section: TextSection,
  form: FigureForm,
  column: string,
  row = 'total',
): FigureCell => ({ section, form, row, column });

/** A number of II.06b, and where it is counted. */
export const counted = (
  { name, section }: Pick<Told, 'name' | 'section'>,
  column: Ii06bColumn | JoinedColumn,
): TextRun => figure(countIn(section.ii06b, column), cellOf(name, 'ii06b', column));

/** *99,76%*; undefined where there is nothing to divide by. */
export function percent(share: Share, cell: FigureCell | null): TextRun | undefined {
  const told = percentageOf(share);
  if (told.code === 'not-arising') return undefined;
  return { kind: 'figure', text: `${told.text}%`, value: null, cell };
}

/** *(99,76%)* with a blank before it; nothing where there is nothing to divide by. */
export function bracketed(share: Share, cell: FigureCell | null): readonly TextRun[] {
  const told = percent(share, cell);
  return told === undefined ? [] : run` (${told})`;
}

/** Lines of a list: each ends with a semicolon, the last with a full stop. */
export const listed = (
  marker: ParagraphMarker,
  lines: readonly (readonly TextRun[])[],
): readonly Sentence[] =>
  lines.map((runs, at) => ({
    marker,
    runs: [...runs, ...words(at === lines.length - 1 ? '.' : ';')],
  }));

export const lowerFirst = (text: string): string =>
  text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
