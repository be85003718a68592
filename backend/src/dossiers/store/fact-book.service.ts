import { Inject, Injectable } from '@nestjs/common';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { PUT_FACTS, factRow } from './fact-row.ts';
import { HistoryReader } from './history-reader.service.ts';

const PORTION = 500;

const WITHOUT = `select dossier.id from dossier where unit_id = $1 and not exists (
    select from dossier_fact as fact where fact.unit_id = $1 and fact.dossier_id = dossier.id)
  order by id limit $2`;

/**
 * Sees to it that every dossier has its facts: those from before there were any, and those somebody has
 * thrown away. Every command keeps them since, so a unit is gone through once in the life of a process.
 */
@Injectable()
export class FactBook {
  readonly #tenancy: Tenancy;
  readonly #histories: HistoryReader;
  readonly #whole = new Map<number, Promise<void>>();

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(HistoryReader) histories: HistoryReader) {
    this.#tenancy = tenancy;
    this.#histories = histories;
  }

  async complete(units: readonly number[]): Promise<void> {
    for (const unit of units) await this.#once(unit);
  }

  /** Those who ask meanwhile wait for the same work; what failed is tried again. */
  #once(unit: number): Promise<void> {
    const known = this.#whole.get(unit);
    if (known !== undefined) return known;
    const work = this.#fill(unit).catch((error: unknown) => {
      this.#whole.delete(unit);
      throw error;
    });
    this.#whole.set(unit, work);
    return work;
  }

  async #fill(unit: number): Promise<void> {
    for (let ids = await this.#without(unit); ids.length > 0; ids = await this.#without(unit)) {
      const histories = await this.#histories.read(unit, ids);
      const rows = [...histories].map(([id, { history }]) => ({
        ...factRow(history),
        unit_id: unit,
        dossier_id: id,
      }));
      await this.#tenancy.ask({ units: [unit] }, PUT_FACTS, [JSON.stringify(rows)]);
    }
  }

  async #without(unit: number): Promise<readonly string[]> {
    const rows = await this.#tenancy.ask<{ readonly id: string }>({ units: [unit] }, WITHOUT, [
      unit,
      PORTION,
    ]);
    return rows.map(({ id }) => id);
  }
}
