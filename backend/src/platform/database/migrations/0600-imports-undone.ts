import { forward } from './forward.ts';
import { walled } from './wall.ts';

/**
 * *Hoàn tác đợt nhập*: what each row found and left behind, so that it can be taken back; and what became of each
 * dossier when somebody did. Persons stand in a column of their own, which is emptied like the rows themselves.
 */
export const importsUndone = forward('ImportsUndone1795330000600', [
  `create table import_trace (
     unit_id int not null,
     import_id uuid not null,
     number int not null check (number >= 1),
     position bigint not null generated always as identity,
     dossier_id uuid not null,
     version_before int not null check (version_before >= 0),
     version_after int not null check (version_after >= version_before),
     -- The version at which nothing has happened since but what was itself undone.
     stands_at int not null check (stands_at >= version_after),
     source text not null,
     external_code text collate "C" not null,
     record jsonb,
     person jsonb,
     primary key (unit_id, import_id, number),
     foreign key (unit_id, import_id, number) references import_row (unit_id, import_id, number)
   )`,
  'create index import_trace_dossier on import_trace (unit_id, dossier_id, position)',
  ...walled('import_trace', { app: 'select, insert, update' }),

  `create table import_undo (
     unit_id int not null,
     import_id uuid not null,
     state text not null check (state in ('running', 'done', 'failed')),
     asked_by jsonb not null,
     asked_at timestamptz not null,
     dossiers int not null check (dossiers >= 0),
     annulled int not null default 0,
     voided int not null default 0,
     recorded int not null default 0,
     kept int not null default 0,
     primary key (unit_id, import_id),
     foreign key (unit_id, import_id) references import (unit_id, id)
   )`,
  ...walled('import_undo', { app: 'select, insert, update' }),

  `create table import_undo_item (
     unit_id int not null,
     import_id uuid not null,
     dossier_id uuid not null,
     act text not null check (act in ('annul', 'void', 'record', 'keep')),
     reason text check (reason in ('imported-later', 'acted-on', 'linked-to', 'unexpected')),
     primary key (unit_id, import_id, dossier_id),
     foreign key (unit_id, import_id) references import_undo (unit_id, import_id),
     check ((act = 'keep') = (reason is not null))
   )`,
  ...walled('import_undo_item', { app: 'select, insert, delete' }),

  // What was told of a dossier that should never have been is told of nobody any more.
  'grant delete on source_record to motcua_app',
]);
