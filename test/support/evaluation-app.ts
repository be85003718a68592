import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { readyPath } from '#contract/health';
import { AppModule } from '../../backend/src/app.module.ts';
import { EvaluationService, silent } from '../../backend/src/evaluation/index.ts';
import { SweepAlertsJob } from '../../backend/src/alerts/sweep/sweep.job.ts';
import { BOTH_DOORS } from '../../backend/src/platform/config/doors.ts';
import type { Environment } from '../../backend/src/platform/config/environment.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import { createApplication } from '../../backend/src/platform/http/application.ts';
import type { TestDatabase } from './database.ts';
import { Browser } from './office-app.ts';

export const trialEnvironment = (
  { appUrl, ownerUrl }: Pick<TestDatabase, 'appUrl' | 'ownerUrl'>,
  now: string,
): Environment =>
  requireEnvironment({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    QUEUE: 'off',
    MOTCUA_CLOCK: `${now}@0`,
  });

/** The product as a stranger starts it, on a given database, with the office's clock standing still. */
export class EvaluationApp {
  readonly evaluation: EvaluationService;
  readonly #app: Awaited<ReturnType<typeof createApplication>>['app'];

  private constructor(app: Awaited<ReturnType<typeof createApplication>>['app']) {
    this.#app = app;
    this.evaluation = app.get(EvaluationService, { strict: false });
  }

  static async start({ appUrl, ownerUrl }: TestDatabase, now: string): Promise<EvaluationApp> {
    const environment = trialEnvironment({ appUrl, ownerUrl }, now);
    const log = pino({ level: 'warn' });
    const module = AppModule.of(environment, log, BOTH_DOORS, silent);
    const { app } = await createApplication({ module, log, instance: 'evaluation' });
    while ((await app.inject({ method: 'GET', url: readyPath })).statusCode !== 200)
      await pause(25);
    return new EvaluationApp(app);
  }

  /** The alerts of all that is due, beside the product's own rounds. */
  async sweep(): Promise<void> {
    const { signal } = new AbortController();
    await this.#app.get(SweepAlertsJob, { strict: false }).handle({}, { signal });
  }

  browser(): Browser {
    return new Browser(this.#app);
  }

  async isLive(): Promise<boolean> {
    return (await this.#app.inject({ method: 'GET', url: '/health/live' })).statusCode === 200;
  }

  /** In the middle of whatever it does. */
  close(): Promise<void> {
    return this.#app.close();
  }
}
