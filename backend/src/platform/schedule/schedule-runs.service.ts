import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Occurrence } from '#contract/jobs';
import { parseInstant, type Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Tenancy } from '../database/tenancy.ts';
import { LOG } from '../log/log.module.ts';
import { type Fire, ScheduleStore } from './schedule-store.ts';

const LEASE_MS = 10_000;
const KEEP_MS = 3_000;

/** Sees that each time of a schedule is done once, by whoever holds its lease. */
@Injectable()
export class ScheduleRuns {
  readonly #store: ScheduleStore;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#store = new ScheduleStore(tenancy);
    this.#clock = clock;
    this.#log = log;
  }

  /** Does the work unless it was done, or another is at it. What fails is tried again. */
  async once(schedule: string, occurrence: Occurrence, work: () => Promise<void>): Promise<void> {
    const fire = { schedule, firesAt: momentOf(occurrence) };
    const lease = await this.#store.claim(fire, this.#clock.machineNow(), this.#until());
    if (lease === undefined) return;
    const keeping = setInterval(() => void this.#keep(fire, lease), KEEP_MS);
    try {
      await work();
      await this.#store.end(fire, lease, this.#clock.machineNow());
    } catch (error) {
      await this.#store.release(fire, lease);
      throw error;
    } finally {
      clearInterval(keeping);
    }
  }

  async #keep(fire: Fire, lease: string): Promise<void> {
    try {
      await this.#store.keep(fire, lease, this.#until());
    } catch (error) {
      // The lease runs out by itself; the work is of a kind that may be begun anew.
      this.#log.warn(
        { err: error, schedule: fire.schedule },
        'a schedule could not keep its lease',
      );
    }
  }

  #until(): number {
    return this.#clock.machineNow() + LEASE_MS;
  }
}

function momentOf({ firesAt }: Occurrence): Instant {
  const at = parseInstant(firesAt);
  if (at === undefined) throw new RangeError(`Not a moment: ${firesAt}`);
  return at;
}
