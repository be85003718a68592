/** What `motcua verify` looks at. Codes are stable: monitors read them. */
export const VERIFY_CHECKS = [
  'versions-gapless',
  'events-chained',
  'row-is-fold',
  'answers-kept',
  'transitions-lawful',
  'recorded-in-order',
  'codes-gapless',
  'codes-by-day',
  'commands-audited',
  'dues-recomputed',
  'reports-add-up',
  'fees-told',
  'fee-books-add-up',
  'jobs-counted',
  'sources-recorded',
  'rows-in-own-unit',
  'persons-apart',
  'alerts-true',
  'alerts-complete',
  'alerts-stepped',
  'deliveries-of-alerts',
  'sessions-ended',
  'audit-sealed',
  'schema-unchanged',
] as const;

export type VerifyCheck = (typeof VERIFY_CHECKS)[number];
