import type { Role } from '../dossier/index.ts';
import type { AllowanceClass } from './allowance-class.ts';
import type { AlertKind } from './kind.ts';
import type { AlertRules, KindDefaults, Rung } from './rule.ts';
import type { Threshold } from './threshold.ts';

const MOMENT: Threshold = { at: 'moment' };
const daysBefore = (days: number): Threshold => ({ at: 'daysBefore', days });
const hoursBefore = (hours: number): Threshold => ({ at: 'minutesBefore', minutes: hours * 60 });
const hoursAfter = (hours: number): Threshold => ({ at: 'minutesAfter', minutes: hours * 60 });

const holder = (): Rung => ({ target: { kind: 'holder' }, afterMinutes: 0 });
const role = (name: Role, afterHours = 0): Rung => ({
  target: { kind: 'role', role: name },
  afterMinutes: afterHours * 60,
});

/** The same thresholds, however long the allowance is. */
const always = (thresholds: readonly Threshold[], ladder: readonly Rung[]): KindDefaults => ({
  enabled: true,
  thresholds: { sameDay: thresholds, short: thresholds, long: thresholds },
  ladder,
});

const NEAR: Readonly<Record<AllowanceClass, readonly Threshold[]>> = {
  sameDay: [hoursBefore(2), { at: 'minutesBefore', minutes: 30 }],
  short: [daysBefore(1), hoursBefore(4)],
  long: [{ at: 'share', percent: 50 }, daysBefore(3), daysBefore(1)],
};

/** Contract §2.4. */
const OVERDUE_LADDER = [holder(), role('head'), role('director', 2), role('viceChair', 4)];

/** A day to put right what is owed on a finished dossier before it is called missing (ADR 0041). */
const A_WORKING_DAY = [hoursAfter(8)];

/** Whoever draws it up; a leader when it is a day late and the first reminder was not answered (ADR 0420). */
const REMINDERS = [role('reporter'), role('director', 24)];

/** Whoever keeps the register, then those who answer for the office to the citizen (ADR 0720). */
const UNANSWERED_LADDER = [role('reporter'), role('director', 2), role('viceChair', 4)];

const KINDS = {
  'dossier.new': always([MOMENT], [holder()]),
  'dossier.notForwarded': always([hoursAfter(2)], [holder()]),
  'dossier.near': { enabled: true, thresholds: NEAR, ladder: [holder()] },
  'dossier.dueToday': always([{ at: 'dayStart' }], [holder()]),
  'dossier.overdue': always([MOMENT], OVERDUE_LADDER),
  'intake.waiting': always([hoursAfter(4), hoursAfter(8)], [role('reception'), role('head', 4)]),
  'step.near': { enabled: true, thresholds: NEAR, ladder: [holder()] },
  'step.overdue': always([MOMENT], OVERDUE_LADDER),
  'supplement.toSend': always([MOMENT], [role('reception')]),
  'supplement.arrived': always([MOMENT], [holder()]),
  'supplement.ending': always([daysBefore(3), daysBefore(1), MOMENT], [holder()]),
  'result.uncollected': always([{ at: 'daysAfter', days: 5 }], [role('reception')]),
  'apology.missing': always(A_WORKING_DAY, [holder(), role('head')]),
  'extension.ending': always([daysBefore(2)], [holder(), role('head')]),
  'digitisation.missing': always(A_WORKING_DAY, [role('reception')]),
  'eResult.missing': always(A_WORKING_DAY, [role('clerk')]),
  'archive.missing': always(A_WORKING_DAY, [role('clerk')]),
  'source.stale': always([MOMENT], [role('dataOfficer')]),
  'calendar.missing': always([MOMENT, { at: 'daysAfter', days: 20 }], [role('admin')]),
  'delivery.failed': always([MOMENT], [role('admin')]),
  'import.failed': always([MOMENT], [role('dataOfficer')]),
  'report.due': always([daysBefore(2), daysBefore(1), MOMENT], REMINDERS),
  'report.ready': always([MOMENT], [role('reporter')]),
  'feedback.near': always([daysBefore(3), daysBefore(1)], [role('reporter')]),
  'feedback.overdue': always([MOMENT], UNANSWERED_LADDER),
} as const satisfies Record<AlertKind, KindDefaults>;

/** What a unit starts with; every figure can be set otherwise. */
export const DEFAULT_ALERT_RULES: AlertRules = {
  kinds: KINDS,
  overrides: [],
  staleAfterMinutes: 240,
  bundleAt: ['15:00', '16:30'],
  voiceMinutes: 30,
};
