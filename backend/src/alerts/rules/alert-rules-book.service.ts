import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_ALERT_SETTINGS,
  alertRulesOf,
  alertSettingsSchema,
  type AlertSettings,
} from '#contract/alerts';
import type { AlertRules } from '#domain/alert';
import { OfficeBook } from '../../dossiers/index.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';

/** A version of what a unit has set. */
export interface SetRules {
  readonly version: number;
  readonly settings: AlertSettings;
  readonly setAt: number;
  readonly setBy: string;
  readonly reason: string | null;
}

const LATEST = `select version, settings, set_at as "setAt", set_by as "setBy", reason
  from alert_rules where unit_id = $1 order by version desc limit 1`;

/** By which rules a unit is warned. */
@Injectable()
export class AlertRulesBook {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(OfficeBook) offices: OfficeBook) {
    this.#tenancy = tenancy;
    this.#offices = offices;
  }

  async inForce(unitId: number): Promise<AlertRules> {
    const [latest, staleAfter] = await Promise.all([this.latest(unitId), this.staleAfter(unitId)]);
    return alertRulesOf(latest?.settings ?? DEFAULT_ALERT_SETTINGS, staleAfter);
  }

  async staleAfter(unitId: number): Promise<number> {
    return (await this.#offices.unit(unitId)).settings.staleAfter;
  }

  async latest(
    unitId: number,
    asking: Pick<Transaction, 'query'> = this.#asking(unitId),
  ): Promise<SetRules | undefined> {
    const [row] = await asking.query<SetRules>(LATEST, [unitId]);
    return row && { ...row, settings: alertSettingsSchema.parse(row.settings) };
  }

  #asking(unitId: number): Pick<Transaction, 'query'> {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unitId] }, sql, parameters) };
  }
}
