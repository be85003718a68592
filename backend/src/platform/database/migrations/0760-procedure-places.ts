import { forward } from './forward.ts';

/**
 * Entries keep the order in which the catalogue took them up: a published list has one, and the fields of a
 * report follow it.
 */
export const procedurePlaces = forward('ProcedurePlaces1795330000760', [
  `alter table procedure
     add column if not exists place bigint not null generated always as identity`,
]);
