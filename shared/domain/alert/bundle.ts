import { dayOf, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import type { Bundle } from './alert.ts';
import { clockTime } from './clock-time.ts';
import { isQuick } from './dossier-causes.ts';
import type { AlertRules } from './rule.ts';
import type { Signal } from './signal.ts';
import type { Subject } from './subject.ts';

/** The first of the desk's moments that day which still leaves time before the due moment. */
function nextLineAt(signal: Signal, bundleAt: readonly string[]): Instant | null {
  const day = dayOf(signal.at);
  const moments = bundleAt
    .map((text) => clockTime(day, text))
    .filter((at) => at >= signal.at && at < signal.dueAt);
  return moments.length === 0 ? null : moments.reduce((one, other) => (one < other ? one : other));
}

/**
 * The line in which a near notice about a same-day or on-the-spot dossier is told to its desk: *còn 37 hồ sơ
 * chứng thực phải xong trước 17:00*. Null for all others, and where no line comes before the due moment: a
 * warning that waited for the line would come too late.
 * @example bundleOf(nearByTwoHours, dossier, rules, calendar) // { at: 15:00, deskRole: 'reception', … }
 */
export function bundleOf(
  signal: Signal,
  subject: Subject,
  rules: AlertRules,
  calendar: WorkingCalendar,
): Bundle | null {
  if (subject.kind !== 'dossier' || signal.kind !== 'dossier.near') return null;
  const at = isQuick(subject, calendar) ? nextLineAt(signal, rules.bundleAt) : null;
  if (at === null) return null;
  const departmentCode = subject.holding?.departmentCode ?? null;
  return { at, deskRole: subject.deskRole, departmentCode };
}
