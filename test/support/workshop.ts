import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { ClockKeeper } from '../../backend/src/platform/clock/clock-keeper.service.ts';
import type { Doors } from '../../backend/src/platform/config/doors.ts';
import { requireEnvironment } from '../../backend/src/platform/config/required-environment.ts';
import { NestLogger } from '../../backend/src/platform/log/nest-logger.ts';
import { QueueService } from '../../backend/src/platform/queue/queue.service.ts';
import { until } from './until.ts';
import { WorkshopModule } from './workshop.module.ts';

/** The platform in this process, with the work of `WorkshopModule`, its queue open. */
export const openWorkshop = async (
  variables: NodeJS.ProcessEnv,
  doors: Doors,
): Promise<INestApplicationContext> => {
  const environment = requireEnvironment(variables);
  const log = pino({ level: 'silent' });
  const module = WorkshopModule.of(environment, log, doors);
  const context = await NestFactory.createApplicationContext(module, {
    logger: new NestLogger(log),
    abortOnError: false,
  });
  await context.get(ClockKeeper).known.catch(async (error: unknown) => {
    await context.close();
    throw error;
  });
  const queue = context.get(QueueService);
  await until(
    () => queue.isOpen,
    (isOpen) => isOpen,
  );
  return context;
};
