import { forward } from './forward.ts';
import { appendOnly, walled } from './wall.ts';

/**
 * How units word the statutory forms, version by version. The register keeps by which one a number was given
 * out: what is printed again comes out as it was; 0 is the standard.
 */
export const formEditions = forward('FormEditions1795320000640', [
  `create table form_edition (
     unit_id int not null references unit,
     sheet text not null check (sheet ~ '^(head|mau0[1-7])$'),
     version int not null check (version >= 1),
     wording jsonb not null,
     set_at timestamptz not null,
     set_by text not null,
     reason text,
     primary key (unit_id, sheet, version)
   )`,
  ...walled('form_edition', { app: 'select, insert', reader: 'select' }),
  ...appendOnly('form_edition'),
  `alter table form_register add column edition int not null default 0 check (edition >= 0),
     add column head_edition int not null default 0 check (head_edition >= 0)`,
]);
