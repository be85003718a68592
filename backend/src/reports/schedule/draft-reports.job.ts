import { Inject } from '@nestjs/common';
import { occurrenceSchema, type Occurrence } from '#contract/jobs';
import { dayOf, parseInstant } from '#domain/working-time';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { HandlesJob, type JobRun } from '../../platform/queue/job-handler.ts';
import { declareJob } from '../../platform/queue/job.ts';
import { ScheduleRuns } from '../../platform/schedule/schedule-runs.service.ts';
import { ScheduledJob } from '../../platform/schedule/scheduled-job.ts';
import { ReportDrafter } from './report-drafter.service.ts';

/** A period is over with the local midnight after its last day; the draft is made there and then. */
export const draftReports = declareJob({
  name: 'report.draft',
  payload: occurrenceSchema,
  lane: 'long',
  fires: { at: '00:00' },
});

const COMMUNES = `select id from unit where kind = 'commune' and closed_at is null order by id`;

@HandlesJob(draftReports)
export class DraftReportsJob extends ScheduledJob {
  readonly #drafter: ReportDrafter;
  readonly #tenancy: Tenancy;

  constructor(
    @Inject(ScheduleRuns) runs: ScheduleRuns,
    @Inject(ReportDrafter) drafter: ReportDrafter,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    super(runs, draftReports);
    this.#drafter = drafter;
    this.#tenancy = tenancy;
  }

  protected async work({ firesAt }: Occurrence, { signal }: JobRun): Promise<void> {
    const at = parseInstant(firesAt);
    if (at === undefined) throw new RangeError(`Not a moment: ${firesAt}`);
    const communes = await this.#tenancy.ask<{ readonly id: number }>({ units: [] }, COMMUNES);
    for (const { id } of communes) {
      signal.throwIfAborted();
      await this.#drafter.keepUp(id, dayOf(at));
    }
  }
}
