import { Inject, Injectable } from '@nestjs/common';
import { unitRulesOf } from '#contract/units';
import type { Instant } from '#domain/working-time';
import { clocksOf, provisionalDueOf } from '../answer/standing.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { HistoryReader } from '../store/history-reader.service.ts';
import type { ItemRow } from './item.ts';

/** When those that wait would be due if the wait ended now: a matter of their histories, not of their rows. */
@Injectable()
export class ProvisionalDues {
  readonly #offices: OfficeBook;
  readonly #histories: HistoryReader;

  constructor(
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(HistoryReader) histories: HistoryReader,
  ) {
    this.#offices = offices;
    this.#histories = histories;
  }

  async of(rows: readonly ItemRow[]): Promise<ReadonlyMap<string, Instant | null>> {
    const waiting = rows.filter((row) => row.paused_since !== null && row.due_at === null);
    const units = [...new Set(waiting.map((row) => row.unit_id))];
    const found = await Promise.all(
      units.map((unit) =>
        this.#ofUnit(
          unit,
          waiting.filter((row) => row.unit_id === unit).map(({ id }) => id),
        ),
      ),
    );
    return new Map(found.flat());
  }

  async #ofUnit(
    unitId: number,
    ids: readonly string[],
  ): Promise<readonly (readonly [string, Instant | null])[]> {
    const [{ settings }, calendar, histories] = await Promise.all([
      this.#offices.unit(unitId),
      this.#offices.calendar(unitId),
      this.#histories.read(unitId, ids),
    ]);
    const now = this.#offices.now();
    return Promise.all(
      [...histories].map(async ([id, state]) => {
        const procedure = await this.#offices.rulesOf(unitId, state.intake);
        const office = { now, calendar, procedure, unit: unitRulesOf(settings) };
        return [id, provisionalDueOf(state, clocksOf(state, office))] as const;
      }),
    );
  }
}
