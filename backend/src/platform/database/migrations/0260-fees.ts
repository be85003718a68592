import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

const feeTypes = `'feeCharged', 'paymentRequested', 'feePaid', 'paymentReceived'`;

/** The last word of several corrections on one member of what a payment says. */
const lastWord = (member: string) => `(select change.payload #> '{changes,payload,${member}}'
  from dossier_event as change
  where change.unit_id = at_unit and change.dossier_id = at_id and change.type = 'corrected'
    and (change.payload ->> 'version')::int = told.version and change.version <> all (gone)
    and change.payload #> '{changes,payload,${member}}' is not null
  order by change.version desc limit 1)`;

/**
 * What dossiers owe and pay, told by their events and told anew whenever one more speaks of money; and the books
 * the cashiers have closed.
 */
export const fees = forward('Fees1795240000260', [
  `create table fee_entry (
     unit_id int not null,
     dossier_id uuid not null,
     version int not null,
     kind text not null check (kind in ('charge', 'request', 'payment')),
     amount bigint not null check (amount >= 0),
     method text,
     occurred_at timestamptz not null,
     actor_kind text not null,
     actor_id text not null,
     source text,
     -- Whose book it is in; what another system told is in no officer's.
     officer text not null generated always as (case when actor_kind = 'officer' then actor_id
       else 'source:' || coalesce(source, actor_kind) end) stored,
     primary key (unit_id, dossier_id, version),
     foreign key (unit_id, dossier_id, version) references dossier_event (unit_id, dossier_id, version),
     check ((kind = 'payment') = (method is not null))
   )`,
  `create index fee_entry_taken on fee_entry (unit_id, occurred_at, dossier_id, version)
     where kind = 'payment' and amount > 0`,
  ...walled('fee_entry', { app: 'select, insert, delete', reader: 'select' }),

  `create table fee_account (
     unit_id int not null,
     dossier_id uuid not null,
     charged bigint not null,
     paid bigint not null,
     standing text not null
       check (standing in ('owing', 'partly', 'settled', 'overpaid', 'exempt', 'untold')),
     last_at timestamptz not null,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  'create index fee_account_standing on fee_account (unit_id, standing, last_at, dossier_id)',
  ...walled('fee_account', { app: 'select, insert, delete', reader: 'select' }),

  // Amendments may name any event before them, amendments too: what is void is read from the last one back.
  `create function tell_fees(at_unit int, at_id uuid) returns void language plpgsql volatile as $$
   declare
     gone int[] := '{}';
     amendment record;
   begin
     delete from fee_entry where unit_id = at_unit and dossier_id = at_id;
     for amendment in
       select version, (payload ->> 'version')::int as target from dossier_event
         where unit_id = at_unit and dossier_id = at_id and type = 'voided' order by version desc
     loop
       if amendment.version <> all (gone) then gone := gone || amendment.target; end if;
     end loop;

     insert into fee_entry (unit_id, dossier_id, version, kind, amount, method, occurred_at,
         actor_kind, actor_id, source)
       select at_unit, at_id, told.version,
         case told.type when 'feeCharged' then 'charge' when 'paymentRequested' then 'request'
           else 'payment' end,
         coalesce(${lastWord('amount')}, told.said -> 'amount')::bigint,
         case when told.type in ('feePaid', 'paymentReceived')
           then coalesce(${lastWord('method')}, told.said -> 'method') #>> '{}' end,
         coalesce((select (change.payload #>> '{changes,occurredAt}')::timestamptz
           from dossier_event as change
           where change.unit_id = at_unit and change.dossier_id = at_id and change.type = 'corrected'
             and (change.payload ->> 'version')::int = told.version and change.version <> all (gone)
             and change.payload #>> '{changes,occurredAt}' is not null
           order by change.version desc limit 1), told.occurred_at),
         told.actor ->> 'kind', told.actor ->> 'id', told.source
       from (
         select version, type, occurred_at, payload as said, actor, source from dossier_event
           where unit_id = at_unit and dossier_id = at_id and type in (${feeTypes})
         union all
         select version, payload #>> '{insert,type}', (payload #>> '{insert,occurredAt}')::timestamptz,
             payload #> '{insert,payload}', actor, source
           from dossier_event where unit_id = at_unit and dossier_id = at_id and type = 'corrected'
             and payload #>> '{insert,type}' in (${feeTypes})
       ) as told
       where told.version <> all (gone);
     perform tell_fee_account(at_unit, at_id);
   end $$`,

  `create function tell_fee_account(at_unit int, at_id uuid) returns void
   language plpgsql volatile as $$
   declare
     entry fee_entry;
     charged bigint := 0;
     paid bigint := 0;
     is_charged boolean := false;
     is_untold boolean := false;
     last_at timestamptz;
   begin
     delete from fee_account where unit_id = at_unit and dossier_id = at_id;
     for entry in select * from fee_entry
       where unit_id = at_unit and dossier_id = at_id order by occurred_at, version
     loop
       last_at := entry.occurred_at;
       is_untold := is_untold or (entry.source is not null and entry.amount = 0);
       is_charged := is_charged or entry.kind <> 'payment';
       case entry.kind
         when 'charge' then charged := charged + entry.amount;
         -- What is asked for while a dossier waits is what still has to be paid then.
         when 'request' then charged := greatest(charged, paid + entry.amount);
         else paid := paid + entry.amount;
       end case;
     end loop;
     if last_at is null then return; end if;
     if not is_charged or (charged = 0 and is_untold) then charged := paid; end if;
     insert into fee_account values (at_unit, at_id, charged, paid,
       case when charged > paid then case when paid > 0 then 'partly' else 'owing' end
         when charged < paid then 'overpaid'
         when charged > 0 then 'settled'
         when is_untold then 'untold' else 'exempt' end,
       last_at);
   end $$`,

  `create function follow_fees() returns trigger language plpgsql as $$
   begin
     perform tell_fees(new.unit_id, new.dossier_id);
     return null;
   end $$`,
  // Whoever writes events, be it a command, an import or a loader: the books follow in the same transaction.
  `create trigger fees_follow after insert on dossier_event for each row
     when (new.type in (${feeTypes}, 'corrected', 'voided'))
     execute function follow_fees()`,

  // What was told before there were books.
  `do $$
   begin
     perform set_config('app.units', (select coalesce(array_agg(id), '{}') from unit)::text, true);
     perform tell_fees(told.unit_id, told.dossier_id)
       from (select distinct unit_id, dossier_id from dossier_event
         where type in (${feeTypes}, 'corrected')) as told;
     perform set_config('app.units', '', true);
   end $$`,

  `create table fee_closing (
     unit_id int not null references unit,
     day date not null,
     officer text not null,
     revision int not null check (revision >= 1),
     lines jsonb not null,
     members jsonb not null,
     counted jsonb not null,
     difference bigint not null,
     closed_at timestamptz not null,
     closed_by text not null,
     primary key (unit_id, day, officer, revision)
   )`,
  ...walled('fee_closing', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('fee_closing'),

  // Free words, which may name somebody: they can be erased, the closing cannot.
  `create table fee_closing_reason (
     unit_id int not null,
     day date not null,
     officer text not null,
     revision int not null,
     body text not null,
     primary key (unit_id, day, officer, revision),
     foreign key (unit_id, day, officer, revision) references fee_closing (unit_id, day, officer, revision)
   )`,
  ...walled('fee_closing_reason', { app: 'select, insert, delete' }),
]);
