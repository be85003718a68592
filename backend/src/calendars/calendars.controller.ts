import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  calendarYearPath,
  calendarYearQuerySchema,
  yearParameter,
  type CalendarYear,
  type CalendarYearQuery,
} from '#contract/calendars';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CalendarService } from './calendar.service.ts';

@Controller()
export class CalendarsController {
  readonly #calendars: CalendarService;

  constructor(@Inject(CalendarService) calendars: CalendarService) {
    this.#calendars = calendars;
  }

  @Get(calendarYearPath)
  @Policy('calendars.read')
  year(
    @CurrentActor() actor: RequestActor,
    @Param('year', { schema: yearParameter }) year: number,
    @Query({ schema: calendarYearQuerySchema }) { unitId }: CalendarYearQuery,
  ): Promise<CalendarYear> {
    return this.#calendars.year(actor.choose('calendars.read', unitId).id, year);
  }
}
