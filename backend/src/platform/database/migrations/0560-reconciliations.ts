import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/** *Đối soát*: what a source said of a period beside what we counted then, and what was found of the difference. */
export const reconciliations = forward('Reconciliations1795260000560', [
  `create table reconciliation (
     unit_id int not null references unit,
     id uuid not null,
     source text not null check (source <> ''),
     from_day date not null,
     to_day date not null check (to_day >= from_day),
     import_id uuid,
     made_at timestamptz not null,
     made_by text not null,
     position bigint not null,
     ours int not null check (ours >= 0),
     cells jsonb not null,
     primary key (unit_id, id),
     foreign key (unit_id, import_id) references import (unit_id, id)
   )`,
  'create index reconciliation_recent on reconciliation (unit_id, made_at, id)',
  ...walled('reconciliation', { app: 'select, insert' }),
  ...appendOnly('reconciliation'),

  `create table reconciliation_finding (
     unit_id int not null,
     reconciliation_id uuid not null,
     number int not null check (number >= 1),
     kind text not null check (kind in
       ('onlyThere', 'onlyHere', 'otherwise', 'candidate', 'lateThere', 'lateHere')),
     external_code text collate "C" not null,
     line int,
     dossier_id uuid,
     row_key text,
     column_key text,
     causes text[] not null,
     declared_due_at timestamptz,
     due_at timestamptz,
     finished_at timestamptz,
     primary key (unit_id, reconciliation_id, number),
     foreign key (unit_id, reconciliation_id) references reconciliation (unit_id, id),
     check ((kind = 'candidate') = (row_key is not null)),
     check ((row_key is null) = (column_key is null))
   )`,
  ...walled('reconciliation_finding', { app: 'select, insert' }),
  ...appendOnly('reconciliation_finding'),

  // What a person found out; the last word counts, the earlier ones stay.
  `create table reconciliation_explanation (
     unit_id int not null,
     reconciliation_id uuid not null,
     number int not null,
     nth int not null check (nth >= 1),
     cause text not null,
     note text,
     owner_id uuid references office_user,
     explained_by text not null,
     explained_at timestamptz not null,
     primary key (unit_id, reconciliation_id, number, nth),
     foreign key (unit_id, reconciliation_id, number)
       references reconciliation_finding (unit_id, reconciliation_id, number)
   )`,
  ...walled('reconciliation_explanation', { app: 'select, insert' }),
  ...appendOnly('reconciliation_explanation'),
]);
