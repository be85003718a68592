import { Controller, Get, Header, Inject } from '@nestjs/common';
import {
  type Live,
  type Ready,
  livePath,
  liveSchema,
  readyPath,
  readySchema,
} from '#contract/health';
import { Public } from '../auth/policy.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { DatabaseService } from '../database/database.service.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { productVersion } from './version.ts';

const DATABASE_MS = 1_000;

@Public()
@Controller()
export class HealthController {
  readonly #clock: Clock;
  readonly #database: Pick<DatabaseService, 'answersWithin'>;
  readonly #startedMs: number;

  constructor(
    @Inject(CLOCK) clock: Clock,
    @Inject(DatabaseService) database: Pick<DatabaseService, 'answersWithin'>,
  ) {
    this.#clock = clock;
    this.#database = database;
    this.#startedMs = clock.monotonicMs();
  }

  @Get(livePath)
  @Header('cache-control', 'no-store')
  live(): Live {
    const uptimeSeconds = Math.floor((this.#clock.monotonicMs() - this.#startedMs) / 1000);
    return liveSchema.parse({ status: 'live', version: productVersion, uptimeSeconds });
  }

  @Get(readyPath)
  @Header('cache-control', 'no-store')
  async ready(): Promise<Ready> {
    const asked = this.#clock.monotonicMs();
    const ok = await this.#database.answersWithin(DATABASE_MS);
    const elapsedMs = Math.round(this.#clock.monotonicMs() - asked);
    if (!ok) throw new ProblemError('not-ready', { waitingFor: 'database', elapsedMs });
    return readySchema.parse({ status: 'ready', checks: [{ name: 'database', ok, elapsedMs }] });
  }
}
