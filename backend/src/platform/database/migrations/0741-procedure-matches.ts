import { forward } from './forward.ts';
import { appendOnly, shared } from './wall.ts';

/**
 * Which procedure of the catalogue a code of a source is, as somebody confirmed it: the last that was said holds,
 * and null takes it back. The codes of dossiers stay as they were told.
 */
export const procedureMatches = forward('ProcedureMatches1795330000741', [
  `create table procedure_match (
     owner_id int not null references unit,
     code text collate "C" not null,
     number int not null check (number >= 1),
     target_code text collate "C",
     target_field text,
     matched_at timestamptz not null,
     matched_by text not null,
     primary key (owner_id, code, number),
     check ((target_code is null) = (target_field is null)),
     check (target_code <> code)
   )`,
  ...shared('procedure_match', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('procedure_match'),
]);
