export { CalendarService } from './calendar.service.ts';
export { CalendarsModule } from './calendars.module.ts';
