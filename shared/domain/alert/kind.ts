/** What an alert may be about: contract §4. */
export type DossierAlertKind =
  | 'dossier.new'
  | 'dossier.notForwarded'
  | 'dossier.near'
  | 'dossier.dueToday'
  | 'dossier.overdue'
  | 'intake.waiting'
  | 'step.near'
  | 'step.overdue'
  | 'supplement.toSend'
  | 'supplement.arrived'
  | 'supplement.ending'
  | 'result.uncollected'
  | 'apology.missing'
  | 'extension.ending'
  | 'digitisation.missing'
  | 'eResult.missing'
  | 'archive.missing';

export type UnitAlertKind =
  | 'source.stale'
  | 'calendar.missing'
  | 'delivery.failed'
  | 'import.failed'
  | 'report.due'
  | 'report.ready'
  | 'feedback.near'
  | 'feedback.overdue';

export type AlertKind = DossierAlertKind | UnitAlertKind;

export type Severity = 'info' | 'warning' | 'late';

/** The matter an alert belongs to: of one matter a person sees only the gravest alert that is true. */
export type Matter = 'handover' | 'promise' | 'step' | 'feedback' | AlertKind;

interface KindFacts {
  readonly matter: Matter;
  readonly severity: Severity;
  /** Whether the kind speaks of a clock that a pause stops: only `dossier.*` and `step.*` do. */
  readonly silentWhilePaused: boolean;
}

export const KIND_FACTS = {
  'dossier.new': { matter: 'handover', severity: 'info', silentWhilePaused: true },
  'dossier.notForwarded': { matter: 'handover', severity: 'warning', silentWhilePaused: true },
  'dossier.near': { matter: 'promise', severity: 'warning', silentWhilePaused: true },
  'dossier.dueToday': { matter: 'promise', severity: 'warning', silentWhilePaused: true },
  'dossier.overdue': { matter: 'promise', severity: 'late', silentWhilePaused: true },
  'intake.waiting': { matter: 'intake.waiting', severity: 'warning', silentWhilePaused: false },
  'step.near': { matter: 'step', severity: 'warning', silentWhilePaused: true },
  'step.overdue': { matter: 'step', severity: 'late', silentWhilePaused: true },
  'supplement.toSend': {
    matter: 'supplement.toSend',
    severity: 'warning',
    silentWhilePaused: false,
  },
  'supplement.arrived': {
    matter: 'supplement.arrived',
    severity: 'info',
    silentWhilePaused: false,
  },
  'supplement.ending': {
    matter: 'supplement.ending',
    severity: 'warning',
    silentWhilePaused: false,
  },
  'result.uncollected': {
    matter: 'result.uncollected',
    severity: 'info',
    silentWhilePaused: false,
  },
  'apology.missing': { matter: 'apology.missing', severity: 'late', silentWhilePaused: false },
  'extension.ending': {
    matter: 'extension.ending',
    severity: 'warning',
    silentWhilePaused: false,
  },
  'digitisation.missing': {
    matter: 'digitisation.missing',
    severity: 'info',
    silentWhilePaused: false,
  },
  'eResult.missing': { matter: 'eResult.missing', severity: 'info', silentWhilePaused: false },
  'archive.missing': { matter: 'archive.missing', severity: 'info', silentWhilePaused: false },
  'source.stale': { matter: 'source.stale', severity: 'warning', silentWhilePaused: false },
  'calendar.missing': { matter: 'calendar.missing', severity: 'warning', silentWhilePaused: false },
  'delivery.failed': { matter: 'delivery.failed', severity: 'warning', silentWhilePaused: false },
  'import.failed': { matter: 'import.failed', severity: 'warning', silentWhilePaused: false },
  'report.due': { matter: 'report.due', severity: 'warning', silentWhilePaused: false },
  'report.ready': { matter: 'report.ready', severity: 'info', silentWhilePaused: false },
  'feedback.near': { matter: 'feedback', severity: 'warning', silentWhilePaused: false },
  'feedback.overdue': { matter: 'feedback', severity: 'late', silentWhilePaused: false },
} as const satisfies Record<AlertKind, KindFacts>;

/** Graver is greater. */
export const SEVERITY_RANK = { info: 0, warning: 1, late: 2 } as const satisfies Record<
  Severity,
  number
>;
