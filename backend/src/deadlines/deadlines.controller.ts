import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import {
  deadlineAnswerSchema,
  deadlinePreviewPath,
  deadlineQuestionSchema,
  type DeadlineAnswer,
  type DeadlineQuestion,
} from '#contract/deadlines';
import { deadlineProblemCodes } from '#contract/problem';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { DeadlineService } from './deadline.service.ts';

@Controller()
export class DeadlinesController {
  readonly #deadlines: DeadlineService;

  constructor(@Inject(DeadlineService) deadlines: DeadlineService) {
    this.#deadlines = deadlines;
  }

  @Answers(deadlineAnswerSchema, { ignoresKey: true, problems: deadlineProblemCodes })
  @Post(deadlinePreviewPath)
  @HttpCode(200)
  @Policy('deadlines.preview')
  preview(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: deadlineQuestionSchema }) question: DeadlineQuestion,
  ): Promise<DeadlineAnswer> {
    return this.#deadlines.preview(actor.choose('deadlines.preview', question.unitId).id, question);
  }
}
