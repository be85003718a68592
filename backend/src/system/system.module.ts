import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { HealthModule } from '../platform/health/health.module.ts';
import { StreamModule } from '../platform/realtime/stream.module.ts';
import { SystemController } from './system.controller.ts';
import { SystemStatusService } from './system-status.service.ts';

@Module({
  imports: [AlertsModule, DatabaseModule, HealthModule, StreamModule],
  controllers: [SystemController],
  providers: [SystemStatusService],
})
export class SystemModule {}
