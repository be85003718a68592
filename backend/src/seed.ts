import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { AppModule } from './app.module.ts';
import { EvaluationService, onScreen, type Narrator } from './evaluation/index.ts';
import type { Environment } from './platform/config/environment.ts';
import { NestLogger } from './platform/log/nest-logger.ts';

/** Fills a trial database on to now, with no door open meanwhile; false when it could not. */
export const seed = async (
  environment: Environment,
  log: Logger,
  narrator: Narrator = onScreen,
): Promise<boolean> => {
  const module = AppModule.of(environment, log, { api: false, worker: false }, narrator);
  const context = await NestFactory.createApplicationContext(module, {
    logger: new NestLogger(log),
    abortOnError: false,
  });
  try {
    const played = await context.get(EvaluationService, { strict: false }).done;
    return played !== undefined;
  } finally {
    await context.close();
  }
};
