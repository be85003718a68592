import type { Members } from './cells.ts';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { percentageOf, type Percentage, type Share } from './share.ts';

/** A figure with everybody behind it: dossiers, procedures or feedback, by id or code. */
export interface IndicatorFigure {
  readonly definition: Omit<IndicatorDefinition, 'effectiveFrom'>;
  /** The population the definition names. */
  readonly members: Members;
  readonly denominator: Members;
  readonly numerator: Members;
  /** Who is in the denominator and not in the numerator: what is left to be done. */
  readonly missing: Members;
  readonly percentage: Percentage;
}

/** The three sets that make a figure; the numerator is always sought inside the denominator. */
export function figureOf<Subject>(
  definition: IndicatorFigure['definition'],
  population: readonly Subject[],
  idOf: (subject: Subject) => string,
  { isAsked, isMet }: Ratio<Subject>,
): IndicatorFigure {
  const asked = population.filter((subject) => isAsked(subject));
  const met = asked.filter((subject) => isMet(subject));
  const missing = asked.filter((subject) => !isMet(subject));
  return {
    definition,
    members: population.map(idOf),
    denominator: asked.map(idOf),
    numerator: met.map(idOf),
    missing: missing.map(idOf),
    percentage: percentageOf({ numerator: met.length, denominator: asked.length }),
  };
}

export interface Ratio<Subject> {
  /** Whether the subject belongs to the denominator. */
  readonly isAsked: (subject: Subject) => boolean;
  /** Whether it also belongs to the numerator. */
  readonly isMet: (subject: Subject) => boolean;
}

/**
 * How many more of the denominator would reach the target: *còn n hồ sơ nữa để đạt …*. Null without a target
 * or without anybody to reach it with.
 *
 * @example neededForTarget({ numerator: 2586 of 3731, target 80 }) // 399 on 14/01/2026
 */
export const neededForTarget = ({
  definition: { targetPercent },
  numerator,
  denominator,
}: IndicatorFigure): number | null =>
  neededFor({ numerator: numerator.length, denominator: denominator.length }, targetPercent);

/** The same of a figure that was only counted. */
export function neededFor(
  { numerator, denominator }: Share,
  targetPercent: number | undefined,
): number | null {
  if (targetPercent === undefined || denominator === 0) return null;
  const enough = Math.ceil((targetPercent * denominator) / 100);
  return Math.max(0, enough - numerator);
}
