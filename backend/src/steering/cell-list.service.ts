import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import { ALL_ROWS, type SteeringDossiersQuery, type SteeringItem } from '#contract/steering';
import { formatInstant, instant } from '#domain/working-time';
import { DossierItems, OfficeBook, Parameters } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { cellClause, lyingSql, momentOf, type Moment } from './cells.ts';
import { boardReachOf, type BoardReach } from './reach.ts';

/** What has no due moment comes last. */
const FAR = Date.UTC(9999, 11, 30);

interface FoundRow {
  readonly id: string;
  readonly at: number;
  readonly place: string | null;
  readonly saidKind: string | null;
  readonly saidAt: number | null;
}

const saidOf = ({ saidKind, saidAt }: FoundRow): SteeringItem['said'] =>
  saidKind === null || saidAt === null
    ? null
    : { kind: saidKind, at: formatInstant(instant(saidAt)) };

/** The dossiers behind a number of the board, the first to be late before the others. */
@Injectable()
export class CellList {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #items: DossierItems;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(DossierItems) items: DossierItems,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#items = items;
  }

  async page(actor: RequestActor, query: SteeringDossiersQuery): Promise<Page<SteeringItem>> {
    const reach = boardReachOf(actor, query);
    const { unitId } = reach;
    const moment = momentOf(await this.#offices.calendar(unitId), this.#offices.now());
    const rows = await this.#find(reach, query, moment);
    const { items: found, nextCursor } = pageOfRows(rows, query.limit, {
      item: (row) => row,
      key: ({ at, id }) => [at, id],
    });
    const told = await this.#items.of(
      actor,
      found.map(({ id }) => ({ unitId, id })),
    );
    const besides = new Map(found.map((row) => [row.id, row]));
    const items = told.flatMap((item) => {
      const row = besides.get(item.id);
      return row === undefined ? [] : [{ ...item, departmentCode: row.place, said: saidOf(row) }];
    });
    return { items, nextCursor };
  }

  #find(
    reach: BoardReach,
    { row, cell, limit, cursor }: SteeringDossiersQuery,
    moment: Moment,
  ): Promise<readonly FoundRow[]> {
    const p = new Parameters();
    const lying = lyingSql(reach, p, moment.now);
    const far = `${p.add(sqlInstant(FAR))}::timestamptz`;
    const [at, id] = readCursor(cursor, part.moment, part.uuid) ?? [];
    const clauses = [
      cellClause(cell, p, moment),
      ...(row === ALL_ROWS ? [] : [`row = ${p.add(row)}`]),
      ...(at === undefined || id === undefined
        ? []
        : [
            `(coalesce(due_at, ${far}), id) > (${p.add(sqlInstant(at))}::timestamptz, ${p.add(id)}::uuid)`,
          ]),
    ];
    return this.#tenancy.ask<FoundRow>(
      { units: [reach.unitId] },
      `with ${lying}, found as (
         select unit_id, id, place, coalesce(due_at, ${far}) as at from lying
         where ${clauses.join(' and ')} order by at, id limit ${p.add(limit + 1)})
       select found.id, found.at, place, said.kind as "saidKind", said.at as "saidAt"
       from found left join lateral (select kind, answer.at from alert_answer as answer
           where answer.unit_id = found.unit_id and subject_kind = 'dossier'
             and subject_id = found.id::text
           order by answer.at desc, alert_id limit 1) as said on true
       order by found.at, found.id`,
      p.values,
    );
  }
}
