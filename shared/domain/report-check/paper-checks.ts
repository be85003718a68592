import { isPercent, type Document } from './document.ts';
import type { Finding, FindingKind } from './finding.ts';
import { sentenceAround, type Paragraph } from './written-text.ts';

const told = (
  kind: FindingKind,
  paragraph: Paragraph,
  found: RegExpExecArray,
  expected: string | null = null,
): Finding => {
  const from = paragraph.from + found.index;
  const place = sentenceAround(paragraph, { from, to: from + found[0].length });
  const values = [paragraph.text.slice(found.index, found.index + found[0].length).trim()];
  return { kind, place, values, expected };
};

const firstOf = (patterns: readonly RegExp[], text: string): RegExpExecArray | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  return null;
};

const PLACEHOLDERS = [
  /(?:\.{3,}|…)\s*(?:tthc|ho so|thu tuc|van ban|truong hop)/,
  /(?:\bco|\btai|:)\s*(?:\.{3,}|…)\s*,?/,
  /\bda (\S+ \S+)\s?\/\s?chua \1/,
  /\bda (\S+)(?: \S+)?\s?\/\s?chua \1/,
  /\(neu ro [^()]*\)/,
  /ngay\s+thang\s+(?:\d{1,2}\s+)?nam 20\d\d/,
  /ngay (?:\.{2,}|…) thang/,
];

const placeholders = ({ paragraphs }: Document): readonly Finding[] =>
  paragraphs.flatMap((paragraph) => {
    const found = firstOf(PLACEHOLDERS, paragraph.plain);
    return found === null ? [] : [told('placeholder-left', paragraph, found)];
  });

/** Gone with the districts on 01/07/2025 (Luật 72/2025/QH15), or with the levels of online services before. */
const OUTDATED = [
  /\b(?:ubnd|uy ban nhan dan|cap|2 cap|dia ban|thuoc) huyen\b/,
  /\bthi tran\b/,
  /cong dich vu cong cua tinh/,
  /muc do [34]\b/,
  /nghi dinh (?:so )?(?:61\/2018|107\/2021)\/nd-cp/,
];

const outdated = ({ paragraphs }: Document): readonly Finding[] =>
  paragraphs.flatMap((paragraph) => {
    if (/\(cu\)|\bcu\b/.test(paragraph.plain)) return [];
    const found = firstOf(OUTDATED, paragraph.plain);
    return found === null ? [] : [told('term-outdated', paragraph, found)];
  });

/** NĐ 30/2020/NĐ-CP, Phụ lục III: the letters of each kind of document. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'quyet dinh': ['qd'],
  'ke hoach': ['kh'],
  'thong bao': ['tb'],
  'bao cao': ['bc'],
  'chi thi': ['ct'],
  'nghi quyet': ['nq'],
  'to trinh': ['ttr'],
};
const DOCUMENT =
  /(quyet dinh|ke hoach|thong bao|bao cao|chi thi|nghi quyet|to trinh)\s+so:?\s*\d+\s*\/\s*(?:\d{4}\/)?([a-z]+)\s?-\s?[a-z]/g;
const KNOWN = new Set(Object.values(TYPES).flat());

/** The letters a document of this kind should bear; null where those it bears are right, or an own way. */
const rightLetters = (kind: string, letters: string): string | null => {
  const [right] = TYPES[kind] ?? [];
  return right === undefined || right === letters || !KNOWN.has(letters) ? null : right;
};

const documentTypes = ({ paragraphs }: Document): readonly Finding[] =>
  paragraphs.flatMap((paragraph) =>
    [...paragraph.plain.matchAll(DOCUMENT)].flatMap((found): readonly Finding[] => {
      const right = rightLetters(found[1] ?? '', found[2] ?? '');
      if (right === null) return [];
      const letters = right.toUpperCase().replace('QD', 'QĐ');
      return [told('document-type-differs', paragraph, found, letters)];
    }),
  );

const SYMBOL = /\d*\s*\/\s*bc-([a-z]+)/;

const SIGNER = /^\W*(?:(?:kt|tl|q)\. ?)?(?:pho )?(giam doc|chu tich)\W*/;

/** The line under which a chairman signs, and no sentence about one. */
const CHAIRMAN = /^\W*(?:(?:kt|q)\. ?)?(?:pho )?chu tich\W*$/;

const symbolOfHead = (paragraphs: readonly Paragraph[]) =>
  paragraphs.slice(0, 12).flatMap((paragraph) => {
    const found = /^\W*so\b/.test(paragraph.plain) ? SYMBOL.exec(paragraph.plain) : null;
    return found === null ? [] : [{ paragraph, found, office: found[1] ?? '' }];
  })[0];

/** *BC-UBND* is signed for the Uỷ ban, *BC-TTPVHCC* by the director of the centre (NĐ 30/2020/NĐ-CP). */
function symbols({ paragraphs }: Document): readonly Finding[] {
  const head = symbolOfHead(paragraphs);
  if (head === undefined) return [];
  const other = paragraphs
    .filter(({ plain }) => /theo bao cao so/.test(plain))
    .flatMap(({ plain }) => SYMBOL.exec(plain)?.[1] ?? [])
    .find((office) => office !== head.office);
  const [signer] = paragraphs.flatMap(({ plain }) => SIGNER.exec(plain)?.[1] ?? []);
  const isForeign =
    head.office === 'ubnd'
      ? signer === 'giam doc'
      : /hcc$/.test(head.office) && paragraphs.some(({ plain }) => CHAIRMAN.test(plain));
  if (other === undefined && !isForeign) return [];
  const expected = other === undefined ? null : `BC-${other.toUpperCase()}`;
  return [told('symbol-differs', head.paragraph, head.found, expected)];
}

const ANNOUNCED =
  /(?:chi tiet|\bco\b|so lieu)[^.;]{0,40}(?:phu luc|bieu so|bieu)[^.;]{0,40}kem theo/;

/** Announced, and not there. */
function appendices({ paragraphs, tables }: Document): readonly Finding[] {
  if (
    tables.length > 0 ||
    paragraphs.some(({ plain }) => /^\W*(?:phu luc|bieu so)\b/.test(plain))
  ) {
    return [];
  }
  return paragraphs.flatMap((paragraph) => {
    const found = ANNOUNCED.exec(paragraph.plain);
    return found === null ? [] : [told('appendix-missing', paragraph, found)];
  });
}

/** One report, one decimal mark: a comma (Điều 9 Nghị định 30/2020 leaves it to the language). */
function decimalMarks({ figures }: Document): readonly Finding[] {
  const broken = figures.filter(isPercent).filter(({ decimals }) => decimals > 0);
  const [point, comma] = ['.', ','].map((mark) => broken.find(({ raw }) => raw.includes(mark)));
  if (point === undefined || comma === undefined) return [];
  const { paragraph, from, to, raw } = point;
  const place = sentenceAround(paragraph, { from, to });
  const expected = raw.replace('.', ',');
  return [{ kind: 'decimal-marks-mixed', place, values: [raw, comma.raw], expected }];
}

/** What is wrong with the paper, whatever its figures. */
export const paperFindings = (document: Document): readonly Finding[] => [
  ...placeholders(document),
  ...outdated(document),
  ...documentTypes(document),
  ...symbols(document),
  ...appendices(document),
  ...decimalMarks(document),
];
