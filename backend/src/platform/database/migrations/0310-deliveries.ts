import { forward } from './forward.ts';
import { granted, walled } from './wall.ts';

/** Where people are reached outside the product, and by which messages. */
export const deliveries = forward('Deliveries1795250000310', [
  // Rows that left, or may have left, in one message go again as that message: whoever got it knows it.
  'alter table delivery add column parcel uuid',
  'alter table delivery add column first_tried_at timestamptz',
  `create index delivery_lane on delivery (channel, unit_id, at) where state = 'open'`,
  'drop index delivery_due',
  `create index delivery_list on delivery (unit_id, at desc, alert_id, channel, user_id)`,

  // Of a person, not of a unit; apart from the account, so that a list of people never carries it.
  `create table contact (
     user_id uuid primary key references office_user,
     email text,
     phone text,
     zalo_user_id text,
     changed_at timestamptz not null
   )`,
  ...granted('contact', { app: 'select, insert, update' }),

  `create table hook (
     unit_id int not null references unit,
     id uuid not null,
     url text not null,
     template text not null check (template in ('motcua', 'zaloOa', 'sms')),
     secret bytea not null,
     token bytea,
     created_at timestamptz not null,
     created_by text not null,
     ended_at timestamptz,
     primary key (unit_id, id)
   )`,
  'create unique index hook_in_use on hook (unit_id) where ended_at is null',
  ...walled('hook', { app: 'select, insert, update' }),
]);
