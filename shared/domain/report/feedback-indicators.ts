import type { Instant } from '../working-time/index.ts';
import { figureOf, type IndicatorFigure, type Ratio } from './indicator.ts';
import {
  definitionOn,
  type FeedbackIndicator,
  type IndicatorDefinition,
} from './indicator-definition.ts';
import { boundsOf, type Bounds, type Period } from './period.ts';

/** An entry of the register of *phản ánh, kiến nghị (PAKN)*. */
export interface Feedback {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
}

/** How the end of the period finds an entry; one not yet due is nobody's delay. */
type Standing = 'answeredInTime' | 'answeredLate' | 'openInTime' | 'openLate';

/** *Đúng hạn / đã xử lý*; Bộ chỉ số 766 adds what is still in time and divides by all (chỉ tiêu 5.2). */
const STANDINGS_OF = {
  feedbackInTime: { asked: ['answeredInTime', 'answeredLate'], met: ['answeredInTime'] },
  feedbackInTime766: {
    asked: ['answeredInTime', 'answeredLate', 'openInTime', 'openLate'],
    met: ['answeredInTime', 'openInTime'],
  },
} as const satisfies Record<
  FeedbackIndicator,
  { readonly asked: readonly Standing[]; readonly met: readonly Standing[] }
>;

export const FEEDBACK_INDICATORS = Object.keys(STANDINGS_OF) as readonly FeedbackIndicator[];

/**
 * One ratio over the feedback register; its section keeps a period of its own (21 → 20).
 *
 * @example feedbackIndicator('feedbackInTime', register, pakn).percentage // { code: 'not-arising' } for 01/2026
 */
export function feedbackIndicator(
  indicator: FeedbackIndicator,
  register: readonly Feedback[],
  period: Period,
  definitions: readonly IndicatorDefinition[] = [],
): IndicatorFigure {
  const definition = definitionOn(indicator, definitions, period.to);
  const bounds = boundsOf(period);
  const members = register.filter((each) => isInPeriod(each, bounds, definition.population));
  return figureOf(definition, members, ({ id }) => id, ratioOf(indicator, bounds.end));
}

function ratioOf(indicator: FeedbackIndicator, end: Instant): Ratio<Feedback> {
  const asked: readonly Standing[] = STANDINGS_OF[indicator].asked;
  const met: readonly Standing[] = STANDINGS_OF[indicator].met;
  return {
    isAsked: (each) => asked.includes(standingOf(each, end)),
    isMet: (each) => met.includes(standingOf(each, end)),
  };
}

function isInPeriod(
  { receivedAt, answeredAt }: Feedback,
  { start, end }: Bounds,
  population: 'new' | 'total',
): boolean {
  if (receivedAt >= end) return false;
  if (receivedAt >= start) return true;
  return population === 'total' && (answeredAt === null || answeredAt >= start);
}

function standingOf({ answeredAt, dueAt }: Feedback, end: Instant): Standing {
  if (answeredAt !== null && answeredAt < end) {
    return answeredAt <= dueAt ? 'answeredInTime' : 'answeredLate';
  }
  return dueAt < end ? 'openLate' : 'openInTime';
}
