import { forward } from './forward.ts';

/** Few wait before they are accepted; the line under a table finds them without the last stretch of everybody. */
export const awaitingIntake = forward('AwaitingIntake1795260000670', [
  `create index dossier_span_awaiting_intake on dossier_span (unit_id, from_at) include (dossier_id, to_at)
     where state = 'awaitingIntakeSupplement'`,
]);
