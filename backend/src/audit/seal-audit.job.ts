import * as z from 'zod';
import { Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { Tenancy } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import { HandlesJob, type JobHandler, type JobRun } from '../platform/queue/job-handler.ts';
import { declareJob } from '../platform/queue/job.ts';
import { INSTALLATION } from './audit-book.ts';

const nothing = z.strictObject({});

/** A seal holds at most so many lines: no unit keeps the others waiting. */
const MOST = 10_000;

export const sealAudit = declareJob({ name: 'audit.seal', payload: nothing, everyMs: 60_000 });

interface Seal {
  readonly unitId: number;
  readonly number: number;
  readonly rows: number;
  readonly hash: string;
}

/** Closes the books every minute, so that nobody rewrites an earlier line unseen. */
@HandlesJob(sealAudit)
export class SealAuditJob implements JobHandler<z.infer<typeof nothing>> {
  readonly #tenancy: Tenancy;
  readonly #log: Logger;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(LOG) log: Logger) {
    this.#tenancy = tenancy;
    this.#log = log;
  }

  async handle(_nothing: z.infer<typeof nothing>, { signal }: JobRun): Promise<void> {
    const units = await this.#tenancy.ask<{ readonly id: number }>(
      { units: [] },
      'select id from unit order by id',
    );
    for (const id of [INSTALLATION, ...units.map((unit) => unit.id)]) {
      if (signal.aborted) return;
      await this.seal(id);
    }
  }

  /** Seals the lines of a unit that nobody can get below any more. */
  async seal(unitId: number): Promise<void> {
    const [row] = await this.#tenancy.call<{ readonly seal: Seal | null }>(
      'select seal_audit($1, $2) as seal',
      [unitId, MOST],
    );
    // Outside the database, too: whoever cuts off the end of the books would have to rewrite the log.
    if (row?.seal) this.#log.info({ seal: row.seal }, 'audit sealed');
  }
}
