import type { UserId } from '../dossier/index.ts';
import { instant, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import type { Countdown } from './countdown.ts';
import type { AlertKind } from './kind.ts';
import { ruleFor, type AlertRules, type Rung, type RuleScope } from './rule.ts';
import { thresholdKey, type ThresholdKey } from './threshold.ts';
import { thresholdMoment } from './threshold-moment.ts';

/** A moment at which, should nothing change, somebody is to be told something. */
export interface Signal {
  readonly kind: AlertKind;
  readonly threshold: ThresholdKey;
  readonly revision: number;
  /** The moment of the threshold, or that of its cause becoming known where this is later. */
  readonly at: Instant;
  /** Where the threshold lies on the clock. */
  readonly passedAt: Instant;
  readonly dueAt: Instant;
  /** Whose act caused it; nobody is told of his own act. */
  readonly by: UserId | null;
  readonly ladder: readonly Rung[];
}

/** Why one kind is to be signalled: what is counting down, and which rule of the kind applies. */
export interface Cause {
  readonly kind: AlertKind;
  readonly countdown: Countdown;
  readonly scope: RuleScope;
}

/** News that somebody made by an act; of a clock that runs out those who set it going are told, too. */
const NEWS: ReadonlySet<AlertKind> = new Set([
  'dossier.new',
  'supplement.toSend',
  'supplement.arrived',
]);

/**
 * All signals of one cause, past and to come, in the order of the rule's thresholds.
 * @example signalsOf({ kind: 'dossier.near', countdown, scope }, rules, calendar) // '50%', '-3d', '-1d'
 */
export function signalsOf(cause: Cause, rules: AlertRules, calendar: WorkingCalendar): Signal[] {
  const { kind, countdown, scope } = cause;
  const rule = ruleFor(rules, kind, scope);
  if (!rule.enabled) return [];
  return rule.thresholds.flatMap((threshold) => {
    const passedAt = thresholdMoment(threshold, countdown, calendar);
    if (passedAt === null) return [];
    return {
      kind,
      threshold: thresholdKey(threshold),
      revision: countdown.since.version,
      at: instant(Math.max(passedAt, countdown.since.at)),
      passedAt,
      dueAt: countdown.dueAt,
      by: NEWS.has(kind) ? countdown.since.by : null,
      ladder: rule.ladder,
    };
  });
}
