import { forward } from './forward.ts';
import { walled } from './wall.ts';

const KINDS = `('weekly', 'monthly', 'quarterly', 'halfYear', 'nineMonths', 'yearly')`;

/** What a unit answers the city, and the figures of units that send files. */
export const cityReports = forward('CityReports1795250000545', [
  'alter table report_issue add column explanation text',
  'alter table report_issue add column explained_at timestamptz',

  // The figures of a file and its seal; the file itself stays with whoever wrote it.
  `create table report_file (
     unit_id int not null references unit,
     id uuid not null,
     report text not null check (report in ${KINDS}),
     from_day date not null,
     to_day date not null check (to_day >= from_day),
     file_name text not null,
     sha256 bytea not null check (length(sha256) = 32),
     forms jsonb not null,
     findings int not null check (findings >= 0),
     names_period boolean not null,
     taken_at timestamptz not null,
     taken_by jsonb not null,
     withdrawn_at timestamptz,
     primary key (unit_id, id)
   )`,
  'create index report_file_period on report_file (unit_id, report, to_day, taken_at)',
  ...walled('report_file', { app: 'select, insert, update', reader: 'select' }),
]);
