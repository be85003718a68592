import { measureOf, type Measure } from './measure.ts';
import type { Paragraph, Place } from './written-text.ts';

type Unit = 'dossier' | 'procedure' | 'other';

interface Printed extends Place {
  readonly paragraph: Paragraph;
  readonly raw: string;
  readonly value: number;
  readonly isAside: boolean;
}

/** A whole number of something. */
export interface Count extends Printed {
  readonly kind: 'count';
  readonly unit: Unit;
  readonly measure: Measure | null;
  /** What it is called, without accents. */
  readonly label: string;
}

/** *A/B hồ sơ*. */
export interface Ratio extends Printed {
  readonly kind: 'ratio';
  readonly of: number;
  readonly unit: Unit;
  readonly measure: Measure | null;
}

export interface Percent extends Printed {
  readonly kind: 'percent';
  readonly decimals: number;
  /** What is aimed at (*chỉ tiêu ≥ 95 %*) and what is said of a kind (*100% TTHC*) are no results. */
  readonly isClaim: boolean;
}

export type Figure = Count | Ratio | Percent;

/** Numbers that count nothing: dates, documents, headings, the columns of a form. */
const NOT_FIGURES = [
  /\d{1,2}\/\d{1,2}\/\d{4}/g,
  /\d{1,2}\/\d{4}/g,
  /(?<!\d)\d{1,6}\s*\/\s*\d{0,4}\s*[a-z]{2,}(?:[-–][a-z]+)*-[a-z&]+/g,
  /\b(?:so|so:)\s*\d+\s*\/\s*(?!\d)/g,
  /\(\d{1,2}\s*\)(?:\s*=\s*[(\d) +]+)?/g,
  /\b(?:nam|thang|ngay|quy|dieu|khoan|muc do|de an|phu luc|bieu so|chi so|mau)\s+(?:so\s+)?\d+/g,
  /\b(?:nghi quyet|ke hoach|quyet dinh|cong van|thong tu|nghi dinh)\s+so:?\s*\d+/g,
  /^\s*(?:[-+*]\s*)?\d{1,2}(?:\.\d{1,2})*\.\s/g,
  /(?<!\d)\d{1,6}(?:-\d{1,6})+/g,
  /\b[a-z]+\d+\b/g,
  /^\W*\d{1,3}\s*\|/g,
  /\bii\.\d+[a-z]?\b/g,
];

const masked = (plainText: string): string =>
  NOT_FIGURES.reduce(
    (text, pattern) => text.replace(pattern, (found) => found.replace(/\d/g, '_')),
    plainText,
  );

const NUMBER = /(?<![\d_.,/])\d[\d.,]*/g;
const UNIT =
  /^\s*(?:(ho so)|(thu tuc|tthc|dvctt|dich vu)|(diem|xa|phuong|trieu|ty|dong chi|d\/c|tin|bai|luot|nguoi|nhom|van ban|quyet dinh|thong bao|don vi|phan anh|kien nghi|phieu|y kien|ke hoach|cong van|can bo|cong chuc|vien chuc|buoi|hoi nghi|thon|gio|phut))/;

interface Read {
  readonly value: number;
  readonly decimals: number;
}

/** Thousands stand apart by points, decimals behind a comma; in a percentage both marks part decimals. */
function numberIn(raw: string, isPercent: boolean): Read | undefined {
  const text = raw.replace(/[.,]+$/, '');
  if (!isPercent && /^\d{1,3}(?:[.,]\d{3})+$/.test(text)) {
    return { value: Number(text.replace(/[.,]/g, '')), decimals: 0 };
  }
  const parts = /^(\d+)(?:[.,](\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const decimals = parts[2]?.length ?? 0;
  return { value: Number(`${parts[1] ?? ''}.${parts[2] ?? '0'}`), decimals };
}

const unitOf = (after: string): Unit | null => {
  const found = UNIT.exec(after);
  if (found === null) return null;
  if (found[1] !== undefined) return 'dossier';
  return found[2] === undefined ? 'other' : 'procedure';
};

const isOther = (unit: Unit | null): boolean => unit === 'procedure' || unit === 'other';

/** How deep in brackets each letter stands. */
const depthsIn = (text: string): readonly number[] => {
  let depth = 0;
  return Array.from(text, (letter) => {
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(0, depth - 1);
    return depth;
  });
};

const AIM =
  /(?:≥|>=|>|chi tieu[^()]{0,40}\(?|so voi[^();,]{0,40}\(|tren|toi thieu|it nhat|muc tieu[^;.]{0,40}|phan dau[^;.]{0,60}|tu)\s*=?\s*$/;
const OF_A_KIND =
  /^\s*(?:tthc|ho so|thu tuc|can bo|cong chuc|cac |dvctt|dich vu|so (?!voi)|van ban|xa|phuong|nguoi)/;

interface Scanned {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly depths: readonly number[];
}

/** What names a number stands near it. */
const NEAR = 200;

const beforeIn = (text: string, at: number): string => text.slice(Math.max(0, at - NEAR), at);

function percentAt(
  { paragraph, text, depths }: Scanned,
  at: number,
  raw: string,
): Percent | undefined {
  const tail = text.slice(at + raw.length);
  const sign = /^\s*%/.exec(tail)?.[0];
  const read = numberIn(raw, true);
  if (sign === undefined || read === undefined) return undefined;
  const [from, to] = [paragraph.from + at, paragraph.from + at + raw.length + sign.length];
  return {
    ...{ kind: 'percent', paragraph, from, to, raw: paragraph.text.slice(at, to - paragraph.from) },
    ...read,
    isAside: (depths[at] ?? 0) > 0,
    isClaim: AIM.test(beforeIn(text, at)) || OF_A_KIND.test(tail.slice(sign.length)),
  };
}

interface Over {
  readonly raw: string;
  readonly part: number;
  readonly whole: number;
  /** What follows the two numbers. */
  readonly after: string;
}

function overIn(text: string, raw: string): Over | undefined {
  const found = /^\d[\d.,]*\s*\/\s*(\d[\d.,]*\d|\d)/.exec(text);
  if (found?.[1] === undefined) return undefined;
  const [part, whole] = [numberIn(raw, false), numberIn(found[1], false)];
  if (part === undefined || whole === undefined || part.decimals + whole.decimals > 0) {
    return undefined;
  }
  const [told] = found;
  return { raw: told, part: part.value, whole: whole.value, after: text.slice(told.length) };
}

/** Of points and ranks *18/18 điểm* there is nothing to check. */
const unitOfRatio = (after: string): Unit | null =>
  unitOf(after) ??
  (/^\s*,?\s*(?:=|dat|chiem|ty le|\((?:dat |chiem )?\d)/.test(after) ? 'dossier' : null);

function ratioAt({ paragraph, text, depths }: Scanned, at: number, raw: string): Ratio | undefined {
  const over = overIn(text.slice(at), raw);
  const unit = over === undefined ? null : unitOfRatio(over.after);
  if (over === undefined || unit === null || unit === 'other') return undefined;
  const to = at + over.raw.length;
  return {
    ...{ kind: 'ratio', paragraph, from: paragraph.from + at, to: paragraph.from + to },
    ...{ raw: paragraph.text.slice(at, to), value: over.part, of: over.whole, unit },
    isAside: (depths[at] ?? 0) > 0,
    // *Công khai đúng hạn 10/12 TTHC*: what is said of procedures is said of no dossiers.
    measure: isOther(unit)
      ? null
      : measureOf(beforeIn(text, at), over.after.slice(0, NEAR)).measure,
  };
}

const NAMED_BEFORE = /(?:so|tthc|ho so|t[yi] le)[^;.,]*(?::|\bla)\s*$/;

const unitByName = (label: string): Unit =>
  /thu tuc|tthc|dich vu|dvctt/.test(label) && !/ho so/.test(label) ? 'procedure' : 'dossier';

/** A whole number; not one of a ratio or of a percentage. */
function wholeAt(text: string, bare: string): number | undefined {
  const read = numberIn(bare, false);
  const isPart = /^\s*[/%]/.test(text.slice(bare.length));
  return read === undefined || read.decimals > 0 || isPart ? undefined : read.value;
}

function countAt({ paragraph, text, depths }: Scanned, at: number, raw: string): Count | undefined {
  const bare = raw.replace(/[.,]+$/, '');
  const value = wholeAt(text.slice(at), bare);
  if (value === undefined) return undefined;
  const after = text.slice(at + bare.length, at + bare.length + NEAR);
  const before = beforeIn(text, at);
  const [unit, { measure, label }] = [unitOf(after), measureOf(before, after)];
  if (unit === null && measure === null && !NAMED_BEFORE.test(before)) return undefined;
  const from = paragraph.from + at;
  return {
    ...{ kind: 'count', paragraph, from, to: from + bare.length, value, label },
    raw: paragraph.text.slice(at, at + bare.length),
    isAside: (depths[at] ?? 0) > 0,
    unit: unit ?? unitByName(label),
    measure: isOther(unit) ? null : measure,
  };
}

/** Every figure of a paragraph, in the order they are read. */
export function figuresIn(paragraph: Paragraph): readonly Figure[] {
  if (paragraph.cells !== null) return [];
  const text = masked(paragraph.plain);
  const scanned: Scanned = { paragraph, text, depths: depthsIn(text) };
  const found: Figure[] = [];
  let done = 0;
  for (const { index: at, 0: raw } of scanned.text.matchAll(NUMBER)) {
    if (paragraph.from + at < done) continue;
    const figure =
      percentAt(scanned, at, raw) ?? ratioAt(scanned, at, raw) ?? countAt(scanned, at, raw);
    if (figure === undefined) continue;
    found.push(figure);
    done = figure.to;
  }
  return found;
}
