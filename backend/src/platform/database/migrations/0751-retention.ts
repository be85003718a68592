import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/** How long a unit keeps what is said of persons once a dossier has ended, and what each night erased. */
export const retention = forward('Retention1795330000751', [
  `create table retention_rule (
     unit_id int not null references unit,
     version int not null check (version >= 1),
     rules jsonb not null,
     set_at timestamptz not null,
     set_by text not null,
     reason text not null,
     primary key (unit_id, version)
   )`,
  ...walled('retention_rule', { app: 'select, insert' }),
  ...appendOnly('retention_rule'),

  `create table retention_night (
     unit_id int not null references unit,
     day date not null,
     kind text not null check (kind in ('applicants', 'words')),
     dossiers int not null check (dossiers >= 0),
     primary key (unit_id, day, kind)
   )`,
  ...walled('retention_night', { app: 'select, insert, update' }),
]);
