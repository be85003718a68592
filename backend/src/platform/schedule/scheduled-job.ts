import type { Occurrence } from '#contract/jobs';
import type { JobHandler, JobRun } from '../queue/job-handler.ts';
import type { JobDeclaration } from '../queue/job.ts';
import type { ScheduleRuns } from './schedule-runs.service.ts';

/** Work of a schedule: however often its order comes, each time is seen to once. */
export abstract class ScheduledJob implements JobHandler<Occurrence> {
  readonly #runs: ScheduleRuns;
  readonly #job: JobDeclaration<Occurrence>;

  constructor(runs: ScheduleRuns, job: JobDeclaration<Occurrence>) {
    this.#runs = runs;
    this.#job = job;
  }

  handle(occurrence: Occurrence, run: JobRun): Promise<void> {
    return this.#runs.once(this.#job.name, occurrence, () => this.work(occurrence, run));
  }

  /** May be cut off and begun anew: it does what the rows say is still to be done. */
  protected abstract work(occurrence: Occurrence, run: JobRun): Promise<void>;
}
