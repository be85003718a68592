import { forward } from './forward.ts';

const KEPT = 'reconciliation_explanation';

/** What people wrote beside dossiers can be erased in its time as well: all else of an explanation stays. */
export const wordsAroundDossiers = forward('WordsAroundDossiers1795330000770', [
  `create or replace function keep_all_but_the_note() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' then
       if new.note is null and to_jsonb(new) - 'note' = to_jsonb(old) - 'note' then
         return new;
       end if;
     end if;
     raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
   end $$`,
  `drop trigger ${KEPT}_is_kept on ${KEPT}`,
  `create trigger ${KEPT}_is_kept before update or delete on ${KEPT}
     for each row execute function keep_all_but_the_note()`,
  `grant update (note) on ${KEPT} to motcua_app`,
  'alter table retention_night add column if not exists notes int not null default 0 check (notes >= 0)',
]);
