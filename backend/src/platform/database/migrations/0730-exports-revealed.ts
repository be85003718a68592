import { forward } from './forward.ts';

/** Whoever takes persons out with their dossiers looks at what is masked, too: of many at once, for one reason. */
export const exportsRevealed = forward('ExportsRevealed1795330000730', [
  'alter table reveal_reason alter column dossier_id drop not null',
  'drop index audit_reveal',
  `create index audit_reveal on audit (unit_id, position)
     where act in ('dossier.reveal', 'applicant.find', 'dossiers.revealed')`,
]);
