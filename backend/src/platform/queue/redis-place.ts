import { type BackendFactory, type IQueueBackend, createRedisBackend } from 'bullmq';
import type { RedisOptions } from 'ioredis';
import type { BullPlace } from './bull-store.ts';
import { redisOptions } from './redis-options.ts';

/** BullMQ on Redis, for a city with many offices. */
export const redisPlace = (url: string): BullPlace<RedisOptions> => ({
  kind: 'redis',
  connection: redisOptions(url),
  backend: createRedisBackend as unknown as BackendFactory<IQueueBackend, RedisOptions>,
});
