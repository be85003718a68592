import { inContext } from './context.ts';
import { figuresIn, type Count, type Figure, type Percent, type Ratio } from './figure.ts';
import type { Measure } from './measure.ts';
import { tablesIn, totalOf, type FormTable } from './table.ts';
import {
  readText,
  sentenceAround,
  type Paragraph,
  type Place,
  type WrittenText,
} from './written-text.ts';

/** Paragraphs that speak of one thing together: a statement and the lines under it. */
export interface Statement {
  readonly paragraphs: readonly Paragraph[];
  readonly figures: readonly Figure[];
  /** Of the commune's own dossiers as a whole; not of a field, a system, *ngành dọc* or feedback. */
  readonly isOfAll: boolean;
}

/** A report taken apart. */
export interface Document extends WrittenText {
  readonly statements: readonly Statement[];
  readonly figures: readonly Figure[];
  readonly tables: readonly FormTable[];
  /** What the report says of its dossiers first. */
  readonly said: ReadonlyMap<Measure, Count | Ratio>;
  /** Everything a share might have been taken of, as far as the report prints it. */
  readonly wholes: readonly number[];
  /** The most procedures it speaks of. */
  readonly procedures: number;
}

const OF_SOME =
  /van phong dang ky|bao hiem|nganh doc|phan anh|pakn|^\W*linh vuc|^\W*tiep nhan tren he thong|luy ke|cung ky|so voi (?:thang|ky|quy|nam)|trong tuan/;

/** *Trong đó:* on a line of its own: it goes with the line before. */
export const opensAlone = ({ plain }: Paragraph): boolean =>
  /^\W*(?:trong do|(?:bao )?gom|cu the)\W*$/.test(plain);

/** Lines with a plus go under one with a dash, lines with a dash under whatever opens a list. */
function isItemUnder(group: readonly Paragraph[], head: Paragraph, next: Paragraph): boolean {
  if (next.marker === '+') return head.marker !== '+' || /:\s*$/.test(head.text);
  const opening = group.findLast(opensAlone) ?? head;
  return /(?::|trong do)\s*$/.test(opening.plain) && head.marker !== '-';
}

const isItem = ({ cells, marker }: Paragraph): boolean =>
  cells === null && (marker === '-' || marker === '+');

const isUnder = (group: readonly Paragraph[], head: Paragraph, next: Paragraph): boolean =>
  opensAlone(next) ? group.length === 1 : isItem(next) && isItemUnder(group, head, next);

const belongs = (group: readonly Paragraph[], next: Paragraph): boolean => {
  const [head, last] = [group[0], group.at(-1)];
  return head !== undefined && last?.index === next.index - 1 && isUnder(group, head, next);
};

function statementsOf(paragraphs: readonly Paragraph[]): readonly Statement[] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs.filter(({ cells }) => cells === null)) {
    const group = groups.at(-1);
    if (group !== undefined && belongs(group, paragraph)) group.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups.map((group) => ({
    paragraphs: group,
    figures: inContext(group.flatMap(figuresIn)),
    isOfAll: !group.some((paragraph) => OF_SOME.test(paragraph.plain)),
  }));
}

export const isCount = (figure: Figure): figure is Count => figure.kind === 'count';
export const isRatio = (figure: Figure): figure is Ratio => figure.kind === 'ratio';
export const isPercent = (figure: Figure): figure is Percent => figure.kind === 'percent';

function saidIn(statements: readonly Statement[]): ReadonlyMap<Measure, Count | Ratio> {
  const said = new Map<Measure, Count | Ratio>();
  for (const { figures, isOfAll } of statements) {
    if (!isOfAll) continue;
    for (const figure of figures) {
      if (figure.kind === 'percent' || figure.measure === null) continue;
      if (!said.has(figure.measure)) said.set(figure.measure, figure);
    }
  }
  return said;
}

/** No report has more of them; a text that has is none. */
const MOST_WHOLES = 400;

function wholesIn(figures: readonly Figure[], tables: readonly FormTable[]): readonly number[] {
  const told = figures.flatMap((figure) => {
    if (figure.kind === 'percent') return [];
    return figure.kind === 'ratio' ? [figure.value, figure.of] : [figure.value];
  });
  const cells = tables.flatMap((table) =>
    table.columns.flatMap((column) => totalOf(table, column) ?? []),
  );
  const all = new Set([...told, ...cells.filter(Number.isInteger)]);
  return [...all].filter((whole) => whole > 0).slice(0, MOST_WHOLES);
}

const proceduresIn = (figures: readonly Figure[]): number =>
  figures
    .filter(isCount)
    .reduce((most, { unit, value }) => (unit === 'procedure' ? Math.max(most, value) : most), 0);

export function documentOf(raw: string): Document {
  const written = readText(raw);
  const statements = statementsOf(written.paragraphs);
  const figures = statements.flatMap((statement) => statement.figures);
  const tables = tablesIn(written.paragraphs);
  const wholes = wholesIn(figures, tables);
  return {
    ...written,
    statements,
    figures,
    tables,
    said: saidIn(statements),
    wholes,
    procedures: proceduresIn(figures),
  };
}

export const sentenceOf = ({ paragraph, from, to }: Figure): Place =>
  sentenceAround(paragraph, { from, to });

/** The words of a sentence, without accents. */
export const wordsAt = ({ paragraphs }: Document, place: Place): string => {
  const paragraph = paragraphs.find(({ from, to }) => from <= place.from && place.to <= to);
  return paragraph?.plain.slice(place.from - paragraph.from, place.to - paragraph.from) ?? '';
};
