import * as z from 'zod';
import { Inject } from '@nestjs/common';
import { instant, type Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { HandlesJob, type JobHandler, type JobRun } from '../platform/queue/job-handler.ts';
import { declareJob } from '../platform/queue/job.ts';
import { lastFire } from '../platform/queue/recurrence.ts';
import { HISTORY_MS, Learner } from './learner.service.ts';

const nothing = z.strictObject({});

const NIGHTLY = { at: '02:40' } as const;
/** Below so many dossiers a history is young, and learned anew as soon as it has doubled. */
const YOUNG = 500;
const FIRST = 10;

export const learnRisks = declareJob({
  name: 'risk.learn',
  payload: nothing,
  lane: 'long',
  everyMs: 60_000,
});

const TO_LEARN = `select unit.id from unit left join risk_experience as known on known.unit_id = unit.id
  where known.learned_at is null or known.learned_at < $1 or known.learned_at > $2
    or (known.dossiers < $4 and (select count(*) from (select from dossier
        where dossier.unit_id = unit.id and outcome = 'issued' and finished_at >= $3
          and finished_at < 'infinity' limit $4) as finished) >= 2 * known.dossiers + $5)
  order by unit.id`;

/** Once a night, and where nothing is known yet as soon as somebody looks. To learn twice does no harm. */
@HandlesJob(learnRisks)
export class LearnRisksJob implements JobHandler<z.infer<typeof nothing>> {
  readonly #tenancy: Tenancy;
  readonly #learner: Learner;
  readonly #clock: Clock;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Learner) learner: Learner,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#learner = learner;
    this.#clock = clock;
  }

  async handle(_nothing: z.infer<typeof nothing>, { signal }: JobRun): Promise<void> {
    const now = instant(this.#clock.officeNow());
    for (const unitId of await this.#toLearn(now)) {
      if (signal.aborted) return;
      await this.#learner.learn(unitId, now);
    }
  }

  async #toLearn(now: Instant): Promise<readonly number[]> {
    const night = lastFire(NIGHTLY, now);
    const rows = await this.#tenancy.askEverywhere<{ readonly id: number }>(TO_LEARN, [
      ...[sqlInstant(night), sqlInstant(now), sqlInstant(now - HISTORY_MS), YOUNG, FIRST],
    ]);
    return rows.map(({ id }) => id);
  }
}
