import { Inject, Injectable } from '@nestjs/common';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { openLookup } from '../person/lookup-code.ts';

/** The codes on the slips, to be printed again. */
@Injectable()
export class LookupCodes {
  readonly #tenancy: Tenancy;
  readonly #box: SecretBox;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(SECRET_BOX) box: SecretBox) {
    this.#tenancy = tenancy;
    this.#box = box;
  }

  async read(unitId: number, id: string): Promise<string> {
    const [row] = await this.#tenancy.ask<{ readonly sealed: Buffer }>(
      { units: [unitId] },
      'select sealed from lookup_code where unit_id = $1 and dossier_id = $2',
      [unitId, id],
    );
    if (row === undefined) throw new Error('A dossier without its look-up code');
    return openLookup(id, row.sealed, this.#box);
  }
}
