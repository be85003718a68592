import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '../platform/auth/path-id.ts';
import type { Locator } from '../platform/auth/policy.ts';
import { Tenancy } from '../platform/database/tenancy.ts';

/** In which unit a dossier lies. */
@Injectable()
export class DossierPlaces implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** `named`: the unit in which the asker believes it to lie. */
  async find(id: string, mine: readonly number[], named?: number): Promise<number | undefined> {
    if (!isUuid(id)) return undefined;
    const units = named === undefined ? mine : mine.filter((unit) => unit === named);
    const [only, ...others] = units;
    // Whoever belongs to one unit need not be asked which: what is not there is not found later on.
    if (others.length === 0) return only;
    const [row] = await this.#tenancy.ask<{ readonly unit_id: number }>(
      { units },
      'select unit_id from dossier where unit_id = any($1) and id = $2',
      [units, id],
    );
    return row?.unit_id;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await this.#tenancy.ask<{ readonly unit_id: number }>(
      { units },
      'select unit_id from dossier where unit_id = any($1) and id = $2',
      [units, id],
    );
    return row && [row.unit_id];
  }
}
