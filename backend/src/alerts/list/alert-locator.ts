import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/auth/path-id.ts';
import type { Locator } from '../../platform/auth/policy.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** The unit in which an alert was raised. */
@Injectable()
export class AlertLocator implements Locator {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    if (!isUuid(id.toLowerCase())) return undefined;
    const [alert] = await this.#tenancy.ask<{ readonly unitId: number }>(
      { units },
      'select unit_id as "unitId" from alert where unit_id = any ($1) and id = $2',
      [units, id],
    );
    return alert && [alert.unitId];
  }
}
