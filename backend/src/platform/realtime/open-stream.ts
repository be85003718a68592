import type { MessageEvent } from '@nestjs/common';
import { HEARTBEAT, RESET } from '#contract/stream';
import type { FeedRow } from './feed-store.ts';

export interface StreamEnds {
  readonly personId: string;
  readonly units: readonly number[];
  readonly send: (message: MessageEvent) => void;
  readonly end: () => void;
}

/** One open page, from the place it has seen on. */
export class OpenStream {
  readonly personId: string;
  readonly #send: StreamEnds['send'];
  readonly #end: StreamEnds['end'];
  #units: ReadonlySet<number>;
  #seen: number | undefined;
  readonly #early: FeedRow[] = [];

  constructor({ personId, units, send, end }: StreamEnds) {
    this.personId = personId;
    this.#units = new Set(units);
    this.#send = send;
    this.#end = end;
  }

  get units(): ReadonlySet<number> {
    return this.#units;
  }

  /** What may be seen changes with memberships. */
  narrowTo(units: readonly number[]): void {
    this.#units = new Set(units);
  }

  /** A change of any unit; before the beginning is settled it is kept, and what was seen is not repeated. */
  hear(row: FeedRow): void {
    if (!this.#units.has(row.unit_id)) return;
    if (this.#seen === undefined) this.#early.push(row);
    else if (row.position > this.#seen) this.#tell(row);
  }

  /** Begins after a place, with what was missed since, or with the word that it is gone. */
  begin(from: number, missed: readonly FeedRow[] | 'gone'): void {
    this.#seen = from;
    if (missed === 'gone') this.#send({ type: RESET, data: {}, id: String(from) });
    else this.beat(from);
    for (const row of missed === 'gone' ? [] : missed) this.hear(row);
    for (const row of this.#early.splice(0)) this.hear(row);
  }

  /** Nothing happened up to here; a browser that hears nothing for long takes the line for dead. */
  beat(at: number | undefined): void {
    if (this.#seen === undefined) return;
    this.#seen = Math.max(this.#seen, at ?? 0);
    // Without an id of its own Nest would number the message, and the browser resume from that.
    this.#send({ type: HEARTBEAT, data: {}, id: String(this.#seen) });
  }

  end(): void {
    this.#end();
  }

  #tell({ position, op, type, id }: FeedRow): void {
    this.#seen = position;
    this.#send({ data: { op, type, id }, id: String(position) });
  }
}
