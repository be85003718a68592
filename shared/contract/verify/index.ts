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
  'audit-sealed',
  'schema-unchanged',
] as const;

export type VerifyCheck = (typeof VERIFY_CHECKS)[number];
