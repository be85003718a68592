import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Failure } from '../config/failure.ts';
import { redisOptions } from './redis-options.ts';

const forgetful = (policy: string): Failure =>
  new Failure(
    {
      what: 'Redis này có thể quên việc đang chờ.',
      why: `maxmemory-policy là "${policy}"; khi đầy bộ nhớ, Redis sẽ xoá việc mà không báo.`,
      todo: 'Đặt maxmemory-policy noeviction trong cấu hình Redis, hoặc bỏ REDIS_URL để dùng PostgreSQL.',
    },
    {
      what: 'This Redis may forget work that is waiting.',
      why: `its maxmemory-policy is "${policy}": when memory is full it drops jobs without a word.`,
      todo: 'Set maxmemory-policy noeviction for Redis, or leave REDIS_URL out to use PostgreSQL.',
    },
  );

const policyIn = (info: string): string => /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'unknown';

const askPolicy = async (url: string): Promise<string> => {
  const redis = new Redis({
    ...redisOptions(url),
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return policyIn(await redis.info('memory'));
  } finally {
    redis.disconnect();
  }
};

/** Refuses a Redis that drops orders when its memory is full; one that is away is waited for later. */
export const refuseForgetfulRedis = async (url: string, log: Logger): Promise<void> => {
  try {
    const policy = await askPolicy(url);
    if (policy !== 'noeviction') throw forgetful(policy);
  } catch (error) {
    if (error instanceof Failure) throw error;
    log.warn({ err: error }, 'Redis does not answer; the office works on without the queue');
  }
};
