import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/** Reports on their way to the city; what was issued is kept as it was, value by value and byte by byte. */
export const reportIssues = forward('ReportIssues1795250000401', [
  `create table report_issue (
     unit_id int not null references unit,
     id uuid not null,
     template text not null,
     number int not null check (number >= 1),
     state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'issued',
       'sent', 'accepted', 'returnedByCity')),
     periods jsonb not null check (periods ? 'main'),
     text text,
     reason text,
     created_at timestamptz not null,
     created_by jsonb not null,
     changed_at timestamptz not null,
     issued_at timestamptz,
     sent_at timestamptz,
     document jsonb,
     primary key (unit_id, id)
   )`,
  'create index report_issue_recent on report_issue (unit_id, created_at, id)',
  ...walled('report_issue', { app: 'select, insert, update' }),

  `create table report_frozen (
     unit_id int not null,
     issue_id uuid not null,
     link int not null check (link >= 1),
     position bigint not null,
     calendar_version text,
     content bytea not null,
     table_xlsx bytea not null,
     previous bytea,
     sha256 bytea not null check (length(sha256) = 32),
     frozen_at timestamptz not null,
     primary key (unit_id, issue_id),
     unique (unit_id, link),
     foreign key (unit_id, issue_id) references report_issue (unit_id, id),
     check ((link = 1) = (previous is null)),
     check (sha256 = sha256(coalesce(previous, '') || sha256(content) || sha256(table_xlsx)))
   )`,
  ...walled('report_frozen', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('report_frozen'),

  `create table report_member (
     unit_id int not null,
     issue_id uuid not null,
     section text not null check (section in ('main', 'cumulative', 'week', 'pakn')),
     form text not null check (form in ('ii06b', 'digitisation')),
     number int not null check (number >= 1),
     row text not null,
     columns text[] not null,
     members uuid[] not null check (cardinality(members) > 0),
     primary key (unit_id, issue_id, section, form, number),
     foreign key (unit_id, issue_id) references report_frozen (unit_id, issue_id)
   )`,
  ...walled('report_member', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('report_member'),
]);
