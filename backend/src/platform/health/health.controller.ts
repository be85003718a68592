import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
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
import { LOG } from '../log/log.module.ts';
import { Answers } from '../openapi/answers.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { Beginnings } from './beginnings.ts';
import { checksOf, isTooSkewed } from './checks.ts';
import { productVersion } from './version.ts';
import { VitalSignsService } from './vital-signs.service.ts';

@Public()
@Controller()
export class HealthController {
  readonly #clock: Clock;
  readonly #signs: Pick<VitalSignsService, 'databaseAnswers' | 'read' | 'queueKind'>;
  readonly #beginnings: Pick<Beginnings, 'missing'>;
  readonly #log: Logger;
  readonly #startedMs: number;
  #complaint = '';

  constructor(
    @Inject(CLOCK) clock: Clock,
    @Inject(VitalSignsService)
    signs: Pick<VitalSignsService, 'databaseAnswers' | 'read' | 'queueKind'>,
    @Inject(Beginnings) beginnings: Pick<Beginnings, 'missing'>,
    @Inject(LOG) log: Logger,
  ) {
    this.#clock = clock;
    this.#signs = signs;
    this.#beginnings = beginnings;
    this.#log = log;
    this.#startedMs = clock.monotonicMs();
  }

  @Get(livePath)
  @Answers(liveSchema)
  @Header('cache-control', 'no-store')
  live(): Live {
    const uptimeSeconds = Math.floor((this.#clock.monotonicMs() - this.#startedMs) / 1000);
    return liveSchema.parse({ status: 'live', version: productVersion, uptimeSeconds });
  }

  /** 503 only when officers cannot be served; what works with less is *degraded*, and 200. */
  @Get(readyPath)
  @Answers(readySchema)
  @Header('cache-control', 'no-store')
  async ready(): Promise<Ready> {
    const asked = this.#clock.monotonicMs();
    const answers = await this.#signs.databaseAnswers();
    const elapsedMs = Math.round(this.#clock.monotonicMs() - asked);
    if (!answers) throw new ProblemError('not-ready', { waitingFor: 'database', elapsedMs });
    const { missing } = this.#beginnings;
    if (missing !== undefined)
      throw new ProblemError('not-ready', { waitingFor: missing, elapsedMs });
    const signs = await this.#signs.read();
    const { skewMs } = signs;
    if (isTooSkewed(signs)) {
      throw new ProblemError('not-ready', { waitingFor: 'clock', skewMs: skewMs ?? null });
    }
    const checks = checksOf(signs, this.#signs.queueKind, elapsedMs);
    const failing = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    this.#tell(failing);
    return readySchema.parse({ status: failing.length === 0 ? 'ready' : 'degraded', checks });
  }

  /** Once for each change: monitors ask every few seconds. */
  #tell(failing: readonly string[]): void {
    const complaint = failing.join();
    if (complaint === this.#complaint) return;
    this.#complaint = complaint;
    if (failing.length > 0) this.#log.warn({ failing }, 'the product works with less');
    else this.#log.info('the product works with everything again');
  }
}
