import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  calendarAppliedSchema,
  calendarApplyPath,
  calendarApplySchema,
  calendarChangeSchema,
  calendarPreviewPath,
  calendarPreviewSchema,
  type CalendarApplied,
  type CalendarApply,
  type CalendarChange,
  type CalendarPreview,
} from '#contract/calendars';
import { calendarProblemCodes } from '#contract/problem';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { CalendarChangeService } from './calendar-change.service.ts';

@Controller()
export class CalendarChangesController {
  readonly #changes: CalendarChangeService;

  constructor(@Inject(CalendarChangeService) changes: CalendarChangeService) {
    this.#changes = changes;
  }

  @Answers(calendarPreviewSchema, { ignoresKey: true, problems: calendarProblemCodes })
  @Post(calendarPreviewPath)
  @HttpCode(200)
  @Policy('calendars.write')
  preview(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: calendarChangeSchema }) { unitId, ...change }: CalendarChange,
  ): Promise<CalendarPreview> {
    const unit = actor.choose('calendars.write', unitId);
    return this.#changes.preview(unit.id, change, actor.id);
  }

  @Answers(calendarAppliedSchema, {
    problems: ['not-found', 'calendar-preview-stale', 'calendar-preview-applied'],
  })
  @Post(calendarApplyPath)
  @HttpCode(200)
  @Policy('calendars.write')
  async apply(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: calendarApplySchema }) { previewId, unitId }: CalendarApply,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<CalendarApplied> {
    const units = actor.unitIds.filter((id) => unitId === undefined || id === unitId);
    const preview = await this.#changes.getPreview(previewId, units);
    actor.require('calendars.write', preview.unitId);
    return this.#changes.apply(preview, { actor, from, asking });
  }
}
