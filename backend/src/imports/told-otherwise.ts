import { stateTold, type DossierState } from '#domain/dossier';
import type { ToldDossier } from '#domain/import';
import type { KeptDifference } from './import-row.ts';

const difference = (type: string): KeptDifference => ({ kind: 'otherwise', type, taken: false });

/** What the source says otherwise of who the dossier is. Nothing of that is taken over. */
export const factsOtherwise = (
  told: ToldDossier,
  { intake }: DossierState,
): readonly KeptDifference[] => [
  ...(told.procedure.code === intake.procedure.code ? [] : [difference('procedureCode')]),
  ...(told.channel === intake.channel ? [] : [difference('channel')]),
];

/** What a second system says otherwise: counted once, and shown beside. */
export function otherwiseTold(told: ToldDossier, state: DossierState): readonly KeptDifference[] {
  const declared = told.declaredDueAt;
  const isOtherDue = declared !== undefined && declared !== state.due?.dueAt;
  const theirs = stateTold(told.tellings).name;
  return [
    ...factsOtherwise(told, state),
    ...(isOtherDue ? [difference('declaredDueAt')] : []),
    ...(theirs === state.name ? [] : [difference('state')]),
  ];
}
