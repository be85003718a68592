import { forward } from './forward.ts';

/** What heap an open dossier lies in is read off the index: its row is long, and every open page asks. */
export const heapsByIndex = forward('HeapsByIndex1795330000765', [
  'drop index if exists dossier_open_due',
  `create index dossier_open_due on dossier (unit_id, due_at, id)
     include (state, near_at, paused_since) where finished_at = 'infinity'`,
]);
