import { isCount, isPercent, isRatio, sentenceOf, wordsAt, type Document } from './document.ts';
import type { Count, Figure, Ratio } from './figure.ts';
import { wholeText, type Finding } from './finding.ts';
import type { Measure } from './measure.ts';
import { agreementOf } from './percentage.ts';
import { totalOf } from './table.ts';
import { sentenceAround, type Paragraph, type Place } from './written-text.ts';

/** What the report knows of a number: told in a sentence, else printed in the form. */
function known({ said, tables }: Document, measure: Measure, column: string): number | undefined {
  const told = said.get(measure)?.value;
  const table = tables.find(({ form }) => form === 'ii06b');
  return told ?? (table && totalOf(table, column)) ?? undefined;
}

const carried = (document: Document): number => known(document, 'carriedOver', 'carriedOver') ?? 0;

/** Those carried over were taken in before: *đã tiếp nhận* is not said of them. */
function receivedWithCarried(document: Document): readonly Finding[] {
  const [total, left] = [document.said.get('total'), carried(document)];
  if (total?.kind !== 'count' || left === 0 || left >= total.value) return [];
  const fresh = document.said.get('fresh');
  const isReceipt = /tiep nhan/.test(total.label);
  if (!isReceipt || fresh !== undefined || isTakenApart(document, total.value)) return [];
  const values = [total.raw, wholeText(left)];
  const expected = wholeText(total.value - left);
  return [{ kind: 'carried-over-as-received', place: sentenceOf(total), values, expected }];
}

/** Where the parts are told, those carried over among them, nobody takes the sum for receipts. */
function isTakenApart({ said }: Document, total: number): boolean {
  const [before, ...came] = (['carriedOver', 'online', 'direct', 'postal'] as const).map(
    (measure) => said.get(measure)?.value,
  );
  if (before === undefined) return false;
  return came.reduce<number>((sum, value) => sum + (value ?? 0), before) === total;
}

/** A share of receipts is of those who came in the period. */
function onlineOfTotal(document: Document): readonly Finding[] {
  const [online, left] = [document.said.get('online'), carried(document)];
  const total = document.said.get('total')?.value;
  if (online === undefined || total === undefined || left === 0) return [];
  // Where both round to the same, it is the share it should be.
  const isOfTotal =
    online.kind === 'ratio'
      ? online.of === total
      : hasShare(document, online, total) && !hasShare(document, online, total - left);
  if (!isOfTotal) return [];
  const values = [online.raw, wholeText(total), wholeText(left)];
  const expected = wholeText(total - left);
  return [{ kind: 'online-share-of-total', place: sentenceOf(online), values, expected }];
}

/** Whether the percentage behind a count is its share of the whole. */
function hasShare({ figures }: Document, count: Count, whole: number): boolean {
  const next = figures[figures.indexOf(count) + 1];
  if (next?.kind !== 'percent' || next.paragraph !== count.paragraph) return false;
  return Math.abs((100 * count.value) / whole - next.value) < 0.5 * 10 ** -next.decimals + 1e-9;
}

const ofFullOnline = (document: Document): readonly (readonly [Figure, number])[] =>
  document.statements.flatMap(({ figures }): readonly (readonly [Figure, number])[] => {
    const isSaid = (figure: Figure): boolean =>
      /toan trinh|dvctt|cvctt/.test(wordsAt(document, sentenceOf(figure)));
    const ratio = figures
      .filter(isRatio)
      .find(
        (each) =>
          isSaid(each) && each.unit === 'dossier' && /truc tuyen/.test(each.paragraph.plain),
      );
    if (ratio !== undefined) return [[ratio, ratio.of - ratio.value] as const];
    const counts = figures
      .filter(isCount)
      .filter((each) => isSaid(each) && each.unit === 'dossier');
    const [one, other] = counts;
    if (one === undefined || other === undefined) return [];
    const [part, whole] = [Math.min(one.value, other.value), Math.max(one.value, other.value)];
    const isPair = figures.filter(isPercent).some(({ value, decimals }) => {
      return agreementOf({ part, whole, percent: value, decimals }) === 'agrees';
    });
    return isPair && counts.length === 2 ? [[other, whole - part] as const] : [];
  });

const receipts = ({ said }: Document): number | undefined =>
  (said.get('fresh') ?? said.get('total'))?.value;

/** From a share of online receipts told without its number. */
function offlineByShare({ statements }: Document, total: number): number | undefined {
  const share = statements
    .filter(({ isOfAll }) => isOfAll)
    .flatMap(({ figures }) => figures.filter(isPercent))
    .find(({ paragraph, from, isClaim }) => {
      const before = paragraph.plain.slice(0, from - paragraph.from);
      return !isClaim && /ho so (?:nop )?truc tuyen\W*(?:dat)?\s*$/.test(before);
    });
  if (share === undefined) return undefined;
  return Math.ceil((total * (100 - share.value + 0.5 * 10 ** -share.decimals)) / 100);
}

/** How many the report says came in otherwise than online; undefined where it does not say. */
function offline(document: Document): number | undefined {
  const [direct, online] = [document.said.get('direct'), document.said.get('online')];
  if (direct !== undefined) return direct.value + (document.said.get('postal')?.value ?? 0);
  if (online?.kind === 'ratio') return online.of - online.value;
  const total = receipts(document);
  if (total === undefined) return undefined;
  return online === undefined ? offlineByShare(document, total) : total - online.value;
}

/** More came offline for one kind of service than for all of them together. */
function offlineFindings(document: Document): readonly Finding[] {
  const all = offline(document);
  if (all === undefined) return [];
  return ofFullOnline(document).flatMap(([figure, part]): readonly Finding[] => {
    if (part <= all) return [];
    const values = [wholeText(part), wholeText(all)];
    return [{ kind: 'offline-contradicts', place: sentenceOf(figure), values, expected: null }];
  });
}

const DENIED =
  /(?:khong (?:co|ghi nhan|de xay ra|phat sinh|con)[^.;,]{0,60}(?:qua han|tre han|tre hen))/;
const ADMITTED = /(?:con|van) (?:de )?(?:xay ra )?cham tien do|con de cham|tre hen\b.{0,30}xin loi/;

const sentencesOf = (paragraph: Paragraph, words: RegExp): readonly Place[] => {
  const found = words.exec(paragraph.plain);
  if (found === null) return [];
  const from = paragraph.from + found.index;
  return [sentenceAround(paragraph, { from, to: from + found[0].length })];
};

const findSentence = ({ paragraphs }: Document, words: RegExp): Place | undefined =>
  paragraphs.filter(({ cells }) => cells === null).flatMap((each) => sentencesOf(each, words))[0];

/** What was late of what is done; what still waits may be late beside it without a contradiction. */
const DONE_LATE: readonly (Measure | null)[] = ['partlyLate', 'late'];
const ANY_LATE: readonly (Measure | null)[] = [...DONE_LATE, 'pendingLate'];

/** How many were late, as a sentence or the form has it. */
function lateness(
  { figures, tables }: Document,
  late: readonly (Measure | null)[],
): number | undefined {
  const told = figures
    .filter(isCount)
    .find(({ measure, value }) => late.includes(measure) && value > 0);
  const printed = tables.flatMap((table) => totalOf(table, 'resolvedLate') ?? []);
  return told?.value ?? printed.find((value) => value > 0);
}

/** *Không có hồ sơ quá hạn*, or none of those that are done, beside those that were. */
function lateDenied(document: Document): readonly Finding[] {
  const flatly = findSentence(document, DENIED);
  const denied = flatly ?? zeroLate(document);
  if (denied === undefined) return [];
  const late = lateness(document, flatly === undefined ? DONE_LATE : ANY_LATE);
  const admitted = findSentence(document, ADMITTED);
  const told = late === undefined ? admitted && textAt(document, admitted) : wholeText(late);
  if (told === undefined) return [];
  return [{ kind: 'late-denied', place: denied, values: [told], expected: null }];
}

const textAt = ({ text }: Document, { from, to }: Place): string => text.slice(from, to);

const zeroLate = ({ said }: Document): Place | undefined => {
  const late = said.get('late');
  return late?.value === 0 ? sentenceOf(late) : undefined;
};

const ALL_ON_CITY = /100\s?% ho so[^.;]*he thong thong tin[^.;]*(?:thanh pho|tinh)(?![^.;]*\bbo\b)/;

function citySystem(document: Document): readonly Finding[] {
  const claimed = findSentence(document, ALL_ON_CITY);
  const elsewhere = document.figures
    .filter((figure): figure is Count | Ratio => figure.kind !== 'percent')
    .find(({ measure, value }) => measure === 'ministrySystems' && value > 0);
  if (claimed === undefined || elsewhere === undefined) return [];
  const values = [elsewhere.raw];
  return [{ kind: 'city-system-contradicted', place: claimed, values, expected: null }];
}

/** A result cannot be digitised before there is one. */
function resultsTooEarly(document: Document): readonly Finding[] {
  const resolved = known(document, 'resolved', 'resolved');
  return document.figures.filter(isRatio).flatMap((ratio): readonly Finding[] => {
    const words = wordsAt(document, sentenceOf(ratio));
    const isOfResults = /so hoa[^.;]*ket qua/.test(words);
    if (!isOfResults || resolved === undefined || ratio.value <= resolved) return [];
    const values = [ratio.raw, wholeText(resolved)];
    const expected = wholeText(resolved);
    return [{ kind: 'result-before-resolution', place: sentenceOf(ratio), values, expected }];
  });
}

/** Nothing was reviewed, and yet so many were left as they are. */
function reviewDenied(document: Document): readonly Finding[] {
  const denied = findSentence(document, /ra soat[^.;]*:? ?khong phat sinh/);
  const kept = document.figures
    .filter(isCount)
    .find(({ value, label }) => value > 0 && /giu nguyen/.test(label));
  if (denied === undefined || kept === undefined) return [];
  return [{ kind: 'review-denied', place: denied, values: [kept.raw], expected: null }];
}

export const claimFindings = (document: Document): readonly Finding[] => [
  ...receivedWithCarried(document),
  ...onlineOfTotal(document),
  ...offlineFindings(document),
  ...lateDenied(document),
  ...citySystem(document),
  ...resultsTooEarly(document),
  ...reviewDenied(document),
];
