import { Inject, Injectable } from '@nestjs/common';
import { DatabaseService } from '../database/database.service.ts';
import { type VitalSigns, VitalSignsService } from '../health/vital-signs.service.ts';
import { within } from '../health/within.ts';
import { StreamService } from '../realtime/stream.service.ts';
import { Meters } from './meters.ts';

const LIMIT_MS = 1_000;

/** Reads what has to be asked for, at the moment somebody wants to know. */
@Injectable()
export class Readings {
  readonly #meters: Meters;
  readonly #database: DatabaseService;
  readonly #signs: VitalSignsService;
  readonly #streams: StreamService;

  constructor(
    @Inject(Meters) meters: Meters,
    @Inject(DatabaseService) database: DatabaseService,
    @Inject(VitalSignsService) signs: VitalSignsService,
    @Inject(StreamService) streams: StreamService,
  ) {
    this.#meters = meters;
    this.#database = database;
    this.#signs = signs;
    this.#streams = streams;
  }

  /** The figures as they are now; those nobody could be asked for are absent, not old. */
  async tell(): Promise<string> {
    this.#readPool();
    const [signs, behind] = await Promise.all([
      this.#signs.read(),
      within(LIMIT_MS, this.#streams.behind()),
    ]);
    this.#readSigns(signs);
    this.#meters.streams.set(this.#streams.openStreams);
    set(this.#meters.feedBehind, behind);
    return this.#meters.registry.metrics();
  }

  #readPool(): void {
    const pool = this.#database.pool();
    this.#meters.pool.reset();
    if (pool === undefined) return;
    this.#meters.pool.set({ state: 'in_use' }, pool.inUse);
    this.#meters.pool.set({ state: 'idle' }, pool.idle);
    this.#meters.pool.set({ state: 'waiting' }, pool.waiting);
  }

  #readSigns({ outbox, queue = [], skewMs }: VitalSigns): void {
    set(this.#meters.outboxOpen, outbox?.open);
    set(this.#meters.outboxLag, outbox?.lagSeconds);
    set(this.#meters.skew, skewMs === undefined ? undefined : skewMs / 1_000);
    this.#meters.queue.reset();
    for (const { lane, state, count } of queue) this.#meters.queue.set({ lane, state }, count);
  }
}

const set = (gauge: Meters['skew'], value: number | undefined): void => {
  if (value === undefined) gauge.remove();
  else gauge.set(value);
};
