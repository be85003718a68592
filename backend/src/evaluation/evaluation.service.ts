import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { dayOf, instant } from '#domain/working-time';
import { ClockKeeper } from '../platform/clock/clock-keeper.service.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Failure } from '../platform/config/failure.ts';
import { DatabaseService } from '../platform/database/database.service.ts';
import { Beginnings } from '../platform/health/beginnings.ts';
import { LOG } from '../platform/log/log.module.ts';
import { ReportDrafter } from '../reports/index.ts';
import { Listeners } from './month/listeners.service.ts';
import { LiveSources } from './month/live-sources.service.ts';
import { LivingMonth, type MonthPlayed } from './month/living-month.service.ts';
import type { Narrator } from './narration.ts';
import { Neighbourhood } from './neighbourhood.service.ts';
import { Founder } from './stage/founder.service.ts';

/** Who tells of the progress; absent where this process is no trial one. */
export const EVALUATION_NARRATOR = Symbol('evaluation narrator');

const ANSWER_MS = 1_000;
const PAUSE_MS = 250;
const TOLD_STEPS = 4;

/** Fills a trial database beside everything else the product does; keeps one out of production. */
@Injectable()
export class EvaluationService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #founder: Founder;
  readonly #month: LivingMonth;
  readonly #sources: LiveSources;
  readonly #listeners: Listeners;
  readonly #drafter: ReportDrafter;
  readonly #neighbourhood: Neighbourhood;
  readonly #database: DatabaseService;
  readonly #keeper: ClockKeeper;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #narrator: Narrator | null;
  readonly #beginnings: Beginnings;
  readonly #people = Promise.withResolvers<undefined>();
  readonly #stopping = new AbortController();
  #work: Promise<MonthPlayed | undefined> = Promise.resolve(undefined);
  #following: Promise<void> = Promise.resolve();
  #commune: number | undefined;

  // eslint-disable-next-line max-params -- what has to be there first, and what is then made
  constructor(
    @Inject(Founder) founder: Founder,
    @Inject(LivingMonth) month: LivingMonth,
    @Inject(LiveSources) sources: LiveSources,
    @Inject(Listeners) listeners: Listeners,
    @Inject(ReportDrafter) drafter: ReportDrafter,
    @Inject(Neighbourhood) neighbourhood: Neighbourhood,
    @Inject(DatabaseService) database: DatabaseService,
    @Inject(ClockKeeper) keeper: ClockKeeper,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
    @Inject(EVALUATION_NARRATOR) narrator: Narrator | null,
    @Inject(Beginnings) beginnings: Beginnings,
  ) {
    this.#founder = founder;
    this.#month = month;
    this.#sources = sources;
    this.#listeners = listeners;
    this.#drafter = drafter;
    this.#neighbourhood = neighbourhood;
    this.#database = database;
    this.#keeper = keeper;
    this.#clock = clock;
    this.#log = log;
    this.#narrator = narrator;
    this.#beginnings = beginnings;
  }

  /**
   * What was played, once the trial database has reached now or this process was asked to stop; nothing where it
   * is no trial.
   */
  get done(): Promise<MonthPlayed | undefined> {
    return this.#work;
  }

  onApplicationBootstrap(): void {
    if (this.#narrator !== null) this.#beginnings.await('people', this.#people.promise);
    this.#work = this.#run().finally(() => this.#people.resolve(undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
    await this.#following;
  }

  async #run(): Promise<MonthPlayed | undefined> {
    // What is refused here ends the process: nobody catches it on purpose.
    const isSafe = await this.#safe();
    if (!isSafe || this.#narrator === null) return undefined;
    return this.#fill(this.#narrator);
  }

  async #fill(narrator: Narrator): Promise<MonthPlayed | undefined> {
    try {
      const played = await this.play(narrator);
      if (this.#commune !== undefined)
        this.#following = this.#sources.follow(this.#commune, this.#stopping.signal);
      return played;
    } catch (error) {
      // The product itself runs on, and the next start goes on from here.
      this.#log.error({ err: error }, 'the evaluation data are not complete');
      narrator.failed(error);
      return undefined;
    }
  }

  /** People first, for they are who a visitor needs; then the month. */
  async play(narrator: Narrator): Promise<MonthPlayed> {
    const { commune, neighbours } = await this.#founder.found();
    this.#people.resolve(undefined);
    this.#commune = commune;
    narrator.peopleReady();
    await this.#keeper.known;
    narrator.beginning();
    const began = this.#clock.monotonicMs();
    let told = 0;
    const played = await this.#month.play({
      unitId: commune,
      signal: this.#stopping.signal,
      onProgress: (share) => {
        const step = Math.floor(share * TOLD_STEPS);
        if (step > told && step < TOLD_STEPS) narrator.progress((step * 100) / TOLD_STEPS);
        told = step;
      },
    });
    await this.#listeners.ask(commune);
    // A visitor on the first day finds last month's report drawn up, as if we had been there all along.
    await this.#drafter.keepUp(commune, dayOf(instant(this.#clock.officeNow())));
    const around = await this.#neighbourhood.play(neighbours, this.#stopping.signal);
    const moved = played.moved + around.moved;
    const refusals = [...played.refusals, ...around.refusals];
    if (refusals.length > 0) this.#log.info({ refusals }, 'stories that stopped');
    narrator.done(moved, Math.round((this.#clock.monotonicMs() - began) / 1000));
    return { moved, refusals };
  }

  /** False when this process is asked to stop before anybody could look. */
  async #safe(): Promise<boolean> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      if (await this.#looked()) return true;
      await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }

  async #looked(): Promise<boolean> {
    if (!(await this.#database.answersWithin(ANSWER_MS))) return false;
    try {
      await this.#founder.refuseInProduction();
      return true;
    } catch (error) {
      if (error instanceof Failure) throw error;
      this.#log.warn({ err: error }, 'whether this is a trial database cannot be read');
      return false;
    }
  }
}
