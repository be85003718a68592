import { forward } from './forward.ts';
import { appendOnly, granted, walled } from './wall.ts';

/** Who was told what, when and why; what became of it; by which rules; and what is to be sent of it. */
export const alerts = forward('Alerts1795250000300', [
  // Up to which event, and at which moment of the office, a dossier's alerts were last compared.
  'alter table dossier add column alerts_version int not null default 0',
  'alter table dossier add column alerts_at timestamptz',

  // Whoever sweeps follows all units in order of time, as the followers of positions do; an empty look is
  // one probe, however many dossiers and units there are.
  'drop index dossier_signal',
  `create index dossier_signal on dossier (next_signal_at, unit_id)
     where next_signal_at is not null`,

  // What concerns the unit as a whole: its sources, its calendar, what failed. A unit without a row is due.
  `create table alert_watch (
     unit_id int not null references unit,
     next_signal_at timestamptz,
     primary key (unit_id)
   )`,
  ...walled('alert_watch', { app: 'select, insert, update' }),

  `create table alert (
     unit_id int not null references unit,
     id uuid not null,
     subject_kind text not null
       check (subject_kind in ('dossier', 'source', 'calendar', 'delivery', 'import', 'report')),
     subject_id text collate "C" not null,
     dossier_id uuid,
     kind text not null,
     threshold text not null,
     revision int not null,
     recipient text collate "C" not null,
     user_id text,
     desk_role text,
     department_code text,
     severity text not null check (severity in ('info', 'warning', 'late')),
     level text not null check (level in ('officer', 'head', 'director', 'viceChair')),
     reason text not null,
     stands_in_for text,
     raised_at timestamptz not null,
     recorded_at timestamptz not null,
     due_at timestamptz not null,
     as_of timestamptz,
     hush text check (hush in ('missedWhileDown', 'beforeImport')),
     bundle_at timestamptz,
     bundle_role text,
     bundle_department text,
     status text not null check (status in ('open', 'acknowledged', 'snoozed', 'closed')),
     acknowledged_at timestamptz,
     snoozed_until timestamptz,
     closed_at timestamptz,
     closed_because text check (closed_because in ('resolved', 'superseded')),
     primary key (unit_id, id),
     constraint alert_once unique (unit_id, subject_kind, subject_id, kind, threshold, revision, recipient),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id),
     check ((subject_kind = 'dossier') = (dossier_id is not null)),
     check ((user_id is null) = (desk_role is not null)),
     check ((status = 'closed') = (closed_at is not null)),
     check ((closed_at is null) = (closed_because is null)),
     check (status <> 'snoozed' or snoozed_until is not null),
     check (status <> 'acknowledged' or acknowledged_at is not null),
     check (raised_at <= recorded_at)
   )`,
  'create index alert_list on alert (unit_id, recipient, status, raised_at, id)',
  `create index alert_open on alert (unit_id, status, level, raised_at) where status <> 'closed'`,
  'create index alert_dossier on alert (unit_id, dossier_id, raised_at)',
  ...walled('alert', { app: 'select, insert, update', reader: 'select' }),

  // Every rung climbed and every act of a person; what was said in words lies apart and can be erased.
  `create table alert_step (
     unit_id int not null,
     alert_id uuid not null,
     number int not null check (number >= 1),
     act text not null check (act in ('raised', 'acknowledged', 'snoozed', 'answered', 'reopened',
       'resolved', 'superseded', 'doneAtSource')),
     actor jsonb not null check (actor ?& array['kind', 'id']),
     at timestamptz not null,
     facts jsonb not null default '{}',
     primary key (unit_id, alert_id, number),
     foreign key (unit_id, alert_id) references alert (unit_id, id)
   )`,
  ...walled('alert_step', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('alert_step'),
  `create table alert_text (
     unit_id int not null,
     alert_id uuid not null,
     number int not null,
     body text not null,
     primary key (unit_id, alert_id, number),
     foreign key (unit_id, alert_id, number) references alert_step (unit_id, alert_id, number)
   )`,
  ...walled('alert_text', { app: 'select, insert, delete' }),

  // Vướng mắc: the answer travels with every alert about the same promise or step, whoever it climbs to.
  `create table alert_answer (
     unit_id int not null,
     subject_id text collate "C" not null,
     subject_kind text not null,
     revision int not null,
     at timestamptz not null,
     alert_id uuid not null,
     kind text not null,
     by_user text not null,
     primary key (unit_id, subject_kind, subject_id, revision, at, alert_id),
     foreign key (unit_id, alert_id) references alert (unit_id, id)
   )`,
  ...walled('alert_answer', { app: 'select, insert', reader: 'select' }),

  // Pressed by an officer, believed until an import speaks of a later moment.
  `create table done_at_source (
     unit_id int not null,
     dossier_id uuid not null,
     at timestamptz not null,
     by_user text not null,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  ...walled('done_at_source', { app: 'select, insert, update' }),

  `create table alert_rules (
     unit_id int not null references unit,
     version int not null check (version >= 1),
     settings jsonb not null,
     set_at timestamptz not null,
     set_by text not null,
     reason text,
     primary key (unit_id, version)
   )`,
  ...walled('alert_rules', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('alert_rules'),

  // Of a person, not of a unit: wherever they serve, they are reached in the same ways.
  `create table notification_wish (
     user_id uuid primary key references office_user,
     wish jsonb not null,
     changed_at timestamptz not null
   )`,
  ...granted('notification_wish', { app: 'select, insert, update' }),

  // What is to leave the product: written with its alert, or not at all. Leases, tries and settling are in
  // the machine's time, \`at\` is the office's.
  `create table delivery (
     unit_id int not null,
     alert_id uuid not null,
     channel text not null check (channel in ('browser', 'webhook', 'email')),
     user_id uuid not null,
     way text not null check (way in ('push', 'bundle', 'digest')),
     at timestamptz not null,
     state text not null default 'open' check (state in ('open', 'sent', 'superseded', 'dead')),
     tries int not null default 0 check (tries >= 0),
     leased_until timestamptz,
     settled_at timestamptz,
     fault text,
     put_aside_at timestamptz,
     primary key (unit_id, alert_id, channel, user_id),
     foreign key (unit_id, alert_id) references alert (unit_id, id),
     check ((state = 'open') = (settled_at is null)),
     check (put_aside_at is null or state = 'dead')
   )`,
  `create index delivery_due on delivery (at, unit_id) where state = 'open'`,
  `create index delivery_dead on delivery (unit_id, settled_at)
     where state = 'dead' and put_aside_at is null`,
  `create index delivery_pushed on delivery (unit_id, user_id, at) where way = 'push'`,
  ...walled('delivery', { app: 'select, insert, update' }),
]);
