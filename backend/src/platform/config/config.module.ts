import { type DynamicModule, Module } from '@nestjs/common';
import type { Environment } from './environment.ts';
import { ENVIRONMENT } from './tokens.ts';

@Module({})
export class ConfigModule {
  static of(environment: Environment): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: ENVIRONMENT, useValue: environment }],
      exports: [ENVIRONMENT],
    };
  }
}
