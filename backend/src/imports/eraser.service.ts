import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { ImportRef } from './import-row.ts';
import { ImportSteps } from './import-steps.service.ts';
import { ImportStore } from './import-store.ts';
import { Ledger } from './ledger.ts';

const DAY_MS = 86_400_000;

/** So long wrong rows can be fetched to be mended, and a checked list be committed. */
const KEPT_DAYS = 30;
const BATCH = 100;

const FORGOTTEN = `select unit_id as "unitId", id from import
  where not erased and changed_at < $1 and state not in ('checking', 'committing')
  order by changed_at limit $2`;

const FORGET_PERSONS = `update import_trace set person = null
  where unit_id = $1 and import_id = $2 and person is not null`;

const MARK = 'update import set erased = true where unit_id = $1 and id = $2';

/** Nobody keeps what was said of persons in a list that nobody wants any more. */
@Injectable()
export class Eraser {
  readonly #store: ImportStore;
  readonly #ledger: Ledger;
  readonly #steps: ImportSteps;
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- every table of an import is swept
  constructor(
    @Inject(ImportStore) store: ImportStore,
    @Inject(Ledger) ledger: Ledger,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#store = store;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  async erase(): Promise<void> {
    const before = sqlInstant(this.#clock.officeNow() - KEPT_DAYS * DAY_MS);
    const forgotten = await this.#tenancy.everywhere((transaction) =>
      transaction.query<ImportRef>(FORGOTTEN, [before, BATCH]),
    );
    for (const ref of forgotten) await this.#eraseOne(ref);
  }

  #eraseOne(ref: ImportRef): Promise<void> {
    return this.#tenancy.within({ units: [ref.unitId] }, async (transaction) => {
      await this.#steps.end(transaction, ref, ['queued', 'checked'], 'cancelled');
      await this.#store.eraseFile(transaction, ref);
      await this.#ledger.eraseBodies(transaction, ref);
      await transaction.execute(FORGET_PERSONS, [ref.unitId, ref.id]);
      await transaction.execute(MARK, [ref.unitId, ref.id]);
    });
  }
}
