import { Inject, Injectable } from '@nestjs/common';
import type { Indicator, IndicatorDefinition, Population } from '#domain/report';
import { formatDay, parseDay } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';

interface DefinitionRow {
  readonly indicator: Indicator;
  readonly effective_from: string;
  readonly population: Population;
  readonly target_percent: number | null;
}

const dayOf = (text: string) => {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`Not a day: ${text}`);
  return day;
};

const SET = `insert into indicator_definition
    (owner_id, indicator, effective_from, population, target_percent) values ($1, $2, $3, $4, $5)
  on conflict (owner_id, indicator, effective_from) do update
    set population = excluded.population, target_percent = excluded.target_percent`;

/** What the city means by its indicators, and from when on. */
@Injectable()
export class DefinitionBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Those of the receiving city; a city's own, where it asks itself. */
  async of(unitId: number): Promise<readonly IndicatorDefinition[]> {
    const rows = await this.#tenancy.ask<DefinitionRow>(
      { units: [unitId] },
      `select indicator, effective_from, population, target_percent from indicator_definition
       where owner_id = (select coalesce(parent_id, id) from unit where id = $1)`,
      [unitId],
    );
    return rows.map(({ indicator, effective_from: from, population, target_percent: target }) => ({
      ...{ indicator, population, effectiveFrom: dayOf(from) },
      ...(target !== null && { targetPercent: target }),
    }));
  }

  /** Said anew for the same day it is what was said last. */
  async set(
    transaction: Transaction,
    ownerId: number,
    { indicator, effectiveFrom, population, targetPercent }: IndicatorDefinition,
  ): Promise<void> {
    const values = [ownerId, indicator, formatDay(effectiveFrom), population];
    await transaction.execute(SET, [...values, targetPercent ?? null]);
  }
}
