import { MINUTE_MS, millis, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import type { AlertRules } from './rule.ts';
import { workingTimeBefore } from './working-moment.ts';

/**
 * From when on the holder is asked to answer *Vướng mắc* before a leader is told at `escalatesAt`.
 * @example voiceOpensAt(Friday 17:00, DEFAULT_ALERT_RULES, calendar) // Friday 16:30
 */
export const voiceOpensAt = (
  escalatesAt: Instant,
  rules: AlertRules,
  calendar: WorkingCalendar,
): Instant => workingTimeBefore(calendar, escalatesAt, millis(rules.voiceMinutes * MINUTE_MS));
