import { Body, Controller, Get, Header, Inject, Put, Query, Req } from '@nestjs/common';
import {
  setSourcesSchema,
  sourcesPath,
  sourcesQuerySchema,
  sourcesSchema,
  type SetSources,
  type Sources,
  type SourcesQuery,
} from '#contract/sources';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { SourcesService } from './sources.service.ts';

@Controller()
export class SourcesController {
  readonly #sources: SourcesService;

  constructor(@Inject(SourcesService) sources: SourcesService) {
    this.#sources = sources;
  }

  @Answers(sourcesSchema, { problems: ['unit-required'] })
  @Get(sourcesPath)
  @Policy('sources.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: sourcesQuerySchema }) { unitId }: SourcesQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Sources> {
    return this.#sources.get(actor, unitId);
  }

  @Answers(sourcesSchema, { problems: ['unit-required', 'version-stale'] })
  @Put(sourcesPath)
  @Policy('sources.write')
  set(
    @Body({ schema: setSourcesSchema }) body: SetSources,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<Sources> {
    return this.#sources.set(body, { actor, from });
  }
}
