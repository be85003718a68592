import { Inject, Injectable } from '@nestjs/common';
import { replay, type DossierState } from '#domain/dossier';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { inTurns } from '../../platform/queue/in-turns.ts';
import { fromStored, type ReadEvent } from './event-codec.ts';

interface StoredHistory {
  readonly id: string;
  readonly events: readonly ReadEvent[];
}

const HISTORIES = `select dossier_id as id, json_agg(row_to_json(told) order by version) as events
  from (select dossier_id, version, type, occurred_at, recorded_at, backdated, actor, payload, due,
      source, null as texts
    from dossier_event where unit_id = $1 and dossier_id = any ($2::uuid[])) as told
  group by dossier_id`;

/** Many dossiers as their events tell them, without their texts, in one question; in a transaction, pass it. */
@Injectable()
export class HistoryReader {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async read(
    unit: number,
    ids: readonly string[],
    asking: Pick<Transaction, 'query'> = this.#asking(unit),
  ): Promise<ReadonlyMap<string, DossierState>> {
    if (ids.length === 0) return new Map();
    const rows = await asking.query<StoredHistory>(HISTORIES, [unit, ids]);
    const states = new Map<string, DossierState>();
    for await (const { id, events } of inTurns(rows)) {
      const state = replay(events.map(fromStored));
      if (state !== null) states.set(id, state);
    }
    return states;
  }

  #asking(unit: number): Pick<Transaction, 'query'> {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unit] }, sql, parameters) };
  }
}
