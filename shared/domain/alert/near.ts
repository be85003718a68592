import { instant, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import { allowanceClassOf } from './allowance-class.ts';
import type { PromiseClock } from './countdown.ts';
import { ruleFor, type AlertRules } from './rule.ts';
import { thresholdMoment } from './threshold-moment.ts';

/**
 * The first near threshold of a dossier: from then on until its due moment it is *Sắp đến hạn*, in lists as in
 * alerts, whether or not the alert itself is switched off. Null where every threshold lies before the start.
 * @example firstNearAt(fiveDaysDueFriday17h, '1.004884', DEFAULT_ALERT_RULES, calendar) // '50%' of the way
 */
export function firstNearAt(
  clock: PromiseClock,
  procedureCode: string,
  rules: AlertRules,
  calendar: WorkingCalendar,
): Instant | null {
  const allowanceClass = allowanceClassOf(clock.allowance, clock, calendar);
  const { thresholds } = ruleFor(rules, 'dossier.near', { procedureCode, allowanceClass });
  const moments = thresholds.flatMap((each) => thresholdMoment(each, clock, calendar) ?? []);
  return moments.length === 0 ? null : instant(Math.min(...moments));
}
