import type { Holder, Span, StateName } from '../dossier/index.ts';
import { instant, type Instant } from '../working-time/index.ts';
import { dueUnder, lateFrom, settledAs, standingAt, type LatenessRules } from './lateness.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { getSpanBefore } from './span-at.ts';

/** A dossier stands in the late list for one of two columns of II.06b: (10) or (15). */
export const LATE_COLUMNS = ['resolvedLate', 'pendingLate'] as const;
export type LateColumn = (typeof LATE_COLUMNS)[number];

/** Who had a dossier for a while, at which step, and how much of it was after the due moment. */
export interface LateStretch {
  readonly stepKey: string | null;
  readonly holder: Holder | null;
  readonly state: StateName;
  readonly from: Instant;
  readonly to: Instant;
  /** Working milliseconds. */
  readonly worked: number;
  readonly workedLate: number;
}

/** How a dossier came to be late: the whole way from its receipt, hand by hand. */
export interface LateTale {
  readonly column: LateColumn;
  /** The due moment the office is held to. */
  readonly dueAt: Instant;
  /** The finish; of what is still open the end of the period, or now where that is earlier. */
  readonly until: Instant;
  /** Working milliseconds after the due moment. */
  readonly workedLate: number;
  readonly stretches: readonly LateStretch[];
}

export interface LateQuestion {
  readonly end: Instant;
  readonly now: Instant;
  readonly rules: LatenessRules;
  readonly workedBetween: (from: Instant, to: Instant) => number;
}

/**
 * Who held a late dossier and for how long, in working time; null for one that is not late.
 *
 * @example lateTaleOf(dossier, question).stretches // vanThu held it 6 h, 2 h of them after the due moment
 */
export function lateTaleOf(dossier: ReportedDossier, question: LateQuestion): LateTale | null {
  const { end, now, rules, workedBetween } = question;
  const { finish, receivedAt } = dossier;
  const isFinished = finish !== null && finish.at < end;
  const column = isFinished
    ? settledAs(finish, rules)
    : standingAt(end, getSpanBefore(dossier.spans, end), rules);
  const dueAt = dueUnder(rules, isFinished ? finish : getSpanBefore(dossier.spans, end));
  if (!isLate(column) || dueAt === null || receivedAt === null) return null;
  const late = lateFrom(dueAt, rules);
  const until = isFinished ? finish.at : earlier(end, now);
  const between = (from: Instant, to: Instant): number => (to > from ? workedBetween(from, to) : 0);
  return {
    ...{ column, dueAt, until, workedLate: between(late, until) },
    stretches: handsOf(dossier.spans, receivedAt, until).map((hand) => ({
      ...hand,
      worked: between(hand.from, hand.to),
      workedLate: between(later(hand.from, late), hand.to),
    })),
  };
}

const isLate = (column: string): column is LateColumn =>
  LATE_COLUMNS.some((each) => each === column);

const earlier = (one: Instant, other: Instant): Instant => instant(Math.min(one, other));
const later = (one: Instant, other: Instant): Instant => instant(Math.max(one, other));

type Hand = Omit<LateStretch, 'worked' | 'workedLate'>;

/** The spans from receipt to finish, those that differ in nothing but their due moment as one. */
function handsOf(spans: readonly Span[], begin: Instant, until: Instant): readonly Hand[] {
  const hands: Hand[] = [];
  for (const { from, to, stepKey, holder, state } of spans) {
    const hand = {
      stepKey,
      holder,
      state,
      from: later(from, begin),
      to: earlier(to ?? until, until),
    };
    if (hand.to <= hand.from) continue;
    const last = hands.at(-1);
    if (last !== undefined && isSameHand(last, hand))
      hands[hands.length - 1] = { ...last, to: hand.to };
    else hands.push(hand);
  }
  return hands;
}

const isSameHand = (one: Hand, other: Hand): boolean =>
  one.stepKey === other.stepKey &&
  one.state === other.state &&
  isSameHolder(one.holder ?? {}, other.holder ?? {});

const isSameHolder = (one: Holder, other: Holder): boolean =>
  one.userId === other.userId &&
  one.departmentCode === other.departmentCode &&
  one.agency === other.agency;
