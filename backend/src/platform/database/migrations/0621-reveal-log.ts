import { forward } from './forward.ts';

/** Who looked at what is masked is asked for by itself, and stands far apart among all that is done. */
export const revealLog = forward('RevealLog1795270000621', [
  `create index audit_reveal on audit (unit_id, position)
     where act in ('dossier.reveal', 'applicant.find')`,
]);
