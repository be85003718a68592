import type { OfficerCommand } from '#contract/dossiers';
import type { Permission } from '#contract/identity';

/** What is given to many at once, in the order in which a dossier's day needs it. */
export const manyActs = [
  'complete-step',
  'assign',
  'issue-result',
  'return',
  'complete-on-the-spot',
  'accept',
  'digitise-components',
  'digitise-result',
  'issue-electronic-result',
  'archive',
] as const satisfies readonly OfficerCommand[];

export type ManyAct = (typeof manyActs)[number];

/** How a result reaches the applicant. */
export const returnMethods = ['truc-tiep', 'buu-chinh', 'truc-tuyen'] as const;

export const actsFor = (may: (permission: Permission) => boolean): readonly ManyAct[] =>
  manyActs.filter((act) => may(`dossiers.${act}`));
