import {
  AIMED_FEEDBACK,
  boundsOf,
  feedbackIndicator,
  neededForTarget,
  type Feedback,
  type IndicatorDefinition,
  type Population,
  type Share,
} from '../report/index.ts';
import { instant, parseDay, type Day, type Instant } from '../working-time/index.ts';
import type { RegisterEntry } from './entry.ts';
import type { RegisterTelling } from './telling.ts';

/** *Chỉ tiêu thành phố giao* for feedback, and how far the office is from it. */
export interface FeedbackAim extends Share {
  readonly population: Population;
  readonly targetPercent: number;
  /** How many more would do; null where nothing is answered yet. */
  readonly needed: number | null;
}

const HALF_A_DAY_MS = 12 * 3_600_000;

const startOf = (day: Day): Instant => boundsOf({ from: day, to: day }).start;
const endOf = (day: Day): Instant => boundsOf({ from: day, to: day }).end;
const dayIn = ({ values }: RegisterEntry, key: string): Day | undefined => {
  const told = values[key];
  return typeof told === 'string' ? parseDay(told) : undefined;
};

/** The register knows days: an answer is within its own, and what is answered by the due day is in time. */
function feedbackOf(entry: RegisterEntry): readonly Feedback[] {
  const [due, answered] = [dayIn(entry, 'dueOn'), dayIn(entry, 'answeredOn')];
  if (due === undefined) return [];
  const answeredAt = answered === undefined ? null : instant(startOf(answered) + HALF_A_DAY_MS);
  return [{ id: entry.id, receivedAt: startOf(entry.day), dueAt: endOf(due), answeredAt }];
}

/**
 * The target the city has given for feedback, with what the register reaches; null where it has given none.
 *
 * @example feedbackAim(telling, definitions) // 3 of 4 in time, target 95, 1 more needed
 */
export function feedbackAim(
  { lists, feedbackDays }: Pick<RegisterTelling, 'lists' | 'feedbackDays'>,
  definitions: readonly IndicatorDefinition[],
): FeedbackAim | null {
  const entries = lists.flatMap(({ kind, entries: some }) => (kind === 'feedback' ? some : []));
  const register = entries.flatMap(feedbackOf);
  const figure = feedbackIndicator(AIMED_FEEDBACK, register, feedbackDays, definitions);
  const { population, targetPercent } = figure.definition;
  if (targetPercent === undefined) return null;
  return {
    ...{ population, targetPercent, needed: neededForTarget(figure) },
    ...{ numerator: figure.numerator.length, denominator: figure.denominator.length },
  };
}
