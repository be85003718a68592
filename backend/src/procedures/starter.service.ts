import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { STARTER_CATALOGUE } from './catalogue/starter-catalogue.ts';
import { STARTER, addMissing, rootOf } from './procedure-store.ts';

/** Brings the starter catalogue to a city the first time anybody asks for its procedures. */
@Injectable()
export class StarterService {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #roots = new Map<number, Promise<number>>();

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** The unit whose catalogue holds for this one, with the starter entries in it. */
  rootWithCatalogue(unitId: number): Promise<number> {
    const known = this.#roots.get(unitId);
    if (known !== undefined) return known;
    const loading = this.#load(unitId);
    this.#roots.set(unitId, loading);
    // What failed is tried again by the next who asks; this one hears of the failure.
    loading.catch(() => this.#roots.delete(unitId));
    return loading;
  }

  async #load(unitId: number): Promise<number> {
    const asking = this.#tenancy.within({ units: [unitId] }, (transaction) =>
      rootOf(transaction, unitId),
    );
    const root = await asking;
    await this.#tenancy.within({ units: [root] }, (transaction) =>
      addMissing(transaction, {
        ownerId: root,
        entries: STARTER_CATALOGUE,
        at: sqlInstant(this.#clock.officeNow()),
        by: STARTER,
      }),
    );
    return root;
  }
}
