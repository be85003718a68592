import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import {
  comparisonQuerySchema,
  comparisonSchema,
  reportsPath,
  type ComparisonAnswer,
  type ComparisonQuery,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ComparisonService } from './comparison.service.ts';

/** Figures against what they were. */
@Controller(reportsPath)
export class ComparisonController {
  readonly #comparison: ComparisonService;

  constructor(@Inject(ComparisonService) comparison: ComparisonService) {
    this.#comparison = comparison;
  }

  @Answers(comparisonSchema, { problems: ['period-ends-before-it-begins'] })
  @Get('comparison')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  compare(
    @Query({ schema: comparisonQuerySchema }) query: ComparisonQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<ComparisonAnswer> {
    return this.#comparison.tell(actor, query);
  }
}
