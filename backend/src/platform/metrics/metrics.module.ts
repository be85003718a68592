import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { HealthModule } from '../health/health.module.ts';
import { StreamModule } from '../realtime/stream.module.ts';
import { EventTally } from './event-tally.ts';
import { HttpMeter } from './http-meter.ts';
import { Meters } from './meters.ts';
import { MetricsController } from './metrics.controller.ts';
import { Readings } from './readings.service.ts';

@Global()
@Module({
  imports: [DatabaseModule, HealthModule, StreamModule],
  controllers: [MetricsController],
  providers: [EventTally, HttpMeter, Meters, Readings],
  exports: [EventTally],
})
export class MetricsModule {}
