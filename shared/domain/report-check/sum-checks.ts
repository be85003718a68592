import { isCount, opensAlone, sentenceOf, type Document, type Statement } from './document.ts';
import { figuresIn, type Count, type Figure, type Ratio } from './figure.ts';
import { wholeText, type Finding } from './finding.ts';
import type { Measure } from './measure.ts';
import type { Paragraph } from './written-text.ts';

interface Sum {
  readonly whole: Measure;
  readonly parts: readonly Measure[];
  /** Without all of these something else may have been left out. */
  readonly needs?: readonly Measure[];
}

const SUMS: readonly Sum[] = [
  { whole: 'total', parts: ['fresh', 'carriedOver'] },
  { whole: 'total', parts: ['resolved', 'pending'] },
  { whole: 'fresh', parts: ['online', 'direct', 'postal'], needs: ['online', 'direct'] },
  {
    whole: 'total',
    parts: ['online', 'direct', 'postal', 'carriedOver'],
    needs: ['online', 'direct', 'carriedOver'],
  },
  { whole: 'resolved', parts: ['early', 'onTime', 'late', 'rejected', 'withdrawn'] },
  { whole: 'pending', parts: ['pendingInTime', 'pendingLate', 'supplement'] },
];

type Told = ReadonlyMap<Measure, Count | Ratio>;

/** What a sentence leaves out the report may have told elsewhere. */
const isCompleted = ({ whole, parts }: Sum, told: Told, all: Told): boolean => {
  const sum = parts.reduce((so, part) => so + ((told.get(part) ?? all.get(part))?.value ?? 0), 0);
  return sum === told.get(whole)?.value;
};

function sumFindings(told: Told, all: Told): readonly Finding[] {
  return SUMS.flatMap((sum): readonly Finding[] => {
    const [left, right] = [told.get(sum.whole), toldOf(told, sum.parts)];
    if (left === undefined || !isTold(sum, told)) return [];
    return isCompleted(sum, told, all) ? [] : differing(left, right);
  });
}

/** Enough of the parts to add up: both of two, two of many. */
const isTold = ({ parts, needs = [] }: Sum, told: Told): boolean =>
  needs.every((part) => told.has(part)) && toldOf(told, parts).length >= 2;

function differing(whole: Count | Ratio, parts: readonly (Count | Ratio)[]): readonly Finding[] {
  const sum = sumOf(parts);
  if (sum === whole.value) return [];
  const values = [wholeText(whole.value), parts.map(({ value }) => wholeText(value)).join(' + ')];
  return [{ kind: 'sum-wrong', place: sentenceOf(whole), values, expected: wholeText(sum) }];
}

/** What came in and what was left over is done or waits, also where nobody tells how many that is. */
function balance(all: Told): readonly Finding[] {
  const [came, went] = [
    toldOf(all, ['fresh', 'carriedOver']),
    toldOf(all, ['resolved', 'pending']),
  ];
  const [done] = went;
  if (done === undefined || came.length + went.length < 4 || all.has('total')) return [];
  const [left, right] = [sumOf(came), sumOf(went)];
  if (left === right) return [];
  const values = [went, came].map((parts) => parts.map(({ raw }) => raw).join(' + '));
  return [{ kind: 'sum-wrong', place: sentenceOf(done), values, expected: wholeText(left) }];
}

const toldOf = (told: Told, parts: readonly Measure[]): readonly (Count | Ratio)[] =>
  parts.flatMap((part) => told.get(part) ?? []);

const sumOf = (parts: readonly (Count | Ratio)[]): number =>
  parts.reduce((sum, { value }) => sum + value, 0);

const toldIn = ({ figures }: Statement): Told => {
  const told = new Map<Measure, Count | Ratio>();
  for (const figure of figures) {
    if (figure.kind === 'percent' || figure.measure === null) continue;
    if (!told.has(figure.measure)) told.set(figure.measure, figure);
  }
  return told;
};

const PARTED = /trong do|(?:chia|phan) (?:theo|ra)|phan loai|bao gom|cu the/;

const amountIn = (paragraph: Paragraph): readonly (Count | Ratio)[] =>
  figuresIn(paragraph).filter(
    (figure): figure is Count | Ratio => figure.kind !== 'percent' && !figure.isAside,
  );

interface Listed {
  readonly whole: Count | Ratio;
  readonly parts: readonly Paragraph[];
}

/** The lines of a list, each with one amount; lines under a line belong to it. */
function listUnder(paragraphs: readonly Paragraph[], head: number): readonly Paragraph[] {
  const marker = paragraphs[head + 1]?.marker;
  if (marker !== '-' && marker !== '+') return [];
  const lines: Paragraph[] = [];
  for (const paragraph of paragraphs.slice(head + 1)) {
    if (paragraph.marker === marker) lines.push(paragraph);
    else if (paragraph.marker !== '+') break;
  }
  return lines;
}

/** Of a ratio only where it opens the list itself: *đã giải quyết 80/100 hồ sơ, trong đó:*. */
const lastWhole = (paragraph: Paragraph): Count | Ratio | undefined =>
  amountIn(paragraph).findLast(
    ({ kind, unit }) => unit !== 'other' && (kind === 'count' || opensList(paragraph)),
  );

/** A line that only opens a list speaks of what stands before it. */
function ownOf(paragraphs: readonly Paragraph[], at: number): Count | Ratio | undefined {
  const [former, paragraph] = [paragraphs[at - 1], paragraphs[at]];
  if (paragraph === undefined || !opensAlone(paragraph)) return paragraph && lastWhole(paragraph);
  return former && amountIn(former).findLast(({ unit }) => unit !== 'other');
}

const isBullet = ({ marker }: Paragraph): boolean => marker === '-' || marker === '+';

const opensList = (paragraph: Paragraph): boolean =>
  isBullet(paragraph) ? /(?:trong do|gom)\W*$/.test(paragraph.plain) : PARTED.test(paragraph.plain);

/** The whole is told where the list begins, or in what stands before it. */
function listsIn({ paragraphs }: Document): readonly Listed[] {
  let former: Count | Ratio | undefined;
  return paragraphs.flatMap((paragraph, at): readonly Listed[] => {
    const own = ownOf(paragraphs, at);
    const isPart = isBullet(paragraph);
    // A heading of another part ends what was spoken of.
    if (/^[ivx]+\./.test(paragraph.plain)) former = undefined;
    if (!isPart) former = own ?? former;
    const whole = isPart ? own : former;
    if (whole === undefined || !opensList(paragraph)) return [];
    return [{ whole, parts: listUnder(paragraphs, at) }];
  });
}

function listFindings({ whole, parts }: Listed): readonly Finding[] {
  const amounts = parts.map(amountIn);
  if (parts.length < 2 || amounts.some((amount) => amount.length === 0)) return [];
  const all = amounts.flat();
  if (all.some(({ unit }) => unit !== whole.unit)) return [];
  return differing(whole, all);
}

const FIELDS =
  /chung thuc|ho tich|nguoi co cong|bao tro xa hoi|dat dai|ho kinh doanh|giao duc|y te|xay dung|lao dong/;

/** A field that two lists of the same dossiers count, each its own way. */
function fieldFindings(lists: readonly Listed[]): readonly Finding[] {
  const lines = lists.flatMap(({ whole, parts }, list) =>
    parts.flatMap((part) => {
      const [field, amounts] = [FIELDS.exec(part.plain)?.[0], amountIn(part)];
      const [amount] = amounts;
      return field && amount && amounts.length === 1 ? [{ list, whole, field, amount }] : [];
    }),
  );
  return lines.flatMap(({ list, whole, field, amount }, at): readonly Finding[] => {
    // Within one list *Hộ tịch* and *Hộ tịch có yếu tố nước ngoài* are two fields.
    const former = lines
      .slice(0, at)
      .find((line) => line.list !== list && line.field === field && line.whole === whole);
    if (former === undefined || former.amount.value === amount.value) return [];
    const values = [amount.raw, former.amount.raw];
    const expected = wholeText(former.amount.value);
    return [{ kind: 'figure-differs', place: sentenceOf(amount), values, expected }];
  });
}

/** *24 đồng chí (trong đó: 19 …; 05 …)*. */
function asideFindings({ figures }: Statement): readonly Finding[] {
  return figures.filter(isCount).flatMap((whole, at, counts): readonly Finding[] => {
    const { text, plain, from } = whole.paragraph;
    const tail = /^[^().]{0,40}\(\s*(?:trong do|gom|bao gom)[:,]?/.exec(
      plain.slice(whole.to - from),
    );
    if (tail === null) return [];
    const begins = whole.to + tail[0].length;
    const ends = begins + Math.max(0, text.slice(begins - from).indexOf(')'));
    const parts = counts.slice(at + 1).filter((each) => each.from >= begins && each.to <= ends);
    const isOne = parts.every((part) => part.measure === null && part.unit === whole.unit);
    return parts.length >= 2 && isOne ? differing(whole, parts) : [];
  });
}

const between = (one: Figure, other: Figure | undefined): string | undefined => {
  const { plain, from } = one.paragraph;
  if (other !== undefined && other.paragraph !== one.paragraph) return undefined;
  return plain.slice(one.to - from, other === undefined ? undefined : other.from - from);
};

/** The pair ends where its sentence does, whatever number comes after. */
const isClosed = (second: Count, more: Count | undefined): boolean =>
  more === undefined || /[.;)]|^$/.test(between(second, more) ?? '');

/** *tiếp nhận mới A, trong đó có B … và C …*. */
function saidToBeIn({ figures }: Statement): readonly Finding[] {
  return figures.filter(isCount).flatMap((whole, at, counts): readonly Finding[] => {
    const [first, second, more] = counts.slice(at + 1);
    if (first === undefined || second === undefined) return [];
    const isOpened = /^[^.;()]*,? trong do (?:co )?$/.test(between(whole, first) ?? '');
    const isJoined = /^[^.;(),]* va $/.test(between(first, second) ?? '');
    return isOpened && isJoined && isClosed(second, more) ? differing(whole, [first, second]) : [];
  });
}

/** Wholes and their parts: in one breath, over the lines of a list, and over the report. */
export const sumChecks = (document: Document): readonly Finding[] => [
  ...document.statements.flatMap((statement) => [
    ...sumFindings(toldIn(statement), statement.isOfAll ? document.said : new Map()),
    ...asideFindings(statement),
    ...saidToBeIn(statement),
  ]),
  ...listsIn(document).flatMap(listFindings),
  ...fieldFindings(listsIn(document)),
  ...sumFindings(document.said, document.said),
  ...balance(document.said),
];
