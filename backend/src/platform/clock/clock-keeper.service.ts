import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import { Failure } from '../config/failure.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import { LOG } from '../log/log.module.ts';
import { readClockSetting } from './anchor.ts';
import { CLOCK } from './clock.ts';
import { ClockStore } from './clock-store.ts';
import { clockMoved } from './failures.ts';
import type { OfficeClock } from './office-clock.ts';

/** Follow whatever anchor the database holds; the word that takes it away again. */
const REAL = 'real';
const LOOK_MS = 5_000;
const RETRY_MS = 25;

/** Has the clock of this process say what the clocks of all others say. */
@Injectable()
export class ClockKeeper
  implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown
{
  readonly #clock: OfficeClock;
  readonly #store: ClockStore;
  readonly #setting: string | undefined;
  readonly #isProduction: boolean;
  readonly #log: Logger;
  readonly #closing = new AbortController();
  readonly #known = Promise.withResolvers<true>();
  #keeping: Promise<void> = Promise.resolve();
  #isSet = false;

  constructor(
    @Inject(CLOCK) clock: OfficeClock,
    @Inject(ClockStore) store: ClockStore,
    @Inject(ENVIRONMENT) environment: Environment,
    @Inject(LOG) log: Logger,
  ) {
    this.#clock = clock;
    this.#store = store;
    this.#setting = environment.MOTCUA_CLOCK;
    this.#isProduction = environment.NODE_ENV === 'production';
    this.#log = log;
  }

  /** Until the database answers, the setting counts from the start of this process. */
  onModuleInit(): void {
    const setting = this.#setting === undefined ? undefined : readClockSetting(this.#setting);
    if (setting) this.#clock.follow({ machineAt: this.#clock.machineNow(), ...setting });
  }

  onApplicationBootstrap(): void {
    this.#keeping = this.#keep();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await this.#keeping;
  }

  /** Resolves when this clock goes as all others do; rejects when this process may not go by it. */
  get known(): Promise<true> {
    return this.#known.promise;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#closing;
    for (let isKnown = false; !signal.aborted;) {
      isKnown = await this.#look(isKnown);
      // In production nobody may move the clock: one look that succeeds is enough.
      if (isKnown && this.#isProduction) return;
      const restMs = isKnown ? LOOK_MS : RETRY_MS;
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #look(wasKnown: boolean): Promise<boolean> {
    if (!(await this.#store.answers())) return wasKnown;
    try {
      await this.#settle();
      this.#known.resolve(true);
      return true;
    } catch (error) {
      if (error instanceof Failure) this.#known.reject(error);
      else this.#log.warn({ err: error }, 'the office clock cannot be read');
      return error instanceof Failure;
    }
  }

  async #settle(): Promise<void> {
    if (!this.#isSet) await this.#set();
    this.#isSet = true;
    const anchor = await this.#store.find();
    if (anchor !== undefined && this.#isProduction) throw clockMoved();
    const before = this.#clock.anchor;
    if (JSON.stringify(anchor) !== JSON.stringify(before))
      this.#log.warn({ anchor }, 'office time');
    this.#clock.follow(anchor);
  }

  async #set(): Promise<void> {
    if (this.#setting === REAL) return this.#store.clear();
    const setting = this.#setting === undefined ? undefined : readClockSetting(this.#setting);
    if (this.#setting === undefined || setting === undefined) return;
    await this.#store.set(this.#setting, { machineAt: this.#clock.machineNow(), ...setting });
  }
}
