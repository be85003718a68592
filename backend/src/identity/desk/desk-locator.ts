import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/auth/path-id.ts';
import type { Locator } from '../../platform/auth/policy.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** The unit of a desk. */
@Injectable()
export class DeskLocator implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id.toLowerCase())) return undefined;
    const [desk] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units },
      'select unit_id as "unitId" from desk where id = $1',
      [id],
    );
    return desk && [desk.unitId];
  }
}
