import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** What the screen showed when a system did not work: one picture of an incident, which may be put right or go. */
export const incidentPictures = forward('IncidentPictures1795330000767', [
  `create table incident_picture (
     unit_id int not null,
     incident_id uuid not null,
     media_type text not null check (media_type in ('image/png', 'image/jpeg')),
     content bytea not null check (octet_length(content) between 1 and 2097152),
     sha256 bytea not null check (sha256 = sha256(content)),
     made_by text not null,
     made_at timestamptz not null,
     primary key (unit_id, incident_id),
     foreign key (unit_id, incident_id) references incident (unit_id, id)
   )`,
  ...walled('incident_picture', { app: 'select, insert, update, delete' }),
]);
