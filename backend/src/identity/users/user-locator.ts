import { Inject, Injectable } from '@nestjs/common';
import type { Locator } from '../../platform/auth/policy.ts';
import { isUuid } from '../../platform/auth/path-id.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** Where somebody works, as far as the one who asks can see. */
@Injectable()
export class UserLocator implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id.toLowerCase())) return undefined;
    const rows = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units },
      'select distinct unit_id as "unitId" from membership where user_id = $1',
      [id],
    );
    return rows.length === 0 ? undefined : rows.map(({ unitId }) => unitId);
  }
}
