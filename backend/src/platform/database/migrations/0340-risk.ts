import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** What a unit's own history teaches of how long things take, and how far that was off where it was tried. */
export const risk = forward('Risk1795260000340', [
  `create table risk_experience (
     unit_id int not null references unit,
     learned_at timestamptz not null,
     dossiers int not null check (dossiers >= 0),
     experience jsonb not null,
     step_names jsonb not null,
     primary key (unit_id)
   )`,
  ...walled('risk_experience', { app: 'select, insert, update' }),

  `create table risk_figure (
     unit_id int not null references unit,
     procedure_code text not null,
     dossiers int not null,
     questions int not null,
     predicted float8 not null,
     by_mean float8 not null,
     by_allowance float8 not null,
     step_predicted float8,
     step_by_rate float8,
     verdict text not null
       check (verdict in ('shown', 'thin', 'meanIsBetter', 'allowanceIsBetter')),
     primary key (unit_id, procedure_code),
     check ((step_predicted is null) = (step_by_rate is null))
   )`,
  ...walled('risk_figure', { app: 'select, insert, delete' }),
]);
