import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  calendarVersionPageSchema,
  calendarVersionsPath,
  calendarVersionsQuerySchema,
  calendarYearPath,
  calendarYearQuerySchema,
  calendarYearSchema,
  yearParameter,
  type CalendarVersion,
  type CalendarVersionsQuery,
  type CalendarYear,
  type CalendarYearQuery,
} from '#contract/calendars';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { CalendarService } from './calendar.service.ts';

@Controller()
export class CalendarsController {
  readonly #calendars: CalendarService;

  constructor(@Inject(CalendarService) calendars: CalendarService) {
    this.#calendars = calendars;
  }

  @Answers(calendarYearSchema)
  @Get(calendarYearPath)
  @Policy('calendars.read')
  year(
    @CurrentActor() actor: RequestActor,
    @Param('year', { schema: yearParameter }) year: number,
    @Query({ schema: calendarYearQuerySchema }) { unitId }: CalendarYearQuery,
  ): Promise<CalendarYear> {
    return this.#calendars.year(actor.choose('calendars.read', unitId).id, year);
  }

  @Answers(calendarVersionPageSchema)
  @Get(calendarVersionsPath)
  @Policy('calendars.read')
  versions(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: calendarVersionsQuerySchema }) query: CalendarVersionsQuery,
  ): Promise<Page<CalendarVersion>> {
    return this.#calendars.versions(actor.choose('calendars.read', query.unitId).id, query);
  }
}
