import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { DatabaseService } from '../database/database.service.ts';
import { LOG } from '../log/log.module.ts';
import type { JobDeclaration, JobOrder } from './job.ts';
import { POST, type Post } from './post.ts';
import type { LaneDepth, QueueStore } from './queue-store.ts';
import { WorkService } from './work.service.ts';

const LOOK_MS = 250;
const ANSWER_MS = 1_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const CLOSING_MS = 6_000;

/** Opens the queue as soon as it can be, and takes orders to it. */
@Injectable()
export class QueueService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #post: Post;
  readonly #work: WorkService;
  readonly #database: Pick<DatabaseService, 'answersWithin'>;
  readonly #log: Logger;
  readonly #closing = new AbortController();
  #isOpen = false;
  #opening: Promise<void> = Promise.resolve();

  constructor(
    @Inject(POST) post: Post,
    @Inject(WorkService) work: WorkService,
    @Inject(DatabaseService) database: Pick<DatabaseService, 'answersWithin'>,
    @Inject(LOG) log: Logger,
  ) {
    this.#post = post;
    this.#work = work;
    this.#database = database;
    this.#log = log;
  }

  /** Whether orders can be handed over at this moment. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get kind(): QueueStore['kind'] {
    return this.#post.store.kind;
  }

  /** A kind of work somebody declared. */
  find(name: string): JobDeclaration | undefined {
    return this.#work.find(name);
  }

  onApplicationBootstrap(): void {
    this.#opening = this.#begin();
  }

  /** Before the database closes: what is under way still writes its end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await this.#work.stop();
    await this.#opening;
    await this.#post.store.close(CLOSING_MS);
    await this.#work.settled();
    this.#isOpen = false;
  }

  /** Hands orders over, all kept when it resolves. Not for a request's path: write an outbox row. */
  async add(orders: readonly JobOrder[]): Promise<void> {
    if (orders.length === 0) return;
    if (!this.#isOpen) throw new Error('the queue is not open');
    await this.#post.store.add(orders);
  }

  /** What lies in the queue; rejects while it is not open or does not answer. */
  async depths(): Promise<readonly LaneDepth[]> {
    if (!this.#isOpen) throw new Error('the queue is not open');
    return this.#post.store.depths();
  }

  /** A round that is wanted sooner than its turn, if this process works. */
  soon(name: string, inMs = 0): void {
    if (this.#post.worksHere) this.#work.soon(name, inMs);
  }

  /** The rounds do not wait for the queue: it may be away for long. */
  async #begin(): Promise<void> {
    while (!this.#isClosing() && !(await this.#database.answersWithin(ANSWER_MS))) {
      await this.#sleep(LOOK_MS);
    }
    if (this.#isClosing()) return;
    if (this.#post.worksHere) this.#work.watch();
    for (
      let wait = FIRST_PAUSE_MS;
      !this.#isClosing();
      wait = Math.min(2 * wait, LONGEST_PAUSE_MS)
    ) {
      if (await this.#open()) return;
      await this.#sleep(wait);
    }
  }

  async #open(): Promise<boolean> {
    const { store, worksHere } = this.#post;
    try {
      await store.open();
      if (worksHere) await this.#work.takeOrders();
      this.#isOpen = true;
      if (worksHere) this.#work.doRounds();
      this.#log.info({ queue: store.kind, works: worksHere }, 'queue open');
      return true;
    } catch (error) {
      this.#log.warn({ err: error }, 'the queue cannot be opened; trying again');
      await store.close(0);
      return false;
    }
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted;
  }

  async #sleep(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }
}
