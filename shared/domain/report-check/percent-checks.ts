import {
  isCount,
  isPercent,
  isRatio,
  sentenceOf,
  type Document,
  type Statement,
} from './document.ts';
import type { Count, Figure, Percent, Ratio } from './figure.ts';
import { wholeText, type Finding, type FindingKind } from './finding.ts';
import type { Measure } from './measure.ts';
import { baseAfter, ratioBehind, subjectOf } from './percent-pairs.ts';
import { agreementOf, percentText, type Agreement } from './percentage.ts';

/** Of what a share of each measure is taken. */
const WHOLE_OF: Readonly<Partial<Record<Measure, readonly Measure[]>>> = {
  fresh: ['total'],
  carriedOver: ['total'],
  online: ['fresh', 'total'],
  direct: ['fresh', 'total'],
  postal: ['fresh', 'total'],
  resolved: ['total'],
  pending: ['total'],
  early: ['resolved', 'total'],
  onTime: ['resolved', 'total'],
  late: ['resolved', 'total'],
  rejected: ['resolved', 'total'],
  withdrawn: ['resolved', 'total'],
  pendingInTime: ['pending', 'total'],
  pendingLate: ['pending', 'total'],
  supplement: ['pending', 'total'],
};

interface Pair {
  readonly percent: Percent;
  readonly subject: Count | Ratio;
  readonly statement: Statement;
}

const KINDS = {
  'cut-off': 'percent-cut-off',
  'not-whole': 'percent-not-whole',
  differs: 'percent-wrong',
} as const satisfies Record<Exclude<Agreement, 'agrees'>, FindingKind>;

/** What is far off is seen without counting it out. */
const isFarOff = (part: number, whole: number, percent: number): boolean =>
  Math.abs((100 * part) / whole - percent) > 1;

const agreement = (part: number, whole: number, { value, decimals }: Percent): Agreement =>
  isFarOff(part, whole, value) ? 'differs' : agreementOf({ part, whole, percent: value, decimals });

function against(part: number, whole: number, percent: Percent): readonly Finding[] {
  const found = agreement(part, whole, percent);
  if (found === 'agrees') return [];
  const values = [`${wholeText(part)}/${wholeText(whole)}`, percent.raw];
  const expected = percentText(part, whole);
  return [{ kind: KINDS[found], place: sentenceOf(percent), values, expected }];
}

/** The nearest whole the report names for such a share; a wider one only where it names no other. */
function governing(document: Document, { subject, statement }: Pair): number | undefined {
  const measures = subject.measure === null ? [] : (WHOLE_OF[subject.measure] ?? []);
  const [whole] = measures.flatMap((measure) => {
    const near = statement.figures.filter(isCount).find((figure) => figure.measure === measure);
    const far = statement.isOfAll ? document.said.get(measure) : undefined;
    return near?.value ?? far?.value ?? [];
  });
  return whole;
}

/** *W hồ sơ, trong đó A …*: the whole before the words. */
function wholeBefore({ subject, statement }: Pair): number | undefined {
  const { plain, from } = subject.paragraph;
  const before = statement.figures
    .filter(isCount)
    .filter((figure) => figure.paragraph === subject.paragraph && figure.to <= subject.from);
  const last = before.at(-1);
  if (last === undefined || last.value < subject.value) return undefined;
  const between = plain.slice(last.to - from, subject.from - from);
  return /^[^.;]*\btrong do\b[^.;]*$/.test(between) ? last.value : undefined;
}

function countFindings(document: Document, pair: Pair): readonly Finding[] {
  const { percent, subject } = pair;
  const near = subject.measure === null ? wholeBefore(pair) : undefined;
  const whole = near ?? governing(document, pair);
  const fits = (one: number): boolean => agreement(subject.value, one, percent) === 'agrees';
  const other = document.wholes.find(fits);
  if (whole === undefined) return other === undefined ? [unfounded(document, pair)] : [];
  if (fits(whole)) return [];
  if (other === undefined || percent.value === 100) return against(subject.value, whole, percent);
  const values = [subject.raw, percent.raw, wholeText(other), wholeText(whole)];
  const expected = percentText(subject.value, whole);
  return [{ kind: 'percent-of-another-whole', place: sentenceOf(percent), values, expected }];
}

/** Of what it is most likely a share: of what was resolved, of all; of procedures, of all of them. */
const likelyWhole = (document: Document, { unit, value }: Count | Ratio): number | undefined => {
  const told = unit === 'procedure' ? [document.procedures] : totals(document);
  return told.find((whole) => whole !== undefined && whole > value);
};

const totals = ({ said }: Document) => [said.get('resolved')?.value, said.get('total')?.value];

const unfounded = (document: Document, { percent, subject }: Pair): Finding => {
  const whole = likelyWhole(document, subject);
  const expected = whole === undefined ? null : percentText(subject.value, whole);
  const [kind, place] = ['percent-unfounded' as const, sentenceOf(percent)];
  return { kind, place, values: [subject.raw, percent.raw], expected };
};

/** *Tỷ lệ giải quyết trước hạn và đúng hạn*: of the results, or of all that is done. */
function isInTime({ said }: Document, percent: Percent): boolean {
  if (!/\b(?:truoc|dung) han\b/.test(beforeOf(percent))) return false;
  const told = (measure: Measure): number => said.get(measure)?.value ?? 0;
  const part = told('early') + told('onTime');
  const wholes = [part + told('late'), told('resolved')].filter((whole) => whole >= part);
  return part > 0 && wholes.some((whole) => agreement(part, whole, percent) === 'agrees');
}

/** *Tăng 15 %* with no numbers beside it is no share. */
function isUntoldChange(percent: Percent, figures: readonly Figure[]): boolean {
  const isChange = /\b(?:tang|giam)(?: them| khoang)?\s*$/.test(beforeOf(percent));
  if (!isChange && !isAgainstPlan(percent)) return false;
  return !figures.some(
    ({ paragraph, kind }) => paragraph === percent.paragraph && kind === 'count',
  );
}

const isBorne = (document: Document, percent: Percent, figures: readonly Figure[]): boolean =>
  percent.value === 100 ||
  percent.value === 0 ||
  isInTime(document, percent) ||
  isUntoldChange(percent, figures);

/** More than was planned, or than the year before, may be more than all. */
const isAgainstPlan = (percent: Percent): boolean => {
  const { plain, from } = percent.paragraph;
  const after = plain.slice(percent.to - from);
  return (
    /^\s*(?:so voi|ke hoach|chi tieu|du toan|cung ky)/.test(after) ||
    /\b(?:tang|vuot)\b[^,;.]*$/.test(beforeOf(percent))
  );
};

const beforeOf = ({ paragraph, from }: Percent): string => {
  const before = paragraph.plain.slice(0, from - paragraph.from);
  return before.split(/[;.]\s/).at(-1) ?? '';
};

/** A percentage with no number before it: some pair around it must give it. */
function looseFindings(
  document: Document,
  { figures }: Statement,
  percent: Percent,
): readonly Finding[] {
  if (isBorne(document, percent, figures)) return [];
  const near = figures.filter(isCount).filter(({ paragraph }) => paragraph === percent.paragraph);
  const wholes = document.wholes;
  const numbers = near.length > 0 ? near.map(({ value }) => value) : wholes;
  const isFounded = numbers.some((number) =>
    wholes.some(
      (other) => agreement(Math.min(number, other), Math.max(number, other), percent) === 'agrees',
    ),
  );
  if (isFounded) return [];
  const kind =
    near.length > 0 ? ('percent-unfounded' as const) : ('percent-without-counts' as const);
  const [largest] = near.toSorted((one, other) => other.value - one.value);
  const values = largest === undefined ? [percent.raw] : [largest.raw, percent.raw];
  return [{ kind, place: sentenceOf(percent), values, expected: null }];
}

const overAll = (percent: Percent): Finding => {
  const place = sentenceOf(percent);
  return { kind: 'percent-over-100', place, values: [percent.raw], expected: null };
};

function findingsOf(
  document: Document,
  statement: Statement,
  percent: Percent,
): readonly Finding[] {
  if (percent.value > 100 && !isAgainstPlan(percent)) return [overAll(percent)];
  const behind = ratioBehind(percent, statement.figures);
  const subject = behind ?? subjectOf(percent, statement.figures);
  if (subject === undefined) return looseFindings(document, statement, percent);
  if (subject.kind === 'ratio') return against(subject.value, subject.of, percent);
  const base = baseAfter(percent, statement.figures);
  if (base !== undefined) return against(subject.value, base.value, percent);
  return countFindings(document, { percent, subject, statement });
}

/** *12/15 hồ sơ* with no percentage to it. */
function bareRatios({ figures }: Statement): readonly Finding[] {
  return figures.filter(isRatio).flatMap((ratio): readonly Finding[] => {
    const place = sentenceOf(ratio);
    if (ratio.value > ratio.of) {
      const values = [wholeText(ratio.value), wholeText(ratio.of)];
      return [{ kind: 'part-over-whole', place, values, expected: null }];
    }
    const { plain, from } = ratio.paragraph;
    const isNamed = /\bt[yi] le\b/.test(plain.slice(0, ratio.from - from));
    const isBehind = figures.filter(isPercent).some((each) => ratioBehind(each, figures) === ratio);
    const hasPercent = isBehind || /%/.test(plain.slice(ratio.to - from));
    if (!isNamed || hasPercent || ratio.unit !== 'dossier') return [];
    const expected = percentText(ratio.value, ratio.of);
    return [{ kind: 'ratio-without-percent', place, values: [ratio.raw], expected }];
  });
}

/** *Tỷ lệ … là 31*: called a ratio, printed as a number. */
function countsCalledRatios({ figures }: Statement): readonly Finding[] {
  return figures.filter(isCount).flatMap((count): readonly Finding[] => {
    if (!/^\s*t[yi] le [^%:]*(?:la|dat)$/.test(count.label)) return [];
    const place = sentenceOf(count);
    return [{ kind: 'ratio-without-sign', place, values: [count.raw], expected: null }];
  });
}

export const percentFindings = (document: Document): readonly Finding[] =>
  document.statements.flatMap((statement) => [
    ...statement.figures
      .filter(isPercent)
      .filter(({ isClaim }) => !isClaim)
      .flatMap((percent) => findingsOf(document, statement, percent)),
    ...bareRatios(statement),
    ...countsCalledRatios(statement),
  ]);
