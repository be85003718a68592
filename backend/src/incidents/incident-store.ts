import { Inject, Injectable } from '@nestjs/common';
import type { Incident, IncidentChanges, IncidentsQuery } from '#contract/incidents';
import { LAST_DAY, startOf, type Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

export interface IncidentRef {
  readonly unitId: number;
  readonly id: string;
}

export interface IncidentRow extends IncidentRef {
  readonly system: string;
  readonly kind: Incident['kind'];
  readonly from: Instant;
  readonly to: Instant | null;
  readonly note: string | null;
  readonly withdrawn: boolean;
  readonly picture: Incident['picture'];
  readonly dossiers: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export type NewIncidentRow = Omit<IncidentRow, 'dossiers' | 'withdrawn' | 'picture'>;

/** Dossiers the system knows that were open for any of the time: a record is enough, whoever counts them. */
const MEANWHILE = `exists (select from source_record as record where record.unit_id = dossier.unit_id
      and record.dossier_id = dossier.id and record.source = incident.system)
    and not dossier.annulled and coalesce(dossier.submitted_at, dossier.received_at) < incident.to_at
    and dossier.finished_at > incident.from_at`;

const INCIDENT = `select unit_id as "unitId", id, system, kind, from_at as "from",
    nullif(to_at, 'infinity') as "to", note, withdrawn, made_at as "madeAt",
    coalesce((select display_name from office_user where office_user.id::text = made_by),
      (select name from api_key where api_key.id::text = made_by), made_by) as "madeBy",
    (select count(*)::int from dossier where dossier.unit_id = incident.unit_id
      and ${MEANWHILE}) as dossiers,
    (select jsonb_build_object('sha256', encode(picture.sha256, 'hex'),
        'bytes', octet_length(picture.content))
      from incident_picture as picture where picture.unit_id = incident.unit_id
        and picture.incident_id = incident.id) as picture
  from incident`;

const FIND = `${INCIDENT} where unit_id = any ($1) and id = $2`;

const LIST = `${INCIDENT} where unit_id = any ($1) and ($2::text is null or system = $2)
    and to_at > $3 and from_at < $4 and (from_at, id) < ($5::timestamptz, $6::uuid)
  order by from_at desc, id desc limit $7`;

const DOSSIERS = `select dossier.unit_id as "unitId", dossier.id from incident
  join dossier on dossier.unit_id = incident.unit_id and ${MEANWHILE}
  where incident.unit_id = $1 and incident.id = $2 and ($3::uuid is null or dossier.id > $3)
  order by dossier.id limit $4`;

const ADD = `insert into incident (unit_id, id, system, kind, from_at, to_at, note, made_by, made_at)
  values ($1, $2, $3, $4, $5, coalesce($6::timestamptz, 'infinity'), $7, $8, $9)`;

const CHANGE = `update incident set kind = coalesce($3, kind), to_at = coalesce($4, to_at),
    note = coalesce($5, note), withdrawn = withdrawn or $6
  where unit_id = $1 and id = $2`;

const EVER = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };

const orNull = (at: Instant | null | undefined): string | null =>
  at === undefined || at === null ? null : sqlInstant(at);

/** Rows of incidents. */
@Injectable()
export class IncidentStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(units: readonly number[], id: string): Promise<IncidentRow | undefined> {
    const [row] = await this.#tenancy.ask<IncidentRow>({ units }, FIND, [units, id]);
    return row;
  }

  list(
    units: readonly number[],
    { system, from, to, limit }: IncidentsQuery,
    before: { readonly at: Instant | undefined; readonly id: string },
  ): Promise<readonly IncidentRow[]> {
    return this.#tenancy.ask<IncidentRow>({ units }, LIST, [
      ...[units, system ?? null, orNull(from) ?? EVER.from, orNull(to) ?? EVER.to],
      ...[orNull(before.at ?? startOf(LAST_DAY)), before.id, limit + 1],
    ]);
  }

  dossiers(
    { unitId, id }: IncidentRef,
    after: string | undefined,
    limit: number,
  ): Promise<readonly IncidentRef[]> {
    const values = [unitId, id, after ?? null, limit];
    return this.#tenancy.ask<IncidentRef>({ units: [unitId] }, DOSSIERS, values);
  }

  async add(transaction: Transaction, row: NewIncidentRow): Promise<void> {
    const { unitId, id, system, kind, from, to, note, madeBy, madeAt } = row;
    await transaction.execute(ADD, [
      ...[unitId, id, system, kind, sqlInstant(from), orNull(to), note, madeBy, sqlInstant(madeAt)],
    ]);
  }

  async change(
    transaction: Transaction,
    { unitId, id }: IncidentRef,
    { kind, to, note, withdrawn }: IncidentChanges,
  ): Promise<void> {
    const values = [unitId, id, kind ?? null, orNull(to), note ?? null, withdrawn === true];
    await transaction.execute(CHANGE, values);
  }
}
