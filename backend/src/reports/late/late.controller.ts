import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import {
  lateQuerySchema,
  lateSchema,
  reportsPath,
  type LateAnswer,
  type LateQuery,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { headerOf, type HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { acceptedLanguage } from '../../platform/problem/accepted-language.ts';
import { LateService } from './late.service.ts';

/** The late list of a report. */
@Controller(reportsPath)
export class LateController {
  readonly #late: LateService;

  constructor(@Inject(LateService) late: LateService) {
    this.#late = late;
  }

  @Answers(lateSchema, { problems: ['period-ends-before-it-begins'] })
  @Get('late')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  late(
    @Query({ schema: lateQuerySchema }) query: LateQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<LateAnswer> {
    const language = acceptedLanguage(headerOf(request, 'accept-language'));
    return this.#late.list(actor, query, language);
  }
}
