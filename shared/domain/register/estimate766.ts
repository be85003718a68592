import type { Indicator, Share } from '../report/index.ts';
import type { RegisterFigure } from './figures.ts';
import type { Group766 } from './kind.ts';

/** Shares that come from the registers; all others are indicators of the report. */
type TypedShare = 'publishedInTime' | 'feedbackInTime766' | 'feedbackContent';
export type EstimateKey =
  | TypedShare
  | Extract<
      Indicator,
      | 'handledInTime766'
      | 'onlinePayment'
      | 'proceduresPaidOnline'
      | 'electronicResult'
      | 'componentsDigitised'
      | 'reused'
    >;

interface Rule {
  readonly group: Group766;
  readonly key: EstimateKey;
  readonly max: number;
  /** From here on the whole of the points; without it they follow the share. */
  readonly targetPercent?: number;
}

/** What a group can give at most; together one hundred. */
export const GROUP_MAX_766: Readonly<Record<Group766, number>> = {
  openness: 18,
  progress: 20,
  online: 12,
  payment: 10,
  satisfaction: 18,
  digitisation: 22,
};

/**
 * Of QĐ 766/QĐ-TTg only what a commune's own data can carry. How the points of *DVC trực tuyến* are split among
 * its parts nobody has published: it has none here.
 */
const RULES: readonly Rule[] = [
  { group: 'openness', key: 'publishedInTime', max: 4 },
  { group: 'progress', key: 'handledInTime766', max: 20 },
  { group: 'payment', key: 'proceduresPaidOnline', max: 2, targetPercent: 80 },
  { group: 'payment', key: 'onlinePayment', max: 6, targetPercent: 100 },
  { group: 'satisfaction', key: 'feedbackInTime766', max: 6 },
  { group: 'satisfaction', key: 'feedbackContent', max: 6 },
  { group: 'digitisation', key: 'electronicResult', max: 6 },
  { group: 'digitisation', key: 'componentsDigitised', max: 4, targetPercent: 80 },
  { group: 'digitisation', key: 'reused', max: 2, targetPercent: 80 },
];

/** A part of the score as our own data would give it. */
export interface EstimateLine extends Share {
  readonly group: Group766;
  readonly key: EstimateKey;
  readonly max: number;
  /** With two decimals. */
  readonly points: number;
}

interface IndicatorShare extends Share {
  readonly indicator: Indicator;
}

const rounded = (points: number): number => Math.round(points * 100) / 100;

function pointsOf({ numerator, denominator }: Share, { max, targetPercent = 100 }: Rule): number {
  const reached = (numerator * 100) / (denominator * targetPercent);
  return rounded(Math.min(1, reached) * max);
}

/** What of the registers stands behind a share. */
function typedShares(figures: readonly RegisterFigure[]): ReadonlyMap<string, Share> {
  const of = (kind: RegisterFigure['kind']) => (key: string) =>
    figures.find((each) => each.kind === kind && each.key === key && each.group === null)?.value ??
    0;
  const [shown, told] = [of('publication'), of('feedback')];
  const owed = shown('inTime') + shown('late') + shown('openLate');
  const all = told('received') + told('carriedOver');
  const late = told('late') + told('openLate');
  return new Map<string, Share>([
    ['publishedInTime', { numerator: shown('inTime'), denominator: owed }],
    ['feedbackInTime766', { numerator: all - late, denominator: all }],
    [
      'feedbackContent',
      { numerator: Math.max(0, all - late - told('dissatisfied')), denominator: all },
    ],
  ]);
}

/**
 * The score of *Bộ chỉ số 766* as far as a commune's own data can tell: an estimate, never the score. A part of
 * which nothing came up has no points.
 *
 * @example estimate766(indicators, figures).find(({ key }) => key === 'handledInTime766')?.points // 19.98
 */
export function estimate766(
  indicators: readonly IndicatorShare[],
  figures: readonly RegisterFigure[],
): readonly EstimateLine[] {
  const shares = new Map<string, Share>([
    ...indicators.map((each) => [each.indicator, each] as const),
    ...typedShares(figures),
  ]);
  return RULES.flatMap((rule) => {
    const { group, key, max } = rule;
    const share = shares.get(key);
    if (share === undefined || share.denominator === 0) return [];
    const { numerator, denominator } = share;
    return [{ group, key, max, numerator, denominator, points: pointsOf(share, rule) }];
  });
}

/** The parts of a group together: what they give, of what they could. */
export interface EstimatedGroup {
  readonly group: Group766;
  readonly points: number;
  readonly max: number;
}

/** @example groupsOf766(lines) // digitisation: 11.4 of the 12 points that can be estimated */
export const groupsOf766 = (lines: readonly EstimateLine[]): readonly EstimatedGroup[] =>
  [...Map.groupBy(lines, ({ group }) => group)].map(([group, some]) => ({
    group,
    points: rounded(some.reduce((sum, { points }) => sum + points, 0)),
    max: some.reduce((sum, { max }) => sum + max, 0),
  }));
