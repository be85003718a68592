import { Module } from '@nestjs/common';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { CalendarService } from './calendar.service.ts';
import { CalendarsController } from './calendars.controller.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [CalendarsController],
  providers: [CalendarService],
  exports: [CalendarService],
})
export class CalendarsModule {}
