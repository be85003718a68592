import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeadlineService } from './deadline.service.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { UnitRulesReader } from './unit-rules.service.ts';

@Module({
  imports: [DatabaseModule, CalendarsModule],
  controllers: [DeadlinesController],
  providers: [DeadlineService, UnitRulesReader],
})
export class DeadlinesModule {}
