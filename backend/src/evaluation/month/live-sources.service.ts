import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { HOUR_MS } from '#domain/working-time';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { LIVE_SOURCES } from './sources.ts';

/** How often it is looked whether an hour of the office has passed: its clock may run fast. */
const LOOK_MS = 5_000;

// What was too old to accuse anybody with is fresh now.
const ASK = `with asked as (update source_record as record set as_of = $2 from dossier
    where record.unit_id = $1 and record.source = any ($3) and dossier.unit_id = $1
      and dossier.id = record.dossier_id and dossier.finished_at = 'infinity'
    returning record.dossier_id)
  update dossier set next_signal_at = $2
  where unit_id = $1 and id in (select dossier_id from asked)`;

/** The systems a trial commune follows live: they have nothing new to tell, but they have been asked. */
@Injectable()
export class LiveSources {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#tenancy = tenancy;
    this.#clock = clock;
    this.#log = log;
  }

  async ask(unitId: number): Promise<void> {
    const now = sqlInstant(this.#clock.officeNow());
    await this.#tenancy.ask({ units: [unitId] }, ASK, [unitId, now, LIVE_SOURCES]);
  }

  /** Every hour of the office, until this process ends. */
  async follow(unitId: number, signal: AbortSignal): Promise<void> {
    let askedAt = this.#clock.officeNow();
    while (await hasWaited(signal)) {
      const now = this.#clock.officeNow();
      if (now - askedAt < HOUR_MS) continue;
      askedAt = now;
      try {
        await this.ask(unitId);
      } catch (error) {
        this.#log.warn({ err: error }, 'the sources of the trial could not be asked');
      }
    }
  }
}

const hasWaited = (signal: AbortSignal): Promise<boolean> =>
  pause(LOOK_MS, undefined, { signal }).then(
    () => true,
    () => false,
  );
