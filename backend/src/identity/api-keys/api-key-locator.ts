import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/auth/path-id.ts';
import type { Locator } from '../../platform/auth/policy.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** The unit of a key that is still good. */
@Injectable()
export class ApiKeyLocator implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id.toLowerCase())) return undefined;
    const [key] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units },
      'select unit_id as "unitId" from api_key where id = $1 and revoked_at is null',
      [id],
    );
    return key && [key.unitId];
  }
}
