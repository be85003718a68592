import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** What a leader is told of a working day when it begins: one letter each, written when it leaves. */
export const briefings = forward('Briefings1795310000500', [
  // \`at\` is the office's; leases, tries and settling are the machine's.
  `create table briefing (
     unit_id int not null references unit,
     day date not null,
     user_id uuid not null references office_user,
     id uuid not null,
     at timestamptz not null,
     state text not null default 'open' check (state in ('open', 'sent', 'superseded', 'dead')),
     tries int not null default 0 check (tries >= 0),
     first_tried_at timestamptz,
     leased_until timestamptz,
     settled_at timestamptz,
     fault text,
     primary key (unit_id, day, user_id),
     check ((state = 'open') = (settled_at is null))
   )`,
  `create index briefing_open on briefing (unit_id, at) where state = 'open'`,
  ...walled('briefing', { app: 'select, insert, update' }),
]);
