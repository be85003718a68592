import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OfficeModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { FeedbackClock } from './feedback-clock.service.ts';
import { RegisterStore } from './register-store.ts';
import { RegistersController } from './registers.controller.ts';
import { RegisterTellings } from './register-tellings.service.ts';
import { Registers } from './registers.service.ts';

@Module({
  imports: [AuditModule, DatabaseModule, OfficeModule],
  controllers: [RegistersController],
  providers: [FeedbackClock, RegisterStore, RegisterTellings, Registers],
  exports: [RegisterTellings],
})
export class RegistersModule {}
