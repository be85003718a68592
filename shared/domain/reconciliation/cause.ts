/** Why two systems do not count the same. What cannot be told from data, a person says. */
export const CAUSES = [
  'notImported',
  'lateSync',
  'otherStatus',
  'otherDate',
  'countedTwice',
  'unknownCode',
  'notViaCentre',
  'otherCounting',
] as const;

export type Cause = (typeof CAUSES)[number];

/**
 * How much each cause speaks for a dossier being the one that is counted otherwise: the system's own word
 * first, then data older than the end of the period, then what only might matter.
 */
const WEIGHTS = {
  otherStatus: 5,
  lateSync: 4,
  otherDate: 3,
  countedTwice: 3,
  unknownCode: 2,
  notViaCentre: 2,
  notImported: 1,
  otherCounting: 1,
} as const satisfies Record<Cause, number>;

export const weightOf = (causes: readonly Cause[]): number =>
  causes.reduce((sum, cause) => sum + WEIGHTS[cause], 0);
