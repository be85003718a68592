import { forward } from './forward.ts';

const DONE = "where finished_at < 'infinity'";

/** Lists over years of dossiers: what is done is ordered apart, and costs nothing while it is not. */
export const longLists = forward('LongLists1795240000142', [
  'drop index dossier_procedure',
  'drop index dossier_field',
  `create index dossier_done_due on dossier (unit_id, due_at, id) ${DONE}`,
  `create index dossier_done_procedure on dossier (unit_id, procedure_code, due_at, id) ${DONE}`,
  `create index dossier_done_field on dossier (unit_id, field, due_at, id) ${DONE}`,
  `create index dossier_done_holder on dossier (unit_id, holder_user, due_at, id) ${DONE}`,
  `create index dossier_done_department on dossier (unit_id, holder_department, due_at, id) ${DONE}`,
  `create index dossier_done_source on dossier (unit_id, source, due_at, id) ${DONE}`,
  // Nearly everything comes online: the other channels are what is looked for.
  `create index dossier_done_channel on dossier (unit_id, channel, due_at, id)
     ${DONE} and channel <> 'online'`,
  // Which words a dossier has: for a search that would find half of the unit. The dossier leads, or a question
  // for words would be answered by going through all of the unit's.
  'create index search_word_dossier on search_word (dossier_id, unit_id)',
]);
