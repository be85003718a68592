import { forward } from './forward.ts';

/** What was entered since a moment, of one unit: so that a report can be told as it was known then. */
export const entered = forward('Entered1795270000540', [
  `create index dossier_event_entered on dossier_event (unit_id, recorded_at)
     include (dossier_id, version)`,
]);
