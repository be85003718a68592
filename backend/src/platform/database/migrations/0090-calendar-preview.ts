import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** What a person was shown before a calendar comes into force: the change, and what it would move. */
export const calendarPreview = forward('CalendarPreview1795233600090', [
  `create table calendar_preview (
     unit_id int not null references unit,
     id uuid not null,
     change jsonb not null,
     fingerprint bytea not null check (length(fingerprint) = 32),
     shown_at timestamptz not null,
     shown_to text not null,
     applied_at timestamptz,
     outcome jsonb,
     primary key (unit_id, id),
     check ((applied_at is null) = (outcome is null))
   )`,
  ...walled('calendar_preview', { app: 'select, insert, update, delete' }),
]);
