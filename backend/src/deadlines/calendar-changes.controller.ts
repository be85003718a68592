import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  calendarApplyPath,
  calendarApplySchema,
  calendarChangeSchema,
  calendarPreviewPath,
  type CalendarApplied,
  type CalendarApply,
  type CalendarChange,
  type CalendarPreview,
} from '#contract/calendars';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { CalendarChangeService } from './calendar-change.service.ts';

@Controller()
export class CalendarChangesController {
  readonly #changes: CalendarChangeService;

  constructor(@Inject(CalendarChangeService) changes: CalendarChangeService) {
    this.#changes = changes;
  }

  @Post(calendarPreviewPath)
  @HttpCode(200)
  @Policy('calendars.write')
  preview(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: calendarChangeSchema }) { unitId, weeklyHours, days }: CalendarChange,
  ): Promise<CalendarPreview> {
    const unit = actor.choose('calendars.write', unitId);
    return this.#changes.preview(unit.id, { weeklyHours, days }, actor.id);
  }

  @Post(calendarApplyPath)
  @HttpCode(200)
  @Policy('calendars.write')
  async apply(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: calendarApplySchema }) { previewId }: CalendarApply,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<CalendarApplied> {
    const preview = await this.#changes.getPreview(previewId, actor.unitIds);
    actor.require('calendars.write', preview.unitId);
    return this.#changes.apply(preview, { actor, from, asking });
  }
}
