/** Columns (3) to (15), (19) and (20) of Phụ lục 01; (16)–(18) and (21) are shares of them. */
export const DIGITISATION_COLUMNS = [
  'total',
  'pending',
  'pendingWithComponents',
  'pendingWithResult',
  'pendingWithBoth',
  'pendingWithoutComponents',
  'pendingWithoutResult',
  'resolved',
  'resolvedWithComponents',
  'resolvedWithResult',
  'resolvedWithBoth',
  'resolvedWithoutComponents',
  'resolvedWithoutResult',
  'archived',
  'reused',
] as const;

export type DigitisationColumn = (typeof DIGITISATION_COLUMNS)[number];
