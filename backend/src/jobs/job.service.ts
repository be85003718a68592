import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { JobRef, JobResult } from '#contract/jobs';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import { Outbox } from '../platform/outbox/outbox.service.ts';
import { type JobDeclaration, orderJob } from '../platform/queue/job.ts';
import {
  type JobItem,
  type JobProgress,
  JobStore,
  type LeasedJob,
  type Leasing,
} from './job-store.ts';

// Short: a killed worker's job is free again before the queue has even missed him.
const LEASE_MS = 5_000;
const KEEP_MS = 1_500;
const PAGE = 100;
const FAILURES = 10;

/** What somebody asks to be done to many things. */
interface AskedJob {
  /** The kind of work, whose handler will call `run`. */
  readonly job: JobDeclaration<JobRef>;
  readonly unitId: number;
  /** Who answers for it: `{ kind, id }`, never a name. */
  readonly actor: { readonly kind: string; readonly id: string };
  /** What is to be done to each: clear text, no personal data. */
  readonly request: unknown;
  readonly targets: readonly string[];
}

/** One thing to be done, with a key under which doing it twice does it once. */
interface JobTask extends JobItem {
  readonly idempotencyKey: string;
  readonly unitId: number;
  /** Who asked, and for what: as given to `create`, for the caller to read with its own schema. */
  readonly actor: unknown;
  readonly request: unknown;
  readonly signal: AbortSignal;
}

type DoTask = (task: JobTask) => Promise<JobResult>;

/** Work on many things that outlives the request, the worker and the queue. */
@Injectable()
export class JobService {
  readonly #store: JobStore;
  readonly #tenancy: Tenancy;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Outbox) outbox: Outbox,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#log = log;
    this.#store = new JobStore(tenancy);
    this.#tenancy = tenancy;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  /** Writes the job and the order to do it, or neither; answers before anything is done. */
  async create(asked: AskedJob): Promise<string> {
    const jobId = await this.#tenancy.within({ units: [asked.unitId] }, (transaction) =>
      this.put(transaction, asked),
    );
    this.#outbox.announce();
    return jobId;
  }

  /** As `create`, in a transaction of the caller, who announces after the commit. */
  async put(transaction: Transaction, asked: AskedJob): Promise<string> {
    const { job, unitId, actor, request, targets } = asked;
    const ref = { unitId, jobId: randomUUID() };
    const at = this.#clock.officeNow();
    await this.#store.insert(transaction, { ...ref, kind: job.name, actor, request, targets }, at);
    await this.#outbox.put(transaction, { unitId, at }, [orderJob(job, ref)]);
    return ref.jobId;
  }

  find(units: readonly number[], jobId: string): Promise<JobProgress | undefined> {
    return this.#store.find(units, jobId);
  }

  /**
   * Does what is left of a job, thing by thing; what was done before a kill is not done again. Returns at
   * once when the job is done or another worker has it.
   */
  async run(ref: JobRef, doTask: DoTask, signal: AbortSignal): Promise<void> {
    const job = await this.#store.claim(ref, randomUUID(), this.#leasing());
    if (job === undefined) return;
    const lost = new AbortController();
    const keeping = setInterval(() => void this.#keep(job, lost), KEEP_MS);
    try {
      await this.#doAll(job, doTask, AbortSignal.any([signal, lost.signal]));
    } catch (error) {
      await this.#store.release(job, this.#clock.officeNow(), FAILURES);
      throw error;
    } finally {
      clearInterval(keeping);
    }
  }

  /** Jobs nobody is doing: their worker was killed, or their order was lost. */
  unfinished(limit: number) {
    return this.#store.unfinished(this.#leasing(), limit);
  }

  async #doAll(job: LeasedJob, doTask: DoTask, signal: AbortSignal): Promise<void> {
    let last = -1;
    for (;;) {
      const items = await this.#store.open(job, last, PAGE);
      if (items.length === 0) break;
      for (const item of items) {
        if (signal.aborted) return;
        if (!(await this.#doOne(job, item, doTask, signal))) return;
        last = item.place;
      }
    }
    await this.#store.end(job, this.#clock.officeNow());
  }

  /** False when the lease went to another meanwhile: his record counts, not ours. */
  async #doOne(
    job: LeasedJob,
    item: JobItem,
    doTask: DoTask,
    signal: AbortSignal,
  ): Promise<boolean> {
    const idempotencyKey = `job-${job.jobId}-${item.place}`;
    const { unitId, actor, request } = job;
    const result = await doTask({ ...item, unitId, actor, request, idempotencyKey, signal });
    return this.#store.record(job, item.place, result, this.#leasing());
  }

  async #keep(job: LeasedJob, lost: AbortController): Promise<void> {
    try {
      if (!(await this.#store.keep(job, this.#leasing().until))) lost.abort();
    } catch (error) {
      // The lease runs out by itself, and the next record tells.
      this.#log.warn({ err: error, jobId: job.jobId }, 'a job could not keep its lease');
    }
  }

  #leasing(): Leasing {
    const now = this.#clock.machineNow();
    return { now, until: now + LEASE_MS, officeNow: this.#clock.officeNow() };
  }
}
