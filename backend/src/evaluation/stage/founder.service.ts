import { Inject, Injectable } from '@nestjs/common';
import { PasswordHasher } from '../../identity/index.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { CITY_CODE, EVALUATION_PASSWORD, evaluationAccounts } from '../accounts.ts';
import { noSeedInProduction, notForEvaluation, refusedInProduction } from './failures.ts';
import {
  addAccount,
  foundContacts,
  foundDepartments,
  foundTargets,
  foundUnits,
  missingAccounts,
  type FoundedUnits,
} from './founding.ts';

const LOCK = `select pg_advisory_xact_lock(hashtextextended('evaluation founding', 0))`;

/** Makes the city, its commune and somebody for every role, as often as asked and once. */
@Injectable()
export class Founder {
  readonly #tenancy: Tenancy;
  readonly #hasher: PasswordHasher;
  readonly #clock: Clock;
  readonly #isProduction: boolean;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(PasswordHasher) hasher: PasswordHasher,
    @Inject(CLOCK) clock: Clock,
    @Inject(ENVIRONMENT) environment: Pick<Environment, 'NODE_ENV'>,
  ) {
    this.#tenancy = tenancy;
    this.#hasher = hasher;
    this.#clock = clock;
    this.#isProduction = environment.NODE_ENV === 'production';
  }

  async found(): Promise<FoundedUnits> {
    if (this.#isProduction) throw noSeedInProduction();
    await this.#requireOwnDatabase();
    const units = await this.#tenancy.within({ units: [] }, async (transaction) => {
      await transaction.query(LOCK);
      return foundUnits(transaction);
    });
    await this.#foundPeople(units);
    return units;
  }

  /** Accounts whose password everybody knows never serve a real office (S-6). */
  async refuseInProduction(): Promise<void> {
    if (!this.#isProduction) return;
    const ids = evaluationAccounts().map(({ id }) => id);
    const found = await this.#tenancy.ask(
      { units: [] },
      'select 1 as one from office_user where id = any ($1::uuid[]) limit 1',
      [ids],
    );
    if (found.length > 0) throw refusedInProduction();
  }

  async #foundPeople({ city, commune, neighbours }: FoundedUnits): Promise<void> {
    await this.#tenancy.within(
      { units: [city, commune, ...neighbours.map(({ id }) => id)] },
      async (transaction) => {
        await transaction.query(LOCK);
        for (const unit of [commune, ...neighbours.map(({ id }) => id)]) {
          await foundDepartments(transaction, unit);
        }
        await foundTargets(transaction, city);
        const missing = await missingAccounts(transaction, evaluationAccounts());
        // One hash for all: the password is no secret, and nine of them would keep a stranger waiting.
        const passwordHash = missing.length > 0 ? await this.#hasher.hash(EVALUATION_PASSWORD) : '';
        for (const account of missing) {
          const unit = account.unitCode === CITY_CODE ? city : commune;
          await addAccount(transaction, { account, unit, passwordHash });
        }
        await foundContacts(transaction, evaluationAccounts(), this.#clock.machineNow());
      },
    );
  }

  /** A database that people work in gets no strangers: it is empty, or a trial one already. */
  async #requireOwnDatabase(): Promise<void> {
    const ids = evaluationAccounts().map(({ id }) => id);
    const [row] = await this.#tenancy.ask<{ readonly people: boolean; readonly ours: boolean }>(
      { units: [] },
      `select exists (select from office_user) as people,
         exists (select from office_user where id = any ($1::uuid[])) as ours`,
      [ids],
    );
    if (row?.people === true && !row.ours) throw notForEvaluation();
  }
}
