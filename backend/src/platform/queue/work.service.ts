import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { LOG } from '../log/log.module.ts';
import { JobBook } from './job-book.service.ts';
import type { JobDeclaration, JobOrder } from './job.ts';
import { POST, type Post } from './post.ts';
import { type Round, type RoundTold, Watchdog } from './watchdog.ts';

const LOOK_MS = 250;
const PATIENCE_MS = 15_000;

type Delivered = Pick<JobOrder, 'name' | 'payload'>;

/** Does the work of the office, when somebody rings for it and when nobody does. */
@Injectable()
export class WorkService {
  readonly #book: JobBook;
  readonly #post: Post;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #watchdog: Watchdog;
  readonly #closing = new AbortController();
  #watching: Promise<void> = Promise.resolve();

  constructor(
    @Inject(JobBook) book: JobBook,
    @Inject(POST) post: Post,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#book = book;
    this.#post = post;
    this.#clock = clock;
    this.#log = log;
    this.#watchdog = new Watchdog({
      patienceMs: post.store.kind === 'off' ? 0 : PATIENCE_MS,
      monotonicMs: () => clock.monotonicMs(),
      perform: (name) => this.#do({ name, payload: {} }),
      orderAgain: (round) => this.#orderAgain(round),
      log,
    });
  }

  /** Looks after the rounds from now on, with or without a queue. */
  watch(): void {
    for (const { job } of this.#book.jobs.values()) this.#watchdog.guard(job);
    this.#watching = this.#keepLooking();
  }

  /** Has the queue bring orders here, and tick for the rounds. */
  async takeOrders(): Promise<void> {
    for (const { job } of this.#book.jobs.values()) await this.#post.store.repeat(job);
    await this.#post.store.work((order) => this.#deliver(order));
  }

  /** Has every round done now: what waits for the queue need not wait for its turn too. */
  doRounds(): void {
    for (const { job } of this.#book.jobs.values()) {
      if (job.everyMs !== undefined) this.#watchdog.askSoon(job.name, 0);
    }
  }

  find(name: string): JobDeclaration | undefined {
    return this.#book.find(name);
  }

  soon(name: string, inMs: number): void {
    this.#watchdog.askSoon(name, inMs);
  }

  /** How the rounds of this process stand. */
  rounds(): readonly RoundTold[] {
    return this.#watchdog.told();
  }

  /** Begins no new work and tells what is under way to come to a good end. */
  async stop(): Promise<void> {
    this.#closing.abort();
    await this.#watching;
  }

  settled(): Promise<void> {
    return this.#watchdog.settled();
  }

  async #keepLooking(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // Not awaited: a round that takes minutes must not keep the others waiting.
      void this.#watchdog.look();
      await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #orderAgain({ name }: Round): Promise<void> {
    const job = this.#book.find(name);
    if (job === undefined || this.#post.store.kind === 'off') return;
    await this.#post.store.repeat(job);
    this.#log.warn({ round: name }, 'ticks stopped; ordered again');
  }

  /** What the queue brings: a round goes through the watchdog, which knows when it was last done. */
  #deliver(order: Delivered): Promise<void> {
    const isRound = this.#book.find(order.name)?.everyMs !== undefined;
    return isRound ? this.#watchdog.run(order.name) : this.#do(order);
  }

  async #do({ name, payload }: Delivered): Promise<void> {
    const known = this.#book.jobs.get(name);
    if (known === undefined) throw new Error(`nobody here does ${name}`);
    const { job, handler } = known;
    const started = this.#clock.monotonicMs();
    await handler.handle(job.payload.parse(payload), { signal: this.#closing.signal });
    const elapsedMs = Math.round(this.#clock.monotonicMs() - started);
    this.#log.debug({ job: name, elapsedMs }, 'job done');
  }
}
