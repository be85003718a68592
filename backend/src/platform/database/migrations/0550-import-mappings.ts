import { forward } from './forward.ts';
import { walled } from './wall.ts';

/**
 * What lists of other layouts mean, as somebody confirmed it. A version is never changed: an import can say by
 * which one it was read.
 */
export const importMappings = forward('ImportMappings1795270000550', [
  `create table import_mapping (
     unit_id int not null references unit,
     id uuid not null,
     source text not null,
     name text not null,
     version int not null check (version >= 1),
     meaning jsonb not null,
     actor jsonb not null,
     created_at timestamptz not null,
     primary key (unit_id, id),
     unique (unit_id, source, name, version)
   )`,
  ...walled('import_mapping', { app: 'select, insert' }),
]);
