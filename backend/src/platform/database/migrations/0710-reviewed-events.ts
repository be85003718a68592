import { forward } from './forward.ts';

/**
 * *Cần xem lại* speaks of the few who were asked, held, refused or stopped. A city asks for all its communes at once:
 * found by what was done, not by reading everybody.
 */
export const reviewedEvents = forward('ReviewedEvents1795330000710', [
  `create index dossier_event_reviewed on dossier_event (unit_id, occurred_at) include (dossier_id)
     where type in ('supplementRequested', 'held', 'refused', 'stopped', 'corrected')`,
]);
