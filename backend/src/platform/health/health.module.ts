import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { Beginnings } from './beginnings.ts';
import { HealthController } from './health.controller.ts';
import { VitalSignsService } from './vital-signs.service.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [Beginnings, VitalSignsService],
  exports: [Beginnings, VitalSignsService],
})
export class HealthModule {}
