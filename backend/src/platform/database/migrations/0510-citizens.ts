import { forward } from './forward.ts';
import { walled } from './wall.ts';

const KINDS = `('received', 'supplement', 'resultReady', 'apology')`;

/** What citizens are told, what they said about it, and who is rung up because no message reached them. */
export const citizens = forward('Citizens1795300000510', [
  // The latest word counts: a withdrawal after it was given, or a yes after a withdrawal.
  `create table citizen_consent (
     unit_id int not null,
     dossier_id uuid not null,
     given_at timestamptz,
     given_by uuid,
     withdrawn_at timestamptz,
     withdrawn_by uuid,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id),
     check (given_at is not null or withdrawn_at is not null)
   )`,
  ...walled('citizen_consent', { app: 'select, insert, update' }),

  // Said at the counter and kept with the receipt in one statement: there is no moment with one and not the other.
  `create function append_consenting(request jsonb) returns jsonb language plpgsql volatile as $$
   declare
     answer jsonb;
   begin
     answer := append_in_force(request);
     if answer ->> 'kind' = 'appended' then
       insert into citizen_consent (unit_id, dossier_id, given_at, given_by)
         values ((request ->> 'unit')::int, (request ->> 'dossierId')::uuid,
           (request #>> '{consent,at}')::timestamptz, (request #>> '{consent,by}')::uuid);
     end if;
     return answer;
   end $$`,

  // One for each occasion, however often its order comes. `leaving` is written before anything leaves: what is
  // found so when its lease is over may have arrived, and is not sent a second time.
  `create table citizen_message (
     unit_id int not null,
     id uuid not null,
     dossier_id uuid not null,
     version int not null check (version >= 1),
     kind text not null check (kind in ${KINDS}),
     ordered_at timestamptz not null,
     at timestamptz not null,
     state text not null default 'open'
       check (state in ('open', 'leaving', 'sent', 'superseded', 'call', 'called')),
     way text check (way in ('gateway', 'email')),
     tries int not null default 0 check (tries >= 0),
     first_tried_at timestamptz,
     retry_at timestamptz,
     leased_until timestamptz,
     settled_at timestamptz,
     fault text,
     calls int not null default 0 check (calls >= 0),
     call_not_before timestamptz,
     called_by uuid,
     primary key (unit_id, id),
     unique (unit_id, dossier_id, kind, version),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id),
     check ((state in ('open', 'leaving')) = (settled_at is null)),
     check ((state = 'leaving') = (leased_until is not null))
   )`,
  `create index citizen_message_due on citizen_message (unit_id, at, id) where state = 'open'`,
  `create index citizen_message_leaving on citizen_message (unit_id, leased_until)
     where state = 'leaving'`,
  `create index citizen_message_call on citizen_message (unit_id, ordered_at, id)
     where state = 'call'`,
  'create index citizen_message_list on citizen_message (unit_id, at desc, id desc)',
  ...walled('citizen_message', { app: 'select, insert, update' }),

  // The office's own people and its citizens are told by different systems.
  `alter table hook add column serves text not null default 'officers'
     check (serves in ('officers', 'citizens'))`,
  'alter table hook add column template_ids jsonb',
  'drop index hook_in_use',
  'create unique index hook_in_use on hook (unit_id, serves) where ended_at is null',
]);
