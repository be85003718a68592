import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { ClockModule } from './platform/clock/clock.module.ts';
import { ConfigModule } from './platform/config/config.module.ts';
import type { Environment } from './platform/config/environment.ts';
import { HealthModule } from './platform/health/health.module.ts';
import { PagesModule } from './platform/http/pages.module.ts';
import { LogModule } from './platform/log/log.module.ts';
import { ProblemModule } from './platform/problem/problem.module.ts';

@Module({})
export class AppModule {
  static of(environment: Environment, log: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(environment),
        LogModule.of(log),
        ClockModule,
        ProblemModule,
        HealthModule,
        // Last: it answers every path nobody else does.
        PagesModule,
      ],
    };
  }
}
