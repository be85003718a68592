import { Inject, Injectable } from '@nestjs/common';
import type { SystemStatus } from '#contract/system';
import { formatInstant, instant } from '#domain/working-time';
import { SweepLag } from '../alerts/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { checksOf } from '../platform/health/checks.ts';
import { productVersion } from '../platform/health/version.ts';
import { VitalSignsService } from '../platform/health/vital-signs.service.ts';
import { within } from '../platform/health/within.ts';
import { JobBook } from '../platform/queue/job-book.service.ts';
import { PulseService } from '../platform/queue/pulse.service.ts';
import { lanes } from '../platform/queue/job.ts';
import type { LaneDepth } from '../platform/queue/queue-store.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import { nextFire } from '../platform/queue/recurrence.ts';
import { StreamService } from '../platform/realtime/stream.service.ts';
import { ScheduleStore, type LatestRun } from '../platform/schedule/schedule-store.ts';
import { roundsTold, workersTold } from './workers-told.ts';

const LIMIT_MS = 1_000;

const told = (at: number): string => formatInstant(instant(at));

/** Everything an administrator asks of the product itself, as it is at this moment. */
@Injectable()
export class SystemStatusService {
  readonly #signs: VitalSignsService;
  readonly #queue: QueueService;
  readonly #pulses: PulseService;
  readonly #book: JobBook;
  readonly #streams: StreamService;
  readonly #lag: SweepLag;
  readonly #schedules: ScheduleStore;
  readonly #clock: Clock;
  readonly #startedMs: number;

  // eslint-disable-next-line max-params -- the parts of the product, each asked how it is doing
  constructor(
    @Inject(VitalSignsService) signs: VitalSignsService,
    @Inject(QueueService) queue: QueueService,
    @Inject(PulseService) pulses: PulseService,
    @Inject(JobBook) book: JobBook,
    @Inject(StreamService) streams: StreamService,
    @Inject(SweepLag) lag: SweepLag,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#signs = signs;
    this.#queue = queue;
    this.#pulses = pulses;
    this.#book = book;
    this.#streams = streams;
    this.#lag = lag;
    this.#schedules = new ScheduleStore(tenancy);
    this.#clock = clock;
    this.#startedMs = clock.monotonicMs();
  }

  async read(): Promise<SystemStatus> {
    const asked = this.#clock.monotonicMs();
    const [signs, lag, behind, runs, pulses] = await Promise.all([
      this.#signs.read(),
      within(LIMIT_MS, this.#lag.read()),
      within(LIMIT_MS, this.#streams.behind()),
      this.#schedules.latest(),
      this.#pulses.all(),
    ]);
    const elapsedMs = Math.round(this.#clock.monotonicMs() - asked);
    const checks = checksOf(signs, this.#queue.kind, elapsedMs);
    return {
      ...{ at: told(this.#clock.officeNow()), version: productVersion, node: process.version },
      uptimeSeconds: Math.floor((this.#clock.monotonicMs() - this.#startedMs) / 1_000),
      status: checks.every(({ ok }) => ok) ? 'ready' : 'degraded',
      checks,
      queue: {
        kind: this.#queue.kind,
        lanes: signs.queue === undefined ? null : lanesOf(signs.queue),
      },
      workers: workersTold(pulses, this.#clock.machineNow()),
      rounds: roundsTold(pulses, this.#clock.machineNow()),
      schedules: this.#nextOf(runs),
      sweepLagSeconds: lag ?? null,
      feed: { openPages: this.#streams.openStreams, behind: behind ?? null },
    };
  }

  #nextOf(runs: readonly LatestRun[]): SystemStatus['schedules'] {
    const now = instant(this.#clock.officeNow());
    return [...this.#book.jobs.values()].flatMap(({ job }) => {
      if (job.fires === undefined) return [];
      const run = runs.find(({ schedule }) => schedule === job.name);
      return {
        ...{ name: job.name, nextAt: told(nextFire(job.fires, now)) },
        last:
          run === undefined
            ? null
            : {
                firesAt: told(run.firesAt),
                isFinished: run.finishedAt !== null,
                tries: run.tries,
              },
      };
    });
  }
}

const lanesOf = (depths: readonly LaneDepth[]): SystemStatus['queue']['lanes'] => {
  const countOf = (lane: string, state: LaneDepth['state']): number =>
    depths.find((depth) => depth.lane === lane && depth.state === state)?.count ?? 0;
  return lanes.map((lane) => ({
    ...{ lane, waiting: countOf(lane, 'waiting'), active: countOf(lane, 'active') },
    ...{ delayed: countOf(lane, 'delayed'), failed: countOf(lane, 'failed') },
  }));
};
