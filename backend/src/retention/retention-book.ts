import { Inject, Injectable } from '@nestjs/common';
import type { Retention, RetentionRules } from '#contract/retention';
import { formatInstant, instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';

/** Nothing is erased until somebody says so. */
export const KEEP_ALL: RetentionRules = { applicants: null, words: null };

export interface RulesKept {
  readonly unitId: number;
  readonly version: number;
  readonly rules: RetentionRules;
}

interface HistoryRow extends RulesKept {
  readonly setAt: number;
  readonly setBy: string;
  readonly reason: string;
}

const LATEST = `select distinct on (unit_id) unit_id as "unitId", version, rules from retention_rule
  order by unit_id, version desc`;

const HISTORY = `select unit_id as "unitId", version, rules, set_at as "setAt",
    coalesce((select display_name from office_user where id::text = set_by), set_by) as "setBy", reason
  from retention_rule where unit_id = $1 order by version desc limit 50`;

const NIGHTS = `select day::text as day, kind, dossiers, notes from retention_night
  where unit_id = $1 and dossiers + notes > 0 order by day desc, kind limit 60`;

const NOTE = `insert into retention_night (unit_id, day, kind, dossiers, notes) values ($1, $2::date, $3, $4, $5)
  on conflict (unit_id, day, kind) do update set dossiers = retention_night.dossiers + excluded.dossiers,
    notes = retention_night.notes + excluded.notes`;

/** What units have set, and what their nights erased. */
@Injectable()
export class RetentionBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Every unit that has set something. */
  inForce(): Promise<readonly RulesKept[]> {
    return this.#tenancy.askEverywhere<RulesKept>(LATEST);
  }

  async history(unitId: number): Promise<Retention['history']> {
    const rows = await this.#tenancy.ask<HistoryRow>({ units: [unitId] }, HISTORY, [unitId]);
    return rows.map(({ setAt, version, rules, setBy, reason }) => ({
      ...{ version, rules, setBy, reason },
      setAt: formatInstant(instant(setAt)),
    }));
  }

  nights(unitId: number): Promise<Retention['nights']> {
    return this.#tenancy.ask<Retention['nights'][number]>({ units: [unitId] }, NIGHTS, [unitId]);
  }

  async note(
    transaction: Transaction,
    unitId: number,
    { day, kind, dossiers, notes }: Retention['nights'][number],
  ): Promise<void> {
    await transaction.execute(NOTE, [unitId, day, kind, dossiers, notes]);
  }
}
