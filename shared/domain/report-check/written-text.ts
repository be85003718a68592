import { plain } from './plain.ts';

/** A stretch of the text as it was read, the end not included. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

type Marker = '-' | '+' | 'heading' | 'none';

/** A paragraph, or one row of a table when it falls into cells. */
export interface Paragraph extends Place {
  readonly index: number;
  readonly text: string;
  /** The same without accents, letter under letter. */
  readonly plain: string;
  readonly marker: Marker;
  readonly cells: readonly string[] | null;
}

export interface WrittenText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

const HEADING = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.|[IVX]{1,5}\.|[a-zđ]\))\s/;
const BULLET = /^[-–•*]\s/;

const markerOf = (line: string): Marker => {
  if (HEADING.test(line)) return 'heading';
  if (BULLET.test(line)) return '-';
  return /^\+\s/.test(line) ? '+' : 'none';
};

/** What word processors and converters leave around words. */
const withoutMarkup = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u200b\u200c\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/<\/?[a-z][^<>\n]{0,60}>/gi, '')
    .replace(/\\geq?(?![a-z])/g, '≥')
    .replace(/\\%/g, '%')
    .replace(/[$`]/g, '')
    .replace(/\*{2,}/g, '')
    .replace(/^#{1,6}\s+/gm, '');

const byBars = (line: string): readonly string[] =>
  line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');

/** No row of the forms is wider; a longer line is no row. */
const ROW_WIDTH = 400;

/** Numbers one after the other at the end of a line: a table whose tabs were lost. */
const bySpaces = (line: string): readonly string[] => {
  if (line.length > ROW_WIDTH) return [];
  const run = /^(.*?)((?:\s+\d[\d.,]*%?){9,})\s*$/.exec(line);
  if (run === null) return [];
  return [(run[1] ?? '').trim(), ...(run[2] ?? '').trim().split(/\s+/)];
};

const cellsOf = (line: string): readonly string[] | null => {
  const parted = line.includes('\t') ? line.split('\t') : byBars(line);
  const cells = (parted.length >= 6 ? parted : bySpaces(line)).map((cell) => cell.trim());
  return cells.length >= 6 ? cells : null;
};

const ENDED = /[.;:!?…]["”)]?$|\.\/\.$/;
/** A page is about so wide; where no line is wider, it was the page that broke them. */
const PAGE = { narrowest: 55, widest: 110 };

const goesOn = (line: string, next: string, isPaged: boolean): boolean => {
  if (markerOf(next) !== 'none' || ENDED.test(line)) return false;
  if (/^[\p{Ll}\d]/u.test(next)) return true;
  const isFull = isPaged && line.length >= PAGE.narrowest;
  return isFull && !/\p{Lu}{4}/u.test(next.slice(0, 12));
};

const joined = (lines: readonly string[]): readonly string[] => {
  const told: string[] = [];
  const isPaged = lines.every((line) => line.length <= PAGE.widest || cellsOf(line) !== null);
  for (const [at, line] of lines.entries()) {
    const [former, last] = [lines[at - 1], told.at(-1)];
    const isProse = former !== undefined && cellsOf(former) === null && cellsOf(line) === null;
    const isOne = isProse && last !== undefined && goesOn(former, line, isPaged);
    if (isOne) told[told.length - 1] = `${last} ${line}`;
    else told.push(line);
  }
  return told;
};

const tidy = (line: string): string =>
  cellsOf(line) === null ? line.replace(/\s+/g, ' ').trim() : line.replace(/ +/g, ' ').trimEnd();

/** What goes on and on is no paragraph of a report; searching it must stay cheap. */
const LONGEST = 4000;

const wrapped = (line: string): readonly string[] =>
  Array.from({ length: Math.ceil(line.length / LONGEST) }, (_, part) =>
    line.slice(part * LONGEST, (part + 1) * LONGEST),
  );

/**
 * Reads a report as it was pasted: letters composed, markup dropped, lines the page broke put together.
 *
 * @example readText('Đã giải quyết 10\nhồ sơ.').paragraphs.length // 1
 */
export function readText(raw: string): WrittenText {
  const lines = withoutMarkup(raw).split('\n').map(tidy);
  const told = joined(lines.filter((line) => line.trim() !== '')).flatMap(wrapped);
  const paragraphs: Paragraph[] = [];
  let from = 0;
  for (const [index, text] of told.entries()) {
    const to = from + text.length;
    const cells = cellsOf(text);
    paragraphs.push({ index, from, to, text, plain: plain(text), marker: markerOf(text), cells });
    from = to + 1;
  }
  return { text: told.join('\n'), paragraphs };
}

/** The sentence around a place: officers put several into one paragraph. */
export function sentenceAround({ text, from: start }: Paragraph, place: Place): Place {
  const [head, tail] = [text.slice(0, place.from - start), text.slice(place.to - start)];
  const begins = [...head.matchAll(/[.;](?=\s+\S)/g)].at(-1);
  const from = begins === undefined ? 0 : begins.index + 1;
  const ends = /[.;](?=\s|$)/.exec(tail);
  const to = ends === null ? text.length : place.to - start + ends.index + 1;
  const blanks = /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
  return { from: start + from + blanks, to: start + to };
}
