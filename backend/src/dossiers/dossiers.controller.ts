import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import {
  clockSchema,
  dossierOfficeSchema,
  dossierQuerySchema,
  dossierSchema,
  dossiersPath,
  eventsQuerySchema,
  eventsSchema,
  knownApplicantsQuestionSchema,
  knownApplicantsSchema,
  revealSchema,
  revealedSchema,
  type ClockAnswer,
  type DossierDetail,
  type DossierOffice,
  type DossierQuery,
  type EventAnswer,
  type EventsQuery,
  type KnownApplicant,
  type KnownApplicantsQuestion,
  type Reveal,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { LowerCasePath } from '../platform/auth/path-id.ts';
import { PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { KnownApplicants } from './person/known-applicants.service.ts';
import { RevealService, type Revealed } from './person/reveal.service.ts';
import { DossierReader } from './dossier-reader.service.ts';

/** One dossier: what it is, what happened to it, what its clocks say. */
@Controller(dossiersPath)
export class DossiersController {
  readonly #reader: DossierReader;
  readonly #reveals: RevealService;
  readonly #known: KnownApplicants;

  constructor(
    @Inject(DossierReader) reader: DossierReader,
    @Inject(RevealService) reveals: RevealService,
    @Inject(KnownApplicants) known: KnownApplicants,
  ) {
    this.#reader = reader;
    this.#reveals = reveals;
    this.#known = known;
  }

  @Answers(dossierSchema)
  @Get(':id')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  show(
    @Param('id', LowerCasePath) id: string,
    @Query({ schema: dossierQuerySchema }) { unitId }: DossierQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<DossierDetail> {
    return this.#reader.show({ actor, request }, { id, unitId });
  }

  @Answers(eventsSchema)
  @Get(':id/events')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  events(
    @Param('id', LowerCasePath) id: string,
    @Query({ schema: eventsQuerySchema }) { unitId, ...page }: EventsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<EventAnswer>> {
    return this.#reader.events(actor, { id, unitId }, page);
  }

  @Answers(clockSchema)
  @Get(':id/clock')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  clock(
    @Param('id', LowerCasePath) id: string,
    @Query({ schema: dossierQuerySchema }) { unitId }: DossierQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<ClockAnswer> {
    return this.#reader.clock(actor, { id, unitId });
  }

  @Answers(dossierOfficeSchema)
  @Get(':id/office')
  @PolicyInHandler('dossiers.read')
  @Header('cache-control', 'no-store')
  office(
    @Param('id', LowerCasePath) id: string,
    @Query({ schema: dossierQuerySchema }) { unitId }: DossierQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<DossierOffice> {
    return this.#reader.office(actor, { id, unitId });
  }

  @Answers(knownApplicantsSchema, { ignoresKey: true })
  @Post('applicants')
  @HttpCode(200)
  @PolicyInHandler('dossiers.receive, personalData.reveal')
  @Header('cache-control', 'no-store')
  async applicants(
    @Body({ schema: knownApplicantsQuestionSchema }) body: KnownApplicantsQuestion,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Page<KnownApplicant>> {
    return { items: await this.#known.find({ actor, request }, body), nextCursor: null };
  }

  @Answers(revealedSchema)
  @Post(':id/reveal')
  @HttpCode(200)
  @PolicyInHandler('personalData.reveal')
  @Header('cache-control', 'no-store')
  reveal(
    @Param('id', LowerCasePath) id: string,
    @Body({ schema: revealSchema }) body: Reveal,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Revealed> {
    return this.#reveals.reveal({ actor, request }, id, body);
  }
}
