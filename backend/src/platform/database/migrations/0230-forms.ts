import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/** The registers of the statutory forms: `Số …` by unit, form and year. */
export const forms = forward('Forms1795240000230', [
  `create table form_counter (
     unit_id int not null references unit,
     form text not null check (form ~ '^mau0[1-6]$'),
     year int not null,
     last int not null check (last >= 0),
     primary key (unit_id, form, year)
   )`,
  ...walled('form_counter', { app: 'select, insert, update' }),

  `create table form_register (
     unit_id int not null,
     form text not null,
     year int not null,
     number int not null check (number >= 1),
     dossier_id uuid not null,
     event_version int not null,
     numbered_at timestamptz not null,
     numbered_by text not null,
     primary key (unit_id, form, year, number),
     unique (unit_id, dossier_id, form, event_version),
     foreign key (unit_id, form, year) references form_counter (unit_id, form, year),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  ...walled('form_register', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('form_register'),
]);
