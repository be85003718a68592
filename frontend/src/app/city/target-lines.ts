import type { IndicatorDefinitionsAnswer, IndicatorFigureAnswer } from '#contract/reports';

type InForce = IndicatorDefinitionsAnswer['inForce'][number];
export type Dated = IndicatorDefinitionsAnswer['dated'][number];

/** A ratio as the city has defined it, with where its units stand in the period under way. */
export interface TargetLine extends InForce {
  /** Set already and not in force yet, the earliest first. */
  readonly later: readonly Dated[];
  /** All that was ever set for it, the latest first. */
  readonly dated: readonly Dated[];
  readonly figure: IndicatorFigureAnswer | undefined;
}

interface TargetLines {
  /** Where the city asks for something, today or from a day to come. */
  readonly given: readonly TargetLine[];
  readonly others: readonly TargetLine[];
}

/** What holds, what will hold and what came of it, ratio by ratio. */
export function targetLines(
  { inForce, dated }: IndicatorDefinitionsAnswer,
  figures: readonly IndicatorFigureAnswer[],
  today: string,
): TargetLines {
  const lines = inForce.map((each): TargetLine => {
    const own = dated.filter(({ indicator }) => indicator === each.indicator);
    const later = own.filter(({ effectiveFrom }) => effectiveFrom > today).toReversed();
    const figure = figures.find(({ indicator }) => indicator === each.indicator);
    return { ...each, dated: own, later, figure };
  });
  const isGiven = ({ targetPercent, later }: TargetLine): boolean =>
    [targetPercent, ...later.map((each) => each.targetPercent)].some((aim) => aim !== null);
  return {
    given: lines.filter(isGiven),
    others: lines.filter((line) => !isGiven(line)),
  };
}

const MOST_PERCENT = 100;

/** Whole percent as typed; null for an empty field, undefined for what is none. */
export function typedPercent(text: string): number | null | undefined {
  const typed = text.trim().replace(/\s*%$/, '');
  if (typed === '') return null;
  if (!/^\d{1,3}$/.test(typed)) return undefined;
  const percent = Number(typed);
  return percent <= MOST_PERCENT ? percent : undefined;
}
