import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock, type EpochMs } from '../clock/clock.ts';
import { Tenancy } from '../database/tenancy.ts';
import { LOG } from '../log/log.module.ts';
import { POST, type Post } from './post.ts';
import { type Pulse, PulseStore } from './pulse-store.ts';
import { WorkService } from './work.service.ts';

const BEAT_MS = 10_000;
/** Until somebody could be told: while a process starts its database may not be there yet. */
const AGAIN_MS = 500;
/** Who has not been heard of for a day is of no interest any more. */
const FORGOTTEN_MS = 24 * 3_600_000;

/** Tells every process which of them do the rounds, and how those stand: a stopped one is seen anywhere. */
@Injectable()
export class PulseService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly worker = randomUUID();
  readonly #store: PulseStore;
  readonly #post: Post;
  readonly #work: WorkService;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #begunAt: EpochMs;
  readonly #closing = new AbortController();
  #beating: Promise<void> = Promise.resolve();

  // eslint-disable-next-line max-params -- who works here, how that stands, and where to tell it
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(POST) post: Post,
    @Inject(WorkService) work: WorkService,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#store = new PulseStore(tenancy);
    this.#post = post;
    this.#work = work;
    this.#clock = clock;
    this.#log = log;
    this.#begunAt = clock.machineNow();
  }

  onApplicationBootstrap(): void {
    if (this.#post.worksHere) this.#beating = this.#keepBeating();
  }

  /** A process that is killed does not come here: it is missed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await this.#beating;
    if (this.#post.worksHere) await this.#told(() => this.#store.end(this.worker));
  }

  /** Everybody who does rounds; this process as it is just now. */
  async all(): Promise<readonly Pulse[]> {
    const known = await this.#store.all();
    if (!this.#post.worksHere) return known;
    return [...known.filter(({ worker }) => worker !== this.worker), this.#own()];
  }

  #own(): Pulse {
    const rounds = this.#work.rounds();
    return {
      ...{ worker: this.worker, begunAt: this.#begunAt, heardAt: this.#clock.machineNow(), rounds },
    };
  }

  async #keepBeating(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const isTold = await this.#told(async () => {
        await this.#store.beat(this.#own());
        await this.#store.forget(this.#clock.machineNow() - FORGOTTEN_MS);
      });
      const ms = isTold ? BEAT_MS : AGAIN_MS;
      await pause(ms, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Without the database there is nobody to tell: the next beat tries again. */
  async #told(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#log.debug({ err: error }, 'the rounds could not be told');
      return false;
    }
  }
}
