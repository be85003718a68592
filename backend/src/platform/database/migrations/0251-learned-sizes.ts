import { forward } from './forward.ts';

/**
 * In a new database PostgreSQL takes every table for empty, and reads a whole unit for each row it looks for
 * (14 ms a dossier instead of 3) until its own round comes by. The application may have it look sooner.
 */
export const learnedSizes = forward('LearnedSizes1795240000251', [
  `create function learn_sizes() returns boolean language plpgsql volatile
   security definer set search_path = motcua, pg_temp as $$
   begin
     -- What it has seen a thousand of it knows well enough; the rest is the database's own affair.
     if (select reltuples from pg_class where oid = 'dossier_span'::regclass) >= 1000 then
       return false;
     end if;
     if not pg_try_advisory_xact_lock(hashtextextended('learn sizes', 0)) then return false; end if;
     analyze dossier, dossier_event, dossier_span, source_record, search_word, applicant, import_row,
       import_body;
     return true;
   end $$`,
  'revoke execute on function learn_sizes() from public',
  'grant execute on function learn_sizes() to motcua_app',
]);
