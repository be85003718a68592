import { type DynamicModule, Module } from '@nestjs/common';
import { BOTH_DOORS, DOORS, type Doors } from './doors.ts';
import type { Environment } from './environment.ts';
import { ENVIRONMENT, EVALUATES } from './tokens.ts';

@Module({})
export class ConfigModule {
  static of(environment: Environment, doors: Doors = BOTH_DOORS, evaluates = false): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: DOORS, useValue: doors },
        { provide: EVALUATES, useValue: evaluates },
      ],
      exports: [ENVIRONMENT, DOORS, EVALUATES],
    };
  }
}
