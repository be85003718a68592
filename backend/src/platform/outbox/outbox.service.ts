import { Inject, Injectable } from '@nestjs/common';
import type { EpochMs } from '../clock/clock.ts';
import type { Transaction } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';
import type { JobOrder } from '../queue/job.ts';
import type { Bell } from '../realtime/bell.ts';
import { BELL } from '../realtime/tokens.ts';

/** What is to be done because of a transaction: the name of a job, and ids. */
interface OutboxRow {
  readonly topic: string;
  readonly message: unknown;
}

/** An order as it is written beside the events that cause it. */
const outboxRow = ({ name, payload }: JobOrder): OutboxRow => ({
  topic: name,
  message: payload,
});

const INSERT = `insert into outbox (unit_id, topic, message, at)
  select $1, row->>'topic', row->'message', $3
  from jsonb_array_elements($2::jsonb) with ordinality as given (row, place) order by place`;

/** Orders that are kept if, and only if, the transaction is. */
@Injectable()
export class Outbox {
  readonly #bell: Bell;

  constructor(@Inject(BELL) bell: Bell) {
    this.#bell = bell;
  }

  /** Writes orders in the caller's transaction; `announce` after its commit makes them quick. */
  async put(
    transaction: Transaction,
    { unitId, at }: { readonly unitId: number; readonly at: EpochMs },
    orders: readonly JobOrder[],
  ): Promise<void> {
    if (orders.length === 0) return;
    const rows = JSON.stringify(orders.map(outboxRow));
    await transaction.execute(INSERT, [unitId, rows, sqlInstant(at)]);
  }

  /** After the commit: the relay need not wait for its round. */
  announce(): void {
    this.#bell.ring('outbox');
  }
}
