import { Body, Controller, Get, Header, Inject, Put, Query } from '@nestjs/common';
import {
  newReportSchedulesSchema,
  reportSchedulesPath,
  reportSchedulesQuerySchema,
  reportSchedulesSchema,
  type NewReportSchedules,
  type ReportSchedulesAnswer,
  type ReportSchedulesQuery,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { ReportSchedules } from './schedules.service.ts';

/** Which reports are drawn up by themselves, and by when they are to be sent. */
@Controller(reportSchedulesPath)
export class SchedulesController {
  readonly #schedules: ReportSchedules;

  constructor(@Inject(ReportSchedules) schedules: ReportSchedules) {
    this.#schedules = schedules;
  }

  @Answers(reportSchedulesSchema)
  @Get()
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  show(
    @Query({ schema: reportSchedulesQuerySchema }) query: ReportSchedulesQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<ReportSchedulesAnswer> {
    return this.#schedules.tell(actor, query);
  }

  @Answers(reportSchedulesSchema)
  @Put()
  @PolicyInHandler('reports.draft')
  change(
    @Body({ schema: newReportSchedulesSchema }) body: NewReportSchedules,
    @AskedBy() ask: Ask,
  ): Promise<ReportSchedulesAnswer> {
    return this.#schedules.set(ask, body);
  }
}
