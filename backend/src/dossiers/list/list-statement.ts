import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Half, Phase, Place, Sort } from './order.ts';
import type { Parameters } from './predicates.ts';

export interface Asked {
  readonly clauses: readonly string[];
  readonly sort: Sort;
  readonly phase: Phase;
  readonly after: Place | undefined;
  readonly until: Place | undefined;
  readonly limit: number;
  readonly halves: readonly Half[];
}

const OF_HALF: Readonly<Record<Half, string>> = {
  open: " and finished_at = 'infinity'",
  done: " and finished_at < 'infinity'",
  both: '',
};

export const ITEM_COLUMNS = `dossier.unit_id, dossier.id, code, official_code, source, external_code,
  procedure_code, field, channel, state, version, submitted_at, received_at, due_at, near_at,
  step_due_at, finished_at, paused_since, holder_user, holder_department, holder_agency`;

const ORDER = {
  due: ['due_at', 'asc', '>', '<='],
  '-due': ['due_at', 'desc', '<', '>='],
  received: ['received_at', 'asc', '>', '<='],
  '-received': ['received_at', 'desc', '<', '>='],
} as const satisfies Record<Sort, readonly [string, string, string, string]>;

/** `unnest` of the units asked for, each with the moment before which its sources are stale. */
export const askedUnits = (
  units: readonly { readonly id: number; readonly staleBefore: number }[],
  p: Parameters,
): string => {
  const ids = p.add(units.map(({ id }) => id));
  const moments = p.add(units.map(({ staleBefore }) => sqlInstant(staleBefore)));
  return `unnest(${ids}::int[], ${moments}::timestamptz[]) as asked (unit_id, stale_before)`;
};

/** On which side of a place; those without a moment stand in the order of their ids. */
const sideOf = (
  { sort, phase }: Asked,
  { at, id }: Place,
  [beyond, beyondId]: readonly [string, string],
  p: Parameters,
): string => {
  if (phase === 'undated') return `dossier.id ${beyondId} ${p.add(id)}::uuid`;
  const place = `(${p.add(sqlInstant(at))}::timestamptz, ${p.add(id)}::uuid)`;
  return `(${ORDER[sort][0]}, dossier.id) ${beyond} ${place}`;
};

/** Behind the one place and not behind the other, as far as they lie in this phase. */
const stretchClauses = (asked: Asked, p: Parameters): readonly string[] => {
  const { sort, phase, after, until } = asked;
  const [column, , beyond, within] = ORDER[sort];
  return [
    `${column} is ${phase === 'undated' ? 'null' : 'not null'}`,
    ...(after?.phase === phase ? [sideOf(asked, after, [beyond, '>'], p)] : []),
    ...(until?.phase === phase ? [sideOf(asked, until, [within, '<='], p)] : []),
  ];
};

/** One phase of a page: from every unit its first rows, and of those the first. */
export const listStatement = (asked: Asked, units: string, p: Parameters): string => {
  const [column, direction] = ORDER[asked.sort];
  const clauses = [...asked.clauses, ...stretchClauses(asked, p)].join(' and ');
  const limit = p.add(asked.limit);
  const order = (table: string) =>
    asked.phase === 'undated'
      ? `${table}.id`
      : `${table}.${column} ${direction}, ${table}.id ${direction}`;
  const found = asked.halves.map(
    (half) => `(select ${ITEM_COLUMNS} from dossier where ${clauses}${OF_HALF[half]}
        order by ${order('dossier')} limit ${limit})`,
  );
  return `select page.*, applicant.name as applicant_name
    from (select found.* from ${units} cross join lateral (
        ${found.join(' union all ')}
      ) as found order by ${order('found')} limit ${limit}) as page
    left join applicant on applicant.unit_id = page.unit_id and applicant.dossier_id = page.id
    order by ${order('page')}`;
};
