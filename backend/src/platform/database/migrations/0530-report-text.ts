import { forward } from './forward.ts';
import { walled } from './wall.ts';

const FORMS = `('ii06b', 'digitisation', 'indicators', 'sources', 'vertical', 'refusals', 'stood', 'steps',
  'apologies', 'outOfArea', 'bundled', 'previous', 'lastYear')`;

/** What people write in a report, passage by passage, and how its paper is headed and signed. */
export const reportText = forward('ReportText1795250000530', [
  `create table report_passage (
     unit_id int not null,
     issue_id uuid not null,
     key text not null,
     body text not null,
     reviewed boolean not null,
     version int not null check (version >= 1),
     carried_from jsonb,
     changed_at timestamptz not null,
     changed_by jsonb not null,
     primary key (unit_id, issue_id, key),
     foreign key (unit_id, issue_id) references report_issue (unit_id, id)
   )`,
  ...walled('report_passage', { app: 'select, insert, update', reader: 'select' }),

  `create table report_heading (
     unit_id int not null,
     issue_id uuid not null,
     heading jsonb not null,
     version int not null check (version >= 1),
     changed_at timestamptz not null,
     primary key (unit_id, issue_id),
     foreign key (unit_id, issue_id) references report_issue (unit_id, id)
   )`,
  ...walled('report_heading', { app: 'select, insert, update', reader: 'select' }),

  // A number of a sentence is frozen with everybody in it, as the cells of the forms are.
  `alter table report_member drop constraint report_member_form_check,
     add constraint report_member_form_check check (form in ${FORMS})`,
]);
