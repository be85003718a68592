import { forward } from './forward.ts';
import { walled } from './wall.ts';

/** Why somebody looked at what is masked: their own words, which may speak of persons, so apart and erasable. */
export const revealReasons = forward('RevealReasons1795240000250', [
  `create table reveal_reason (
     unit_id int not null,
     id uuid not null,
     dossier_id uuid not null,
     reason text not null,
     primary key (unit_id, id),
     foreign key (unit_id, dossier_id) references dossier (unit_id, id)
   )`,
  ...walled('reveal_reason', { app: 'select, insert, delete' }),
]);
