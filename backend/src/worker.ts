import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { AppModule } from './app.module.ts';
import type { Environment } from './platform/config/environment.ts';
import { NestLogger } from './platform/log/nest-logger.ts';

/** The worker's door: jobs, schedules and rounds, and nothing to visit. */
export interface Workshop {
  close(): Promise<void>;
}

export const openWorkshop = async (environment: Environment, log: Logger): Promise<Workshop> => {
  const module = AppModule.of(environment, log, { api: false, worker: true });
  const context = await NestFactory.createApplicationContext(module, {
    logger: new NestLogger(log),
    abortOnError: false,
  });
  return { close: () => context.close() };
};
