import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { itemOf, type ItemRow } from './item.ts';
import { ITEM_COLUMNS } from './list-statement.ts';
import { ProvisionalDues } from './provisional-dues.service.ts';

const ITEMS = `select ${ITEM_COLUMNS}, applicant.name as applicant_name
  from unnest($1::int[], $2::uuid[]) with ordinality as asked (unit_id, id, place)
  join dossier on dossier.unit_id = asked.unit_id and dossier.id = asked.id
  left join applicant on applicant.unit_id = dossier.unit_id and applicant.dossier_id = dossier.id
  order by place`;

/** A dossier somebody has named, with the unit it lies in. */
export interface NamedDossier {
  readonly unitId: number;
  readonly id: string;
}

/** Dossiers as every list shows them, in the order in which another room has named them. */
@Injectable()
export class DossierItems {
  readonly #tenancy: Tenancy;
  readonly #dues: ProvisionalDues;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(ProvisionalDues) dues: ProvisionalDues) {
    this.#tenancy = tenancy;
    this.#dues = dues;
  }

  async of(actor: RequestActor, named: readonly NamedDossier[]): Promise<readonly DossierItem[]> {
    const units = [...new Set(named.map(({ unitId }) => unitId))];
    for (const unit of units) actor.require('dossiers.read', unit);
    const values = [named.map(({ unitId }) => unitId), named.map(({ id }) => id)];
    const rows = await this.#tenancy.ask<ItemRow>({ units }, ITEMS, values);
    const dues = await this.#dues.of(rows);
    return rows.map((row) =>
      itemOf(row, {
        provisionalDueAt: dues.get(row.id) ?? row.due_at,
        withPersons: actor.may('personalData.read', row.unit_id),
      }),
    );
  }
}
