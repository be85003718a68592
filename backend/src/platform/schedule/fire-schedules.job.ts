import * as z from 'zod';
import { Inject } from '@nestjs/common';
import type { Occurrence } from '#contract/jobs';
import { formatInstant, instant, type Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ClockKeeper } from '../clock/clock-keeper.service.ts';
import { Tenancy, type Transaction } from '../database/tenancy.ts';
import { Outbox } from '../outbox/outbox.service.ts';
import { JobBook } from '../queue/job-book.service.ts';
import { HandlesJob, type JobHandler } from '../queue/job-handler.ts';
import { type JobDeclaration, declareJob, orderJob } from '../queue/job.ts';
import { QueueService } from '../queue/queue.service.ts';
import { firesDue, nextFire } from '../queue/recurrence.ts';
import { type Fire, ScheduleStore } from './schedule-store.ts';

const nothing = z.strictObject({});
/** Of the machine's time: the longest a schedule waits for somebody to look at the office's clock. */
const LOOK_MS = 15_000;
const SHORTEST_MS = 250;
const LOST_MS = 60_000;
/** Schedules are the installation's. */
const INSTALLATION = 0;

export const fireSchedules = declareJob({
  name: 'schedule.fire',
  payload: nothing,
  everyMs: LOOK_MS,
});

type Scheduled = JobDeclaration<Occurrence> & Required<Pick<JobDeclaration, 'fires'>>;

/**
 * Orders what the office's clock says is due. The queue only wakes it: its timers follow the machine's
 * calendar, which office time may have left behind.
 */
@HandlesJob(fireSchedules)
export class FireSchedulesJob implements JobHandler<z.infer<typeof nothing>> {
  readonly #tenancy: Tenancy;
  readonly #store: ScheduleStore;
  readonly #book: JobBook;
  readonly #queue: QueueService;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #keeper: ClockKeeper;

  // eslint-disable-next-line max-params -- what is due, by which clock, and whom to tell
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(JobBook) book: JobBook,
    @Inject(QueueService) queue: QueueService,
    @Inject(Outbox) outbox: Outbox,
    @Inject(CLOCK) clock: Clock,
    @Inject(ClockKeeper) keeper: ClockKeeper,
  ) {
    this.#tenancy = tenancy;
    this.#store = new ScheduleStore(tenancy);
    this.#book = book;
    this.#queue = queue;
    this.#outbox = outbox;
    this.#clock = clock;
    this.#keeper = keeper;
  }

  async handle(): Promise<void> {
    await this.#keeper.known;
    const now = instant(this.#clock.officeNow());
    const scheduled = this.#scheduled();
    let ordered = await this.#orderLost(scheduled);
    for (const job of scheduled) ordered += await this.#orderDue(job, now);
    if (ordered > 0) this.#outbox.announce();
    this.#lookAgain(scheduled, now);
  }

  #scheduled(): readonly Scheduled[] {
    return [...this.#book.jobs.values()].flatMap(({ job }) =>
      job.fires === undefined ? [] : [job as Scheduled],
    );
  }

  async #orderDue(job: Scheduled, now: Instant): Promise<number> {
    const before = await this.#store.last(job.name, now);
    const due = firesDue(job.fires, now, before);
    for (const firesAt of due) {
      await this.#tenancy.within({ units: [INSTALLATION] }, async (transaction) => {
        const fire = { schedule: job.name, firesAt };
        const isOurs = await this.#store.order(transaction, fire, this.#clock.machineNow());
        if (isOurs) await this.#put(transaction, job, fire);
      });
    }
    return due.length;
  }

  async #orderLost(scheduled: readonly Scheduled[]): Promise<number> {
    return this.#tenancy.within({ units: [INSTALLATION] }, async (transaction) => {
      const lost = await this.#store.lost(this.#clock.machineNow(), LOST_MS, transaction);
      for (const fire of lost) {
        const job = scheduled.find(({ name }) => name === fire.schedule);
        if (job !== undefined) await this.#put(transaction, job, fire);
      }
      return lost.length;
    });
  }

  #put(transaction: Transaction, job: Scheduled, { firesAt }: Fire): Promise<void> {
    const order = orderJob(job, { firesAt: formatInstant(firesAt) });
    const at = this.#clock.officeNow();
    return this.#outbox.put(transaction, { unitId: INSTALLATION, at }, [order]);
  }

  /** At 600 times the machine's pace a quarter of a minute is two hours and a half. */
  #lookAgain(scheduled: readonly Scheduled[], now: Instant): void {
    const rate = this.#clock.officeRate();
    const waits = scheduled.map(({ fires }) => (nextFire(fires, now) - now) / rate);
    const soonest = Math.min(...waits);
    if (soonest < LOOK_MS) this.#queue.soon(fireSchedules.name, Math.max(soonest, SHORTEST_MS));
  }
}
