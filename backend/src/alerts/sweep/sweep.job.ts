import { Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import * as z from 'zod';
import { instant, type Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { HandlesJob, type JobHandler, type JobRun } from '../../platform/queue/job-handler.ts';
import { declareJob } from '../../platform/queue/job.ts';
import { QueueService } from '../../platform/queue/queue.service.ts';
import { AlertWriter, type Written } from '../store/alert-writer.service.ts';
import { DossierSweep } from './dossier-sweep.service.ts';
import { glance, type Glance } from './glance.ts';
import { SurroundingsBook, type SurroundingsOfSweep } from './surroundings-book.service.ts';
import { UnitSweep } from './unit-sweep.service.ts';

const nothing = z.strictObject({});

/** The longest time between two sweeps, and the shortest, however near the next signal is. */
const EVERY_MS = 15_000;
const SOONEST_MS = 250;

/** What sends deliveries, if anything here does; asked to look when there is something new to send. */
const SENDER = 'delivery.send';

/**
 * The tick of all warnings. Rows say what is due and a look is a comparison: so ticks may be lost, doubled
 * or late, and as many workers as there are may sweep at once.
 */
export const sweepAlerts = declareJob({
  name: 'alert.sweep',
  payload: nothing,
  everyMs: EVERY_MS,
});

const isDue = (at: Instant | null, now: Instant): boolean => at !== null && at <= now;

@HandlesJob(sweepAlerts)
export class SweepAlertsJob implements JobHandler<z.infer<typeof nothing>> {
  readonly #dossiers: DossierSweep;
  readonly #units: UnitSweep;
  readonly #surroundings: SurroundingsBook;
  readonly #writer: AlertWriter;
  readonly #tenancy: Tenancy;
  readonly #queue: QueueService;
  readonly #clock: Clock;
  readonly #log: Logger;

  // eslint-disable-next-line max-params -- where everything of a sweep comes together
  constructor(
    @Inject(DossierSweep) dossiers: DossierSweep,
    @Inject(UnitSweep) units: UnitSweep,
    @Inject(SurroundingsBook) surroundings: SurroundingsBook,
    @Inject(AlertWriter) writer: AlertWriter,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(QueueService) queue: QueueService,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#dossiers = dossiers;
    this.#units = units;
    this.#surroundings = surroundings;
    this.#writer = writer;
    this.#tenancy = tenancy;
    this.#queue = queue;
    this.#clock = clock;
    this.#log = log;
  }

  async handle(_nothing: z.infer<typeof nothing>, { signal }: JobRun): Promise<void> {
    const now = instant(this.#clock.officeNow());
    const seen = await glance(this.#tenancy);
    if (!isDue(seen.dossierAt, now) && !isDue(seen.unitAt, now)) {
      this.#comeAgain(seen);
      return;
    }
    const surroundings = this.#surroundings.begin(now);
    if (isDue(seen.unitAt, now)) this.#announce(await this.#units.sweep(surroundings));
    await this.#sweepDossiers(surroundings, signal);
    if (!signal.aborted) this.#comeAgain(await glance(this.#tenancy));
  }

  async #sweepDossiers(surroundings: SurroundingsOfSweep, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const batch = await this.#dossiers.batch(surroundings);
      if (batch === undefined) return;
      this.#announce(batch);
      // What is left is held by somebody else: they look at it, or it is looked at when they let go.
      if (batch.dossiers === 0) return;
    }
  }

  #announce({ raised, deliveries }: Written): void {
    if (raised > 0) {
      this.#writer.announce();
      this.#log.info({ raised, deliveries }, 'alerts raised');
    }
    if (deliveries > 0) this.#queue.soon(SENDER);
  }

  /** Sleeps until the next signal, in real time, and never longer than a tick. */
  #comeAgain({ dossierAt, unitAt }: Glance): void {
    const next = [dossierAt, unitAt].filter((at): at is Instant => at !== null);
    if (next.length === 0) return;
    const ahead = Math.max(0, Math.min(...next) - this.#clock.officeNow());
    // A clock that stands still never comes to what lies ahead.
    const inMs = ahead === 0 ? SOONEST_MS : ahead / this.#clock.officeRate();
    if (inMs >= EVERY_MS) return;
    this.#queue.soon(sweepAlerts.name, Math.max(SOONEST_MS, Math.ceil(inMs)));
  }
}
