import { setTimeout as pause } from 'node:timers/promises';
import {
  type BackendFactory,
  type IQueueBackend,
  type Job,
  type JobsOptions,
  Queue,
  Worker,
} from 'bullmq';
import type { Logger } from 'pino';
import { type JobDeclaration, type JobOrder, type Lane, type JobRetries, lanes } from './job.ts';
import type { Doer, LaneDepth, QueueStore } from './queue-store.ts';

// BullMQ's own values pick a killed worker's job up after a minute and give it up at the second kill.
const STALLS = { lockDuration: 5_000, stalledInterval: 3_000, maxStalledCount: 1_000_000 };
const RUN_RETRY_MS = 1_000;
const CONCURRENCY: Readonly<Record<Lane, number>> = { prompt: 4, long: 2 };
const KEPT_FAILURES = { age: 14 * 24 * 3600, count: 1_000 };
const DEPTH_STATES = ['waiting', 'active', 'delayed', 'failed'] as const;
const OPENING_MS = 10_000;

type Data = Readonly<Record<string, unknown>>;
type LaneQueue<C> = Queue<Data, void, string, Data, void, string, IQueueBackend, C>;
type LaneWorker<C> = Worker<Data, void, string, IQueueBackend, number, C>;

/** Where the orders are kept, and how BullMQ is to speak with that place. */
export interface BullPlace<C> {
  readonly kind: 'postgresql' | 'redis';
  readonly connection: C;
  readonly backend: BackendFactory<IQueueBackend, C>;
}

export interface BullSettings {
  readonly log: Logger;
  /** What is known of a kind of work: its lane and how often it is tried. */
  readonly find: (name: string) => JobDeclaration | undefined;
}

const retriesOf = ({ attempts, firstPauseMs }: JobRetries): JobsOptions => ({
  attempts,
  backoff: { type: 'exponential', delay: firstPauseMs },
  removeOnComplete: true,
  removeOnFail: KEPT_FAILURES,
});

/** A reason is of use to the administrator; a payload is ids only, and still is not repeated here. */
const isGivenUp = (job: Job | undefined): boolean =>
  job !== undefined && job.attemptsMade >= (job.opts.attempts ?? 1);

export class BullStore<C> implements QueueStore {
  readonly kind: 'postgresql' | 'redis';
  readonly #place: BullPlace<C>;
  readonly #settings: BullSettings;
  readonly #queues = new Map<Lane, LaneQueue<C>>();
  readonly #workers: LaneWorker<C>[] = [];

  constructor(place: BullPlace<C>, settings: BullSettings) {
    this.kind = place.kind;
    this.#place = place;
    this.#settings = settings;
  }

  async open(): Promise<void> {
    for (const lane of lanes) await this.#openQueue(lane);
  }

  async add(orders: readonly JobOrder[]): Promise<void> {
    for (const lane of lanes) {
      const own = orders.filter(({ name }) => this.#get(name).lane === lane);
      if (own.length > 0) await this.#queue(lane).addBulk(own.map((order) => this.#entry(order)));
    }
  }

  async repeat(job: JobDeclaration): Promise<void> {
    const { everyMs } = job;
    if (everyMs === undefined) return;
    const opts = { attempts: 1, removeOnComplete: true, removeOnFail: KEPT_FAILURES };
    const template = { name: job.name, data: {}, opts };
    await this.#queue(job.lane).upsertJobScheduler(job.name, { every: everyMs }, template);
  }

  async work(doer: Doer): Promise<void> {
    for (const lane of lanes) {
      const worker = this.#hire(lane, doer);
      this.#workers.push(worker);
      await worker.waitUntilReady();
      // Ends with `close`; what goes wrong on the way is told by `error`.
      void worker.run().catch((error: unknown) => this.#complain(error, lane));
    }
  }

  async depths(): Promise<readonly LaneDepth[]> {
    const depths: LaneDepth[] = [];
    for (const lane of lanes) {
      const counts = await this.#queue(lane).getJobCounts(...DEPTH_STATES);
      for (const state of DEPTH_STATES) depths.push({ lane, state, count: counts[state] ?? 0 });
    }
    return depths;
  }

  async close(withinMs: number): Promise<void> {
    const workers = this.#workers.splice(0);
    const queues = [...this.#queues.values()];
    this.#queues.clear();
    const ended = Promise.allSettled(workers.map((worker) => worker.close()));
    const giveUp = new AbortController();
    await Promise.race([
      ended,
      pause(withinMs, undefined, { signal: giveUp.signal }).catch(() => undefined),
    ]);
    giveUp.abort();
    await Promise.allSettled(queues.map((queue) => queue.close()));
  }

  #hire(lane: Lane, doer: Doer): LaneWorker<C> {
    const worker: LaneWorker<C> = new Worker(
      lane,
      ({ name, data }) => doer({ name, payload: data }),
      {
        connection: this.#place.connection,
        prefix: 'motcua',
        autorun: false,
        concurrency: CONCURRENCY[lane],
        runRetryDelay: RUN_RETRY_MS,
        ...STALLS,
      },
      this.#place.backend,
    );
    worker.on('error', (error) => this.#complain(error, lane));
    worker.on('failed', (job, error) => {
      const known = { err: error, job: job?.name, id: job?.id, attempt: job?.attemptsMade };
      if (isGivenUp(job)) this.#settings.log.error(known, 'a job was given up');
      else this.#settings.log.warn(known, 'a job failed and will be tried again');
    });
    return worker;
  }

  async #openQueue(lane: Lane): Promise<void> {
    const { connection, backend } = this.#place;
    const queue: LaneQueue<C> = new Queue(lane, { connection, prefix: 'motcua' }, backend);
    queue.on('error', (error) => this.#complain(error, lane));
    const giveUp = new AbortController();
    try {
      // Redis commands wait for ever for a server that is not there.
      await Promise.race([
        queue.waitUntilReady(),
        pause(OPENING_MS, undefined, { signal: giveUp.signal }).then(() => {
          throw new Error(`the queue's store did not answer in ${OPENING_MS} ms`);
        }),
      ]);
      this.#queues.set(lane, queue);
    } catch (error) {
      await queue.close();
      throw error;
    } finally {
      giveUp.abort();
    }
  }

  #entry(order: JobOrder): { name: string; data: Data; opts: JobsOptions } {
    const { name, payload, key } = order;
    const opts = {
      ...retriesOf(this.#get(name).retries),
      // One that was given up and kept would swallow every later order under its key.
      ...(key !== undefined && { jobId: key, removeOnFail: true }),
    };
    return { name, data: payload as Data, opts };
  }

  #get(name: string): JobDeclaration {
    const job = this.#settings.find(name);
    if (job === undefined) throw new Error(`nobody declared the job ${name}`);
    return job;
  }

  #queue(lane: Lane): LaneQueue<C> {
    const queue = this.#queues.get(lane);
    if (queue === undefined) throw new Error('the queue is not open');
    return queue;
  }

  #complain(error: unknown, lane: Lane): void {
    this.#settings.log.warn({ err: error, lane }, 'the queue stumbled');
  }
}
