import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  countsQuerySchema,
  countsSearchSchema,
  countsSchema,
  dossierPageSchema,
  dossierSearchSchema,
  dossiersPath,
  dossiersQuerySchema,
  type Counts,
  type CountsQuery,
  type DossierItem,
  type DossierSearch,
  type DossiersQuery,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { DossierList } from './dossier-list.service.ts';

/** Many dossiers: what lies where, what is due when, what is meant. */
@Controller(dossiersPath)
export class ListsController {
  readonly #list: DossierList;

  constructor(@Inject(DossierList) list: DossierList) {
    this.#list = list;
  }

  @Answers(dossierPageSchema)
  @Get()
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: dossiersQuerySchema }) query: DossiersQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#list.page(actor, query);
  }

  @Answers(countsSchema)
  @Get('counts')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  counts(
    @Query({ schema: countsQuerySchema }) query: CountsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Counts> {
    return this.#list.counts(actor, query);
  }

  @Answers(countsSchema, { ignoresKey: true })
  @Post('counts')
  @HttpCode(200)
  @PolicyInHandler('dossiers.read')
  countsOfSearch(
    @Body({ schema: countsSearchSchema }) query: CountsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Counts> {
    return this.#list.counts(actor, query);
  }

  /** A search may name a person, so it travels in a body: addresses are written down everywhere. */
  @Answers(dossierPageSchema, { ignoresKey: true })
  @Post('search')
  @HttpCode(200)
  @PolicyInHandler('dossiers.read')
  search(
    @Body({ schema: dossierSearchSchema }) query: DossierSearch,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#list.page(actor, query);
  }
}
