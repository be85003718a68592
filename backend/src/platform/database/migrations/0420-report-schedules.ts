import { forward } from './forward.ts';
import { shared, walled } from './wall.ts';

const KINDS = `('weekly', 'monthly', 'quarterly', 'halfYear', 'nineMonths', 'yearly')`;

/** Which reports are drawn up by themselves, by when they are to be sent, and which are awaited. */
export const reportSchedules = forward('ReportSchedules1795250000420', [
  `create table report_schedule (
     owner_id int not null references unit,
     report text not null check (report in ${KINDS}),
     enabled boolean,
     due_working_days int check (due_working_days between 1 and 60),
     primary key (owner_id, report)
   )`,
  ...shared('report_schedule', { app: 'select, insert, update', reader: 'select' }),

  // One row for each period that is over: whoever writes it first makes the draft. Without a due moment
  // nobody awaits the report: it was before the unit's time, or is not asked for.
  `create table report_expected (
     unit_id int not null references unit,
     report text not null check (report in ${KINDS}),
     from_day date not null,
     to_day date not null check (to_day >= from_day),
     made_at timestamptz not null,
     due_at timestamptz,
     counted_after date,
     issue_id uuid,
     check ((due_at is null) = (counted_after is null)),
     primary key (unit_id, report, to_day),
     foreign key (unit_id, issue_id) references report_issue (unit_id, id)
   )`,
  ...walled('report_expected', { app: 'select, insert, update', reader: 'select' }),
]);
