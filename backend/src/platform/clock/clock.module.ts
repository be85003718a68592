import { Global, Module } from '@nestjs/common';
import { CLOCK, systemClock } from './clock.ts';

@Global()
@Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })
export class ClockModule {}
