import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { DOORS, type Doors } from '../config/doors.ts';
import type { Environment } from '../config/environment.ts';
import { DatabaseModule } from '../database/database.module.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import { LOG } from '../log/log.module.ts';
import { type BullSettings, BullStore } from './bull-store.ts';
import { JobBook } from './job-book.service.ts';
import { postgresPlace } from './postgres-place.ts';
import { POST, type Post } from './post.ts';
import { NoQueue, type QueueStore } from './queue-store.ts';
import { PulseService } from './pulse.service.ts';
import { QueueService } from './queue.service.ts';
import { redisPlace } from './redis-place.ts';
import { refuseForgetfulRedis } from './redis-policy.ts';
import { WorkService } from './work.service.ts';

const APP_ROLE = 'motcua_app';

const chooseStore = async (
  { QUEUE: wanted, REDIS_URL: redisUrl, DATABASE_URL: url = '' }: Environment,
  settings: BullSettings,
): Promise<QueueStore> => {
  if (wanted === 'off') return new NoQueue();
  if (redisUrl === undefined)
    return new BullStore(postgresPlace({ url, role: APP_ROLE }), settings);
  await refuseForgetfulRedis(redisUrl, settings.log);
  return new BullStore(redisPlace(redisUrl), settings);
};

const openPost = async (
  environment: Environment,
  doors: Doors,
  book: JobBook,
  log: Logger,
): Promise<Post> => ({
  store: await chooseStore(environment, { log, find: (name) => book.find(name) }),
  worksHere: doors.worker,
});

@Global()
@Module({
  imports: [DiscoveryModule, DatabaseModule],
  providers: [
    JobBook,
    { provide: POST, useFactory: openPost, inject: [ENVIRONMENT, DOORS, JobBook, LOG] },
    WorkService,
    QueueService,
    PulseService,
  ],
  exports: [JobBook, PulseService, QueueService],
})
export class QueueModule {}
