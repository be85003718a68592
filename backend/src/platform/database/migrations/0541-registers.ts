import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/** The registers of a report: an entry is its last revision, and every revision stays. */
export const registers = forward('Registers1795270000541', [
  `create table register_entry (
     unit_id int not null references unit,
     id uuid not null,
     revision int not null check (revision >= 1),
     kind text not null,
     day date not null,
     entry_values jsonb not null check (jsonb_typeof(entry_values) = 'object'),
     removed boolean not null,
     recorded_at timestamptz not null,
     recorded_by jsonb not null,
     primary key (unit_id, id, revision)
   )`,
  'create index register_entry_days on register_entry (unit_id, kind, day, id)',
  ...walled('register_entry', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('register_entry'),
]);
