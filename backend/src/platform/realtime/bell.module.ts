import {
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import { LOG } from '../log/log.module.ts';
import { Bell, type BellWire } from './bell.ts';
import { PostgresWire } from './postgres-wire.ts';
import { RedisWire } from './redis-wire.ts';
import { BELL } from './tokens.ts';

const createBell = (environment: Environment, log: Logger): Bell => {
  const { DATABASE_URL: databaseUrl = '', REDIS_URL: redisUrl } = environment;
  const complain = (error: unknown) => log.warn({ err: error }, 'the bell stumbled');
  const wire: BellWire =
    redisUrl === undefined
      ? new PostgresWire(databaseUrl, complain)
      : new RedisWire(redisUrl, complain);
  return new Bell(wire, complain);
};

@Global()
@Module({
  providers: [{ provide: BELL, useFactory: createBell, inject: [ENVIRONMENT, LOG] }],
  exports: [BELL],
})
export class BellModule implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #bell: Bell;

  constructor(@Inject(BELL) bell: Bell) {
    this.#bell = bell;
  }

  onApplicationBootstrap(): Promise<void> {
    return this.#bell.open();
  }

  onApplicationShutdown(): Promise<void> {
    return this.#bell.close();
  }
}
