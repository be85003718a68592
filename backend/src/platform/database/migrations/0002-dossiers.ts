import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

const states = `'submitted', 'awaitingIntakeSupplement', 'received', 'processing', 'awaitingSupplement',
  'awaitingPayment', 'onHold', 'resultReady', 'returned', 'refused', 'stopped', 'withdrawn', 'annulled'`;

const eventTypes = `'submitted', 'received', 'refused', 'annulled', 'linked', 'unlinked', 'dueRevised',
  'termAgreed', 'assigned', 'stepStarted', 'stepCompleted', 'stepReturned', 'supplementProposed',
  'supplementRequested', 'supplementSubmitted', 'supplementReceived', 'supplementExpired',
  'paymentRequested', 'paymentReceived', 'held', 'resumed', 'extended', 'resultIssued', 'returned',
  'withdrawn', 'stopped', 'corrected', 'voided', 'noteAdded', 'difficultyNoted', 'componentsDigitised',
  'resultDigitised', 'electronicResultIssued', 'archivedToStore', 'dataReused', 'feeCharged', 'feePaid',
  'sentToAgency', 'backFromAgency', 'apologyIssued'`;

// Members without which an event of the type says nothing; the rest is the domain's to check.
const payloadShape = `case type
  when 'refused' then payload ? 'reasonCode'
  when 'linked' then payload ? 'dossierId'
  when 'unlinked' then payload ? 'dossierId'
  when 'dueRevised' then payload ? 'cause'
  when 'termAgreed' then payload ? 'variantKey'
  when 'stepStarted' then payload ? 'stepKey'
  when 'stepCompleted' then payload ? 'stepKey'
  when 'stepReturned' then payload ? 'toStepKey'
  when 'supplementSubmitted' then payload ? 'endsWait'
  when 'paymentRequested' then payload ? 'amount'
  when 'paymentReceived' then payload ?& array['amount', 'method']
  when 'held' then payload ? 'basisCode'
  when 'extended' then payload ? 'dueAt'
  when 'returned' then payload ? 'method'
  when 'stopped' then payload ? 'reasonCode'
  when 'corrected' then payload ? 'dues' and (payload ? 'insert') <> (payload ? 'changes')
  when 'voided' then payload ?& array['dues', 'version']
  when 'difficultyNoted' then payload ? 'kind'
  when 'feeCharged' then payload ? 'amount'
  when 'feePaid' then payload ?& array['amount', 'method']
  when 'sentToAgency' then payload ? 'agency'
  else true end`;

/** A dossier: its events, what they add up to, and the persons and texts kept apart from them. */
export const dossiers = forward('Dossiers1795233600002', [
  `create table dossier (
     unit_id int not null references unit,
     id uuid not null,
     version int not null check (version >= 1),
     state text not null check (state in (${states})),
     code text collate "C" not null,
     official_code text collate "C",
     procedure_code text not null,
     procedure_version int not null,
     variant_key text,
     field text not null,
     authority text not null check (authority in ('commune', 'vertical')),
     online_level text not null check (online_level in ('full', 'partial', 'none')),
     paper_result boolean not null,
     payment_integrated boolean not null,
     channel text not null check (channel in ('online', 'direct', 'post')),
     assisted_at_counter boolean not null,
     not_via_centre boolean not null,
     out_of_area jsonb,
     bundle text,
     source text,
     external_code text,
     as_of timestamptz,
     submitted_at timestamptz,
     received_at timestamptz,
     due_at timestamptz,
     before_extension_at timestamptz,
     ours_at timestamptz,
     declared_due_at timestamptz,
     original_due_at timestamptz,
     due_rule jsonb,
     due_provisional boolean not null,
     calendar_version text,
     extensions int not null check (extensions >= 0),
     holder_user text,
     holder_department text,
     holder_agency text,
     held_since timestamptz not null,
     step_key text,
     step_since timestamptz,
     step_due_at timestamptz,
     paused_since timestamptz,
     pause_causes text[] not null,
     respond_by timestamptz,
     supplement_proposed_at timestamptz,
     finished_at timestamptz not null default 'infinity',
     outcome text check (outcome in ('issued', 'refused', 'stopped', 'withdrawn')),
     returned_at timestamptz,
     linked_to uuid,
     annulled boolean not null,
     next_signal_at timestamptz,
     primary key (unit_id, id),
     unique (unit_id, code),
     check ((outcome is null) = (finished_at = 'infinity')),
     check ((source is null) = (external_code is null)),
     check ((paused_since is null) = (cardinality(pause_causes) = 0)),
     check (annulled = (state = 'annulled')),
     check (linked_to <> id)
   )`,
  // A code the State gave names one dossier; one entered by mistake and annulled lets go of it.
  `create unique index dossier_official_code on dossier (unit_id, official_code)
     where official_code is not null and not annulled`,
  'create index dossier_state on dossier (unit_id, state, due_at, id)',
  `create index dossier_open_due on dossier (unit_id, due_at, id) where finished_at = 'infinity'`,
  `create index dossier_holder on dossier (unit_id, holder_user, due_at, id)
     where finished_at = 'infinity'`,
  `create index dossier_department on dossier (unit_id, holder_department, due_at, id)
     where finished_at = 'infinity'`,
  `create index dossier_step_due on dossier (unit_id, step_due_at) where step_due_at is not null`,
  `create index dossier_source_age on dossier (unit_id, source, as_of)
     where source is not null and finished_at = 'infinity'`,
  'create index dossier_received on dossier (unit_id, received_at, id)',
  'create index dossier_finished on dossier (unit_id, finished_at, id)',
  'create index dossier_procedure on dossier (unit_id, procedure_code, due_at, id)',
  'create index dossier_field on dossier (unit_id, field, due_at, id)',
  `create index dossier_signal on dossier (unit_id, next_signal_at)
     where next_signal_at is not null`,
  ...walled('dossier', { app: 'select, insert, update', reader: 'select' }),

  `create table dossier_event (
     unit_id int not null,
     dossier_id uuid not null,
     version int not null check (version >= 1),
     position bigint not null default next_position(),
     type text not null check (type in (${eventTypes})),
     occurred_at timestamptz not null,
     recorded_at timestamptz not null,
     backdated boolean not null,
     actor jsonb not null check (actor ?& array['kind', 'id']),
     payload jsonb not null,
     due jsonb,
     source text,
     hash bytea not null check (length(hash) = 32),
     primary key (unit_id, dossier_id, version),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id),
     constraint dossier_event_shape check (${payloadShape}),
     constraint dossier_event_opens check ((version = 1) = (payload ? 'intake')),
     constraint dossier_event_not_ahead check (occurred_at - recorded_at <= interval '1 minute')
   )`,
  // Followers read by position, whatever the unit: the one index that does not begin with it.
  'create index dossier_event_follow on dossier_event (position)',
  ...walled('dossier_event', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('dossier_event'),

  `create table dossier_text (
     unit_id int not null,
     dossier_id uuid not null,
     version int not null,
     member text not null check (member in ('reason', 'items', 'note', 'backdateReason', 'url')),
     body text not null,
     primary key (unit_id, dossier_id, version, member),
     foreign key (unit_id, dossier_id, version) references dossier_event (unit_id, dossier_id, version)
   )`,
  ...walled('dossier_text', { app: 'select, insert, delete' }),

  `create table dossier_span (
     unit_id int not null,
     dossier_id uuid not null,
     number int not null check (number >= 0),
     from_at timestamptz not null,
     to_at timestamptz not null default 'infinity',
     state text not null check (state in (${states})),
     step_key text,
     holder_user text,
     holder_department text,
     holder_agency text,
     due_at timestamptz,
     before_extension_at timestamptz,
     paused text[] not null,
     primary key (unit_id, dossier_id, number),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id),
     check (from_at < to_at)
   )`,
  'create index dossier_span_over on dossier_span (unit_id, to_at, from_at)',
  ...walled('dossier_span', { app: 'select, insert, delete', reader: 'select' }),

  `create table applicant (
     unit_id int not null,
     dossier_id uuid not null,
     kind text not null check (kind in ('person', 'organisation')),
     name text not null,
     name_plain text not null,
     phone text,
     id_number text,
     tax_code text,
     address text,
     email text,
     on_behalf_of text,
     phone_hash bytea,
     id_hash bytea,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  'create index applicant_phone on applicant (unit_id, phone_hash) where phone_hash is not null',
  'create index applicant_id_number on applicant (unit_id, id_hash) where id_hash is not null',
  ...walled('applicant', { app: 'select, insert, update, delete' }),

  // LIKE and full-text operators are not leakproof: behind the wall no index serves them. A range of
  // text is, so names and codes are found by how their ends begin ("van an" in "nguyen van an").
  `create table search_word (
     unit_id int not null,
     word text collate "C" not null check (word <> ''),
     dossier_id uuid not null,
     primary key (unit_id, word, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  ...walled('search_word', { app: 'select, insert, delete' }),

  `create table source_record (
     unit_id int not null,
     source text not null check (source <> ''),
     external_code text collate "C" not null check (external_code <> ''),
     dossier_id uuid not null,
     source_status text,
     as_of timestamptz,
     known_at timestamptz not null,
     differences jsonb,
     primary key (unit_id, source, external_code),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  'create index source_record_dossier on source_record (unit_id, dossier_id)',
  'create index source_record_code on source_record (unit_id, external_code)',
  ...walled('source_record', { app: 'select, insert, update', reader: 'select' }),

  `create table code_counter (
     unit_id int not null references unit,
     day date not null,
     n int not null check (n >= 1),
     primary key (unit_id, day)
   )`,
  ...walled('code_counter', { app: 'select, insert, update' }),

  `create table lookup_code (
     unit_id int not null,
     dossier_id uuid not null,
     sealed bytea not null,
     hash bytea not null,
     primary key (unit_id, dossier_id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  ...walled('lookup_code', { app: 'select, insert, update' }),
]);
