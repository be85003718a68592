import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_UNIT_SETTINGS,
  unitRulesOf,
  unitSettingsChangesSchema,
  withSettings,
} from '#contract/units';
import type { UnitRules } from '#domain/dossier';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';

/** The settings of a unit that its due moments depend on. */
@Injectable()
export class UnitRulesReader {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async rulesOf(unitId: number, transaction?: Pick<Transaction, 'query'>): Promise<UnitRules> {
    const sql = 'select settings from unit where id = $1';
    const [unit] = await (transaction === undefined
      ? this.#tenancy.ask<{ readonly settings: unknown }>({ units: [unitId] }, sql, [unitId])
      : transaction.query<{ readonly settings: unknown }>(sql, [unitId]));
    if (unit === undefined) throw new Error(`No unit ${unitId}`);
    const own = unitSettingsChangesSchema.parse(unit.settings);
    return unitRulesOf(withSettings(DEFAULT_UNIT_SETTINGS, own));
  }
}
