import { forward } from './forward.ts';

/** What reports ask of a dossier is kept with those that are born together, as with any other. */
export const factsOfBirths = forward('FactsOfBirths1795240000278', [
  `create function append_birth_facts(at_unit int, births jsonb[]) returns void
   language plpgsql volatile as $$
   begin
     insert into dossier_fact
       select told.* from unnest(births) as request
       cross join jsonb_populate_record(null::dossier_fact, request -> 'facts'
         || jsonb_build_object('unit_id', at_unit, 'dossier_id', request -> 'dossierId')) as told
       where request ? 'facts';
   end $$`,

  `create or replace function append_many(requests jsonb) returns jsonb language plpgsql volatile as $$
   declare
     at_unit constant int := (requests #>> '{0,unit}')::int;
     births jsonb[];
     born jsonb := '[]';
     request jsonb;
     answers jsonb := '[]';
     next int := 0;
   begin
     births := array(select value from jsonb_array_elements(requests) with ordinality as told (value, place)
       where is_plain_birth(value) and value -> 'unit' = requests #> '{0,unit}' order by place);
     if cardinality(births) > 0 then
       born := append_births(at_unit, births);
       if born #>> '{0,kind}' = 'appended' then perform append_birth_facts(at_unit, births); end if;
     end if;
     for request in select value from jsonb_array_elements(requests) loop
       if is_plain_birth(request) and request -> 'unit' = requests #> '{0,unit}' then
         answers := answers || jsonb_build_array(born -> next);
         next := next + 1;
       else
         answers := answers || append_in_force(request);
       end if;
     end loop;
     return answers;
   end $$`,
]);
