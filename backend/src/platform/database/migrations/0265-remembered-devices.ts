import { forward } from './forward.ts';

/** A browser that needs no one-time code can be named and forgotten by whoever told it to remember. */
export const rememberedDevices = forward('RememberedDevices1795240000265', [
  `alter table remembered_device
     add column id uuid not null default gen_random_uuid() unique,
     add column remembered_at timestamptz,
     add column agent text`,
  `update remembered_device set remembered_at = expires_at - interval '30 days'`,
  'alter table remembered_device alter column remembered_at set not null',
]);
