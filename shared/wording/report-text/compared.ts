import type { TextRun } from '#contract/reports';
import { periodOf } from '#domain/report';
import {
  changeOf,
  countIn,
  pointsBetween,
  type Change,
  type ComparedFigures,
} from '#domain/report-text';
import { lastYearName, previousName } from './period-words.ts';
import {
  cellOf,
  counted,
  dash,
  figure,
  percent,
  run,
  type Sentence,
  type Teller,
  type Told,
} from './say.ts';

const TOWARDS = { more: 'lên', fewer: 'xuống còn' } as const;

type Against = 'previous' | 'lastYear';

const WAYS = { more: 'tăng', fewer: 'giảm', same: 'không đổi' } as const satisfies Record<
  Change['way'],
  string
>;

/** A number worked out from two others: nothing is counted in it. */
const derived = (text: string): TextRun => ({ kind: 'figure', text, value: null, cell: null });

function freshChange(told: Told, { ii06b }: ComparedFigures, against: Against): readonly TextRun[] {
  const change = changeOf(countIn(ii06b, 'fresh'), countIn(told.section.ii06b, 'fresh'));
  const before = figure(change.before, cellOf(told.name, against, 'fresh'));
  if (change.before === 0 && change.after === 0) return run`cũng không phát sinh hồ sơ mới`;
  if (change.way === 'same') return run`số hồ sơ tiếp nhận mới không đổi (${before} hồ sơ)`;
  const share = change.percent === null ? [] : run` (${derived(`${change.percent}%`)})`;
  const by = figure(change.by, null);
  const now = counted(told, 'fresh');
  return run`số hồ sơ tiếp nhận mới ${WAYS[change.way]} ${by} hồ sơ${share}, từ ${before} hồ sơ ${TOWARDS[change.way]} ${now} hồ sơ`;
}

/** *Đúng và trước hạn*, of what has a result. */
function inTimeChange(told: Told, { ii06b }: ComparedFigures): readonly TextRun[] {
  const share = (of: ComparedFigures['ii06b']) => ({
    numerator: countIn(of, 'inTime'),
    denominator: countIn(of, 'withResult'),
  });
  const [before, after] = [share(ii06b), share(told.section.ii06b)];
  const change = pointsBetween(before, after);
  const part = percent(after, cellOf(told.name, 'ii06b', 'inTime'));
  if (change === null || part === undefined) return [];
  const way =
    change.way === 'same'
      ? run`không đổi`
      : run`${WAYS[change.way]} ${derived(change.points)} điểm phần trăm`;
  return run`; tỷ lệ giải quyết đúng và trước hạn ${way}, đạt ${counted(told, 'inTime')}/${counted(told, 'withResult')} hồ sơ (${part})`;
}

const toldAgainst = (
  told: Told,
  compared: ComparedFigures,
  [against, name]: readonly [Against, string],
): Sentence =>
  dash`So với ${name}, ${freshChange(told, compared, against)}${inTimeChange(told, compared)}.`;

const isSamePeriod = (one: ComparedFigures, other: ComparedFigures): boolean =>
  periodOf(one.named).from === periodOf(other.named).from;

/** F6 (xiii): the period before, and the same one a year ago where that is another. */
export const compared: Teller = (told) => {
  const { previous, lastYear } = told.figures;
  const sentences: Sentence[] = [];
  if (previous !== null) {
    sentences.push(toldAgainst(told, previous, ['previous', previousName(previous.named)]));
  }
  if (lastYear !== null && (previous === null || !isSamePeriod(previous, lastYear))) {
    sentences.push(toldAgainst(told, lastYear, ['lastYear', lastYearName(lastYear.named)]));
  }
  return sentences;
};
