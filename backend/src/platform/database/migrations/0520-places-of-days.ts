import { forward } from './forward.ts';

/** What came and was finished in a department, day by day: read off indexes alone, without the rows behind. */
export const placesOfDays = forward('PlacesOfDays1795260000520', [
  `create index dossier_finished_place on dossier (unit_id, finished_at, id)
     include (holder_department, holder_user)`,
  'drop index dossier_finished',
  'alter index dossier_finished_place rename to dossier_finished',
  `create index dossier_fact_came_place on dossier_fact (unit_id, came_at)
     include (dossier_id, finished_at) where not left_out`,
  'drop index dossier_fact_came_days',
  'alter index dossier_fact_came_place rename to dossier_fact_came_days',
  `create index dossier_fact_finished_place on dossier_fact (unit_id, finished_at)
     include (dossier_id, due_at, before_extension_at) where not left_out`,
  'drop index dossier_fact_finished_days',
  'alter index dossier_fact_finished_place rename to dossier_fact_finished_days',
]);
