import * as z from 'zod';
import { Inject } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { HandlesJob, type JobHandler } from '../../platform/queue/job-handler.ts';
import { declareJob } from '../../platform/queue/job.ts';
import { Throttle } from './throttle.service.ts';

const nothing = z.strictObject({});

export const tidyUp = declareJob({ name: 'identity.tidyUp', payload: nothing, everyMs: 3_600_000 });

/** Removes what nobody can use any more: sessions, links and browsers that have expired. */
@HandlesJob(tidyUp)
export class TidyUpJob implements JobHandler<z.infer<typeof nothing>> {
  readonly #tenancy: Tenancy;
  readonly #throttle: Throttle;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Throttle) throttle: Throttle,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#throttle = throttle;
    this.#clock = clock;
  }

  async handle(): Promise<void> {
    const now = this.#clock.machineNow();
    await this.#throttle.forgetOld();
    await this.#tenancy.within({ units: [] }, async (transaction) => {
      // A screen that locked at work waits for its owner until its twelve hours are over.
      for (const table of ['session', 'remembered_device', 'one_time_link'] as const) {
        await transaction.execute(`delete from ${table} where expires_at < $1`, [sqlInstant(now)]);
      }
    });
  }
}
