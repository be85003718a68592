import { forward } from './forward.ts';
import { walled } from './wall.ts';

/**
 * What was brought in from other systems. The ledger of rows stays; what was said of persons lies apart, in the
 * file and in the bodies, and is gone once it is committed or nobody wants it any more.
 */
export const imports = forward('Imports1795240000240', [
  `create table import (
     unit_id int not null references unit,
     id uuid not null,
     profile text not null check (profile in ('dossiers-national', 'dossiers-ndjson')),
     state text not null check (state in
       ('queued', 'checking', 'checked', 'committing', 'done', 'failed', 'cancelled')),
     dry_run boolean not null,
     asked jsonb not null,
     actor jsonb not null,
     sha256 bytea not null check (length(sha256) = 32),
     exported_at timestamptz not null,
     created_at timestamptz not null,
     changed_at timestamptz not null,
     rows int not null default 0,
     new int not null default 0,
     changed int not null default 0,
     unchanged int not null default 0,
     wrong int not null default 0,
     done int not null default 0,
     skipped int not null default 0,
     differing int not null default 0,
     warnings text[] not null default '{}',
     failure text,
     erased boolean not null default false,
     primary key (unit_id, id),
     check (rows = new + changed + unchanged + wrong),
     check (done <= rows),
     check ((failure is null) = (state <> 'failed'))
   )`,
  'create index import_recent on import (unit_id, created_at, id)',
  'create index import_same on import (unit_id, sha256)',
  'create index import_kept on import (unit_id, changed_at) where not erased',
  ...walled('import', { app: 'select, insert, update' }),

  `create table import_file (
     unit_id int not null,
     import_id uuid not null,
     number int not null check (number >= 0),
     body bytea not null,
     primary key (unit_id, import_id, number),
     foreign key (unit_id, import_id) references import (unit_id, id)
   )`,
  ...walled('import_file', { app: 'select, insert, delete' }),

  `create table import_row (
     unit_id int not null,
     import_id uuid not null,
     number int not null check (number >= 1),
     line int not null check (line >= 1),
     kind text not null check (kind in ('new', 'changed', 'unchanged', 'wrong')),
     settled boolean not null default false,
     source text,
     external_code text collate "C",
     official_code text collate "C",
     dossier_id uuid,
     marks text[] not null default '{}',
     differences jsonb not null default '[]',
     faults jsonb not null default '[]',
     primary key (unit_id, import_id, number),
     foreign key (unit_id, import_id) references import (unit_id, id)
   )`,
  `create index import_row_open on import_row (unit_id, import_id, number) where not settled`,
  `create index import_row_kind on import_row (unit_id, import_id, kind, number)`,
  ...walled('import_row', { app: 'select, insert, update' }),

  `create table import_body (
     unit_id int not null,
     import_id uuid not null,
     number int not null,
     body jsonb not null,
     primary key (unit_id, import_id, number),
     foreign key (unit_id, import_id, number) references import_row (unit_id, import_id, number)
   )`,
  ...walled('import_body', { app: 'select, insert, update, delete' }),

  // Many commands' outcomes in one way there and back: all of them are kept, or none.
  `create function append_many(requests jsonb) returns jsonb language plpgsql volatile as $$
   declare
     request jsonb;
     answers jsonb := '[]';
   begin
     for request in select value from jsonb_array_elements(requests) loop
       answers := answers || append_in_force(request);
     end loop;
     return answers;
   end $$`,
]);
