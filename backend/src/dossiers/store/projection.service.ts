import { Inject, Injectable } from '@nestjs/common';
import {
  effectiveEvents,
  firstUnlawful,
  replay,
  type DossierEvent,
  type DossierState,
} from '#domain/dossier';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { courseRow } from './course-row.ts';
import { dossierRow, spanRows } from './dossier-row.ts';
import { PUT_FACTS, factRow } from './fact-row.ts';
import { fromStored, type ReadEvent } from './event-codec.ts';

/** A dossier whose row or stretches are not what its events say (I-3). */
export interface Difference {
  readonly dossierId: string;
  readonly members: readonly string[];
}

/** An event that may not follow what was before it (I-6). */
interface Unlawful {
  readonly dossierId: string;
  readonly version: number;
}

/** A dossier with all that was ever told of it. */
export interface History {
  readonly id: string;
  readonly history: readonly DossierEvent[];
}

interface Examination {
  readonly histories: readonly History[];
  readonly differences: readonly Difference[];
  readonly unlawful: readonly Unlawful[];
}

interface StoredHistory {
  readonly id: string;
  readonly events: readonly ReadEvent[];
}

const HISTORIES = `select told.dossier_id as id, json_agg(told order by told.version) as events
  from (select event.*, (select json_object_agg(member, body) from dossier_text as text
      where text.unit_id = event.unit_id and text.dossier_id = event.dossier_id
        and text.version = event.version) as texts
    from dossier_event as event where unit_id = $1 and dossier_id = any ($2::uuid[])) as told
  group by told.dossier_id`;

const DIFFERENCES = `with told as materialized (
    select (told ->> 'id')::uuid as id, told -> 'row' as row, told -> 'spans' as spans,
      told -> 'facts' as facts, nullif(told -> 'course', 'null') as course
    from jsonb_array_elements($2::text::jsonb) as told)
  select told.id as "dossierId", array_agg(member order by member) as members
  from told left join dossier on dossier.unit_id = $1 and dossier.id = told.id
  cross join lateral (
    select key as member
      from jsonb_each(to_jsonb(jsonb_populate_record(null::dossier, told.row)))
      where told.row ? key and value is distinct from to_jsonb(dossier) -> key
    union all
    select 'spans' where
      (select jsonb_agg(to_jsonb(span) - '{unit_id,dossier_id}'::text[] order by number)
        from jsonb_populate_recordset(null::dossier_span, told.spans) as span)
      is distinct from
      (select jsonb_agg(to_jsonb(span) - '{unit_id,dossier_id}'::text[] order by number)
        from dossier_span as span where unit_id = $1 and dossier_id = told.id)
    union all
    -- Facts that are not there yet are told when somebody asks for a report; wrong ones may not be there.
    select 'facts' from dossier_fact as fact
      where fact.unit_id = $1 and fact.dossier_id = told.id
        and to_jsonb(fact) - '{unit_id,dossier_id}'::text[] is distinct from
          to_jsonb(jsonb_populate_record(null::dossier_fact, told.facts))
            - '{unit_id,dossier_id}'::text[]
    union all
    select 'course' where told.course is distinct from
      (select to_jsonb(kept) - '{unit_id,dossier_id}'::text[] from dossier_course as kept
        where kept.unit_id = $1 and kept.dossier_id = told.id)
  ) as differing
  group by told.id order by told.id`;

const TELL_COURSE = 'select tell_courses(array[$1::int], array[$2::uuid])';

const columnsOf = (row: object): string => Object.keys(row).join(', ');

// The names are those of `dossierRow`, ours alone; every value is a parameter.
const putRow = (row: object): string => `update dossier set (${columnsOf(row)}) =
  (select ${columnsOf(row)} from jsonb_populate_record(null::dossier, $3::text::jsonb))
  where unit_id = $1 and id = $2`;

const PUT_SPANS = `insert into dossier_span
  select $1, $2, number, from_at, to_at, state, step_key, holder_user, holder_department,
    holder_agency, due_at, before_extension_at, paused
  from jsonb_populate_recordset(null::dossier_span, $3::text::jsonb)`;

const told = (history: readonly DossierEvent[]): DossierState => {
  const state = replay(history);
  if (state === null) throw new Error('A dossier without events');
  return state;
};

/** Row and stretches can be thrown away at any time: the events tell them again. */
@Injectable()
export class Projection {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Where the stored row or stretches of these dossiers are not the fold of their events. */
  async differences(unit: number, dossierIds: readonly string[]): Promise<readonly Difference[]> {
    return (await this.examine(unit, dossierIds)).differences;
  }

  /** Tells these dossiers anew and compares: with what is stored, and with what may happen at all. */
  examine(unit: number, dossierIds: readonly string[]): Promise<Examination> {
    return this.#tenancy.within({ units: [unit] }, async (transaction) => {
      const histories = await this.#histories(transaction, unit, dossierIds);
      const folds = histories.map(({ id, history }) => ({
        id,
        row: dossierRow(told(history)),
        spans: spanRows(history),
        facts: factRow(history),
        course: courseRow(history),
      }));
      return {
        histories,
        differences: await transaction.query<Difference>(DIFFERENCES, [
          unit,
          JSON.stringify(folds),
        ]),
        unlawful: histories.flatMap(({ id, history }) => {
          const event = firstUnlawful(effectiveEvents(history));
          return event === undefined ? [] : { dossierId: id, version: event.version };
        }),
      };
    });
  }

  /** Tells one dossier's row and stretches anew, while nobody else can move it. */
  rebuild(unit: number, dossierId: string): Promise<void> {
    return this.#tenancy.within({ units: [unit] }, async (transaction) => {
      const key = [unit, dossierId];
      await transaction.query('select from dossier where unit_id = $1 and id = $2 for update', key);
      const [found] = await this.#histories(transaction, unit, [dossierId]);
      if (found === undefined) return;
      const row = dossierRow(told(found.history));
      const spans = JSON.stringify(spanRows(found.history));
      const facts = { ...factRow(found.history), unit_id: unit, dossier_id: dossierId };
      await transaction.execute(putRow(row), [...key, JSON.stringify(row)]);
      await transaction.execute(
        'delete from dossier_span where unit_id = $1 and dossier_id = $2',
        key,
      );
      await transaction.execute(PUT_SPANS, [...key, spans]);
      await transaction.execute(
        'delete from dossier_fact where unit_id = $1 and dossier_id = $2',
        key,
      );
      await transaction.execute(PUT_FACTS, [JSON.stringify([facts])]);
      await transaction.execute(
        'delete from dossier_course where unit_id = $1 and dossier_id = $2',
        key,
      );
      await transaction.query(TELL_COURSE, key);
    });
  }

  async #histories(
    transaction: Transaction,
    unit: number,
    dossierIds: readonly string[],
  ): Promise<readonly History[]> {
    const rows = await transaction.query<StoredHistory>(HISTORIES, [unit, dossierIds]);
    return rows.map(({ id, events }) => ({ id, history: events.map(fromStored) }));
  }
}
