import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/**
 * The papers made of what was issued, byte by byte, each sealed to the one made before it in the unit. With
 * every number that is attached another edition is made; none replaces another.
 */
export const reportPapers = forward('ReportPapers1795250000535', [
  `create table report_paper (
     unit_id int not null,
     issue_id uuid not null,
     edition int not null check (edition >= 1),
     format text not null check (format in ('docx', 'pdf')),
     link int not null check (link >= 1),
     content bytea not null,
     previous bytea,
     sha256 bytea not null,
     made_at timestamptz not null,
     primary key (unit_id, issue_id, edition, format),
     unique (unit_id, link),
     foreign key (unit_id, issue_id) references report_frozen (unit_id, issue_id),
     check ((link = 1) = (previous is null)),
     check (sha256 = sha256(coalesce(previous, '') || sha256(content)))
   )`,
  ...walled('report_paper', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('report_paper'),
]);
