import { forward } from './forward.ts';

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`;

/** Seals over the audit: each says what stood in its stretch of lines and leans on the seal before it. */
export const auditSeal = forward('AuditSeal1795233600080', [
  // Sign-ins belong where the administrator of the account looks: the first of its units.
  `create function home_of(who uuid) returns int language plpgsql volatile as $$
   declare home int;
   begin
     perform set_config('app.units', (select array_agg(id)::text from unit), true);
     select unit.id into home from membership join unit on unit.id = membership.unit_id
       where user_id = who order by unit.code limit 1;
     return home;
   end $$`,

  `create function audit_hash(previous bytea, line audit) returns bytea language sql stable as $$
     select sha256(previous || convert_to(jsonb_build_array(
       line.unit_id, line.position, ${ms('line.office_at')}, ${ms('line.machine_at')}, line.actor,
       line.act, line.outcome, line.subject_type, line.subject_id, line.facts, line.request_id,
       host(line.address))::text, 'UTF8'))
   $$`,

  // Only what is settled: a line that commits later could otherwise slip in below the seal.
  `create function seal_audit(at_unit int, most int) returns jsonb language plpgsql volatile as $$
   declare
     settled constant bigint := settled_position();
     former audit_seal;
     told record;
     chain bytea := '';
     first_one bigint;
     last_one bigint;
     lines int := 0;
   begin
     perform set_config('app.units', '{' || at_unit || '}', true);
     if not pg_try_advisory_xact_lock(hashtextextended('seal of the audit', at_unit)) then
       return null;
     end if;
     select * into former from audit_seal where unit_id = at_unit order by number desc limit 1;
     if found then chain := former.hash; end if;
     for told in
       select audit as line, position from audit
         where unit_id = at_unit and position > coalesce(former.last_position, 0)
           and position <= settled
         order by position limit most
     loop
       chain := audit_hash(chain, told.line);
       first_one := coalesce(first_one, told.position);
       last_one := told.position;
       lines := lines + 1;
     end loop;
     if lines = 0 then return null; end if;
     insert into audit_seal (unit_id, number, first_position, last_position, row_count, hash)
       values (at_unit, coalesce(former.number, 0) + 1, first_one, last_one, lines, chain);
     return jsonb_build_object('unitId', at_unit, 'number', coalesce(former.number, 0) + 1,
       'rows', lines, 'hash', encode(chain, 'hex'));
   end $$`,

  // The first seal of each unit that does not fit what it was put on, or the seal before it.
  `create function broken_audit_seals() returns table (unit_id int, number int)
   language plpgsql stable as $$
   declare
     seal audit_seal;
     line audit;
     chain bytea;
     at_unit int := -1;
     expected int;
     last_one bigint;
     lines int;
   begin
     for seal in select * from audit_seal order by audit_seal.unit_id, audit_seal.number loop
       if seal.unit_id <> at_unit then
         at_unit := seal.unit_id; expected := 1; chain := '';
         last_one := '-9223372036854775808';
       end if;
       continue when expected is null;
       lines := 0;
       for line in select * from audit where audit.unit_id = at_unit
           and position > last_one and position <= seal.last_position order by position loop
         chain := audit_hash(chain, line);
         lines := lines + 1;
       end loop;
       if seal.number <> expected or lines <> seal.row_count or chain <> seal.hash then
         unit_id := at_unit; number := expected; expected := null;
         return next;
       else
         expected := expected + 1; last_one := seal.last_position;
       end if;
     end loop;
   end $$`,
]);
