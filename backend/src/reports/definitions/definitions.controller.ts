import { Body, Controller, Get, Header, Inject, Put, Query } from '@nestjs/common';
import {
  indicatorDefinitionsPath,
  indicatorDefinitionsQuerySchema,
  indicatorDefinitionsSchema,
  newIndicatorDefinitionSchema,
  type IndicatorDefinitionsAnswer,
  type IndicatorDefinitionsQuery,
  type NewIndicatorDefinition,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { DefinitionDesk } from './definition-desk.service.ts';

/** By what a ratio is divided and how high it has to be: dated, and the receiving city's word. */
@Controller(indicatorDefinitionsPath)
export class DefinitionsController {
  readonly #desk: DefinitionDesk;

  constructor(@Inject(DefinitionDesk) desk: DefinitionDesk) {
    this.#desk = desk;
  }

  @Answers(indicatorDefinitionsSchema)
  @Get()
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  show(
    @Query({ schema: indicatorDefinitionsQuerySchema }) { unitId }: IndicatorDefinitionsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<IndicatorDefinitionsAnswer> {
    return this.#desk.tell(actor, unitId);
  }

  @Answers(indicatorDefinitionsSchema)
  @Put()
  @PolicyInHandler('reports.receive')
  set(
    @Body({ schema: newIndicatorDefinitionSchema }) body: NewIndicatorDefinition,
    @AskedBy() ask: Ask,
  ): Promise<IndicatorDefinitionsAnswer> {
    return this.#desk.set(ask, body);
  }
}
