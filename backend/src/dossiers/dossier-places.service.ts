import { Inject, Injectable } from '@nestjs/common';
import type { Locator } from '../platform/auth/policy.ts';
import { Tenancy } from '../platform/database/tenancy.ts';

/** In which unit a dossier lies. */
@Injectable()
export class DossierPlaces implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(id: string, units: readonly number[]): Promise<number | undefined> {
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
    const [row] = await this.#tenancy.ask<{ readonly unit_id: number }>(
      { units },
      'select unit_id from dossier where unit_id = any($1) and id = $2',
      [units, id],
    );
    return row && [row.unit_id];
  }
}
