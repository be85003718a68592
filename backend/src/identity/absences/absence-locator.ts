import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/auth/path-id.ts';
import type { Locator } from '../../platform/auth/policy.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** The unit in which somebody is away. */
@Injectable()
export class AbsenceLocator implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id.toLowerCase())) return undefined;
    const [absence] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units },
      'select unit_id as "unitId" from absence where id = $1',
      [id],
    );
    return absence && [absence.unitId];
  }
}
