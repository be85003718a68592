import { forward } from './forward.ts';

/** *Phản ánh, kiến nghị* has a clock of its own: alerts may be about an entry of its register. */
export const feedbackAlerts = forward('FeedbackAlerts1795330000720', [
  'alter table alert drop constraint alert_subject_kind_check',
  `alter table alert add constraint alert_subject_kind_check check (subject_kind in
     ('dossier', 'source', 'calendar', 'delivery', 'import', 'report', 'feedback'))`,
  // What is unanswered is asked for by every look at a unit: few rows of many.
  `create index register_entry_feedback on register_entry (unit_id, id, revision desc)
     where kind = 'feedback'`,
]);
