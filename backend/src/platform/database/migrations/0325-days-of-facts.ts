import { forward } from './forward.ts';

/** What came and what was finished, day by day: read off the index, whatever else is kept of a dossier. */
export const daysOfFacts = forward('DaysOfFacts1795260000325', [
  `create index dossier_fact_came_days on dossier_fact (unit_id, came_at) where not left_out`,
  `create index dossier_fact_finished_days on dossier_fact (unit_id, finished_at)
     include (due_at, before_extension_at) where not left_out`,
]);
