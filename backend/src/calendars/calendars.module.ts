import { Module } from '@nestjs/common';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { CalendarDraftService } from './calendar-draft.service.ts';
import { CalendarService } from './calendar.service.ts';
import { CalendarsController } from './calendars.controller.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [CalendarsController],
  providers: [CalendarService, CalendarDraftService],
  exports: [CalendarService, CalendarDraftService],
})
export class CalendarsModule {}
