import { forward } from './forward.ts';
import { granted } from './wall.ts';

/** How often wrong pairs were tried, by whom (hashed) and altogether; shared by every process. */
export const lookup = forward('Lookup1795240000111', [
  `create table lookup_miss (
     bucket text primary key,
     began_at timestamptz not null,
     n int not null check (n >= 1)
   )`,
  ...granted('lookup_miss', { app: 'select, insert, update, delete' }),
]);
