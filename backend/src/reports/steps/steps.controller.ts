import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import { dossierPageSchema, type DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import {
  reportQuerySchema,
  reportsPath,
  reviewCellQuerySchema,
  reviewSchema,
  stepCellQuerySchema,
  stepsQuerySchema,
  stepsSchema,
  type ReportQuery,
  type ReviewAnswer,
  type ReviewCellQuery,
  type StepCellQuery,
  type StepsAnswer,
  type StepsQuery,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { headerOf, type HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { acceptedLanguage } from '../../platform/problem/accepted-language.ts';
import { StepsService } from './steps.service.ts';

const PROBLEMS = { problems: ['period-ends-before-it-begins'] as const };

/** Where the time went in a commune, and what somebody should look at again. */
@Controller(reportsPath)
export class StepsController {
  readonly #steps: StepsService;

  constructor(@Inject(StepsService) steps: StepsService) {
    this.#steps = steps;
  }

  @Answers(stepsSchema, PROBLEMS)
  @Get('steps')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  steps(
    @Query({ schema: stepsQuerySchema }) query: StepsQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<StepsAnswer> {
    const language = acceptedLanguage(headerOf(request, 'accept-language'));
    return this.#steps.steps(actor, query, language);
  }

  @Answers(dossierPageSchema, PROBLEMS)
  @Get('steps/dossiers')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  stepDossiers(
    @Query({ schema: stepCellQuerySchema }) query: StepCellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#steps.stepDossiers(actor, query);
  }

  @Answers(reviewSchema, PROBLEMS)
  @Get('review')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  review(
    @Query({ schema: reportQuerySchema }) query: ReportQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<ReviewAnswer> {
    return this.#steps.review(actor, query);
  }

  @Answers(dossierPageSchema, PROBLEMS)
  @Get('review/dossiers')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  reviewDossiers(
    @Query({ schema: reviewCellQuerySchema }) query: ReviewCellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#steps.reviewDossiers(actor, query);
  }
}
