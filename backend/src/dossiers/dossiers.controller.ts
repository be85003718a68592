import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  dossiersPath,
  revealSchema,
  type ClockAnswer,
  type DossierDetail,
  type EventAnswer,
  type Reveal,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { RevealService, type Revealed } from './person/reveal.service.ts';
import { DossierReader } from './dossier-reader.service.ts';

/** One dossier: what it is, what happened to it, what its clocks say. */
@Controller(dossiersPath)
export class DossiersController {
  readonly #reader: DossierReader;
  readonly #reveals: RevealService;

  constructor(
    @Inject(DossierReader) reader: DossierReader,
    @Inject(RevealService) reveals: RevealService,
  ) {
    this.#reader = reader;
    this.#reveals = reveals;
  }

  @Get(':id')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  show(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<DossierDetail> {
    return this.#reader.show({ actor, request }, id);
  }

  @Get(':id/events')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  async events(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Page<EventAnswer>> {
    return { items: await this.#reader.events({ actor, request }, id), nextCursor: null };
  }

  @Get(':id/clock')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  clock(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<ClockAnswer> {
    return this.#reader.clock({ actor, request }, id);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @PolicyInHandler('personalData.reveal')
  @Header('cache-control', 'no-store')
  reveal(
    @Param('id', UuidPath) id: string,
    @Body({ schema: revealSchema }) body: Reveal,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Revealed> {
    return this.#reveals.reveal({ actor, request }, id, body);
  }
}
