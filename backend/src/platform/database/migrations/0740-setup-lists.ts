import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/** Which lists of procedures and of people were taken over, by whom, and what came of them: no row of theirs. */
export const setupLists = forward('SetupLists1795330000740', [
  `create table setup_list (
     unit_id int not null references unit,
     id uuid not null,
     profile text not null check (profile in ('procedures', 'people')),
     name text,
     actor jsonb not null,
     taken_at timestamptz not null,
     rows int not null,
     new int not null,
     changed int not null,
     unchanged int not null,
     wrong int not null,
     primary key (unit_id, id),
     check (rows = new + changed + unchanged + wrong)
   )`,
  'create index setup_list_recent on setup_list (unit_id, taken_at, id)',
  ...walled('setup_list', { app: 'select, insert' }),
  ...appendOnly('setup_list'),
]);
