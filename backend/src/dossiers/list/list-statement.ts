import type { sorts } from '#contract/dossiers';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Parameters } from './predicates.ts';

export type Sort = (typeof sorts)[number];

/** Those with a moment come first, those without after them: an index gives each of the two in order. */
export type Phase = 'dated' | 'undated';

export interface After {
  readonly at: number;
  readonly id: string;
}

export interface Asked {
  readonly clauses: readonly string[];
  readonly sort: Sort;
  readonly phase: Phase;
  readonly after: After | undefined;
  readonly limit: number;
}

const COLUMNS = `dossier.unit_id, dossier.id, code, official_code, source, external_code,
  procedure_code, field, channel, state, version, received_at, due_at, step_due_at, finished_at,
  paused_since, holder_user, holder_department, holder_agency`;

const ORDER = {
  due: ['due_at', 'asc', '>'],
  '-due': ['due_at', 'desc', '<'],
  received: ['received_at', 'asc', '>'],
  '-received': ['received_at', 'desc', '<'],
} as const satisfies Record<Sort, readonly [string, string, string]>;

/** `unnest` of the units asked for, each with the moment before which its sources are stale. */
export const askedUnits = (
  units: readonly { readonly id: number; readonly staleBefore: number }[],
  p: Parameters,
): string => {
  const ids = p.add(units.map(({ id }) => id));
  const moments = p.add(units.map(({ staleBefore }) => sqlInstant(staleBefore)));
  return `unnest(${ids}::int[], ${moments}::timestamptz[]) as asked (unit_id, stale_before)`;
};

const afterClause = ({ sort, phase, after }: Asked, p: Parameters): readonly string[] => {
  const [column, , beyond] = ORDER[sort];
  if (phase === 'undated') {
    const rest = after === undefined ? [] : [`dossier.id > ${p.add(after.id)}::uuid`];
    return [`${column} is null`, ...rest];
  }
  if (after === undefined) return [`${column} is not null`];
  const place = `(${p.add(sqlInstant(after.at))}::timestamptz, ${p.add(after.id)}::uuid)`;
  return [`(${column}, dossier.id) ${beyond} ${place}`];
};

/** One phase of a page: from every unit its first rows, and of those the first. */
export const listStatement = (asked: Asked, units: string, p: Parameters): string => {
  const [column, direction] = ORDER[asked.sort];
  const clauses = [...asked.clauses, ...afterClause(asked, p)].join(' and ');
  const limit = p.add(asked.limit);
  const order = (table: string) =>
    asked.phase === 'undated'
      ? `${table}.id`
      : `${table}.${column} ${direction}, ${table}.id ${direction}`;
  return `select page.*, applicant.name as applicant_name
    from (select found.* from ${units} cross join lateral (
        select ${COLUMNS} from dossier where ${clauses} order by ${order('dossier')} limit ${limit}
      ) as found order by ${order('found')} limit ${limit}) as page
    left join applicant on applicant.unit_id = page.unit_id and applicant.dossier_id = page.id
    order by ${order('page')}`;
};
