import { forward } from './forward.ts';
import { granted } from './wall.ts';

/** The catalogue as our migrations left it, line by line; what was changed by hand since can be named. */
export const schemaSeal = forward('SchemaSeal1795233600006', [
  `create table schema_seal (
     id int primary key check (id = 1),
     lines text[] not null,
     sealed_at timestamptz not null
   )`,
  ...granted('schema_seal', { app: 'select' }),
]);
