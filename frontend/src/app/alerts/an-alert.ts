import type { AlertItem } from '#contract/alerts';

const ORDINARY: AlertItem = {
  ...{ id: 'a', unitId: 1, kind: 'dossier.near', threshold: '-4h', severity: 'warning' },
  ...{ subject: { kind: 'dossier', id: 'd' }, dossierId: 'd', dossierCode: 'H24.99-260115-0001' },
  ...{ dueAt: '2026-01-15T17:00:00+07:00', raisedAt: '2026-01-15T13:00:00+07:00', asOf: null },
  recipient: { kind: 'user', userId: 'hoa' },
  ...{ level: 'officer', reason: 'holder', standsInFor: null, status: 'open', hush: null },
  ...{ bundle: null, acknowledgedAt: null, snoozedUntil: null, closedAt: null },
  ...{ closedBecause: null, answer: null },
};

/** An alert for a spec: what is not said is as on most days. */
export const anAlert = (told: Partial<AlertItem> = {}): AlertItem => ({ ...ORDINARY, ...told });
