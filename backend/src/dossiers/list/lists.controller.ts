import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  countsQuerySchema,
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
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { DossierList } from './dossier-list.service.ts';

/** Many dossiers: what lies where, what is due when, what is meant. */
@Controller(dossiersPath)
export class ListsController {
  readonly #list: DossierList;

  constructor(@Inject(DossierList) list: DossierList) {
    this.#list = list;
  }

  @Get()
  @Policy('dossiers.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: dossiersQuerySchema }) query: DossiersQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#list.page(actor, query);
  }

  @Get('counts')
  @Policy('dossiers.read')
  @Header('cache-control', 'no-store')
  counts(
    @Query({ schema: countsQuerySchema }) query: CountsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Counts> {
    return this.#list.counts(actor, query);
  }

  /** A search may name a person, so it travels in a body: addresses are written down everywhere. */
  @Post('search')
  @HttpCode(200)
  @Policy('dossiers.read')
  search(
    @Body({ schema: dossierSearchSchema }) query: DossierSearch,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#list.page(actor, query);
  }
}
