import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import {
  type Call,
  type CallOutcomeTold,
  type CallsQuery,
  type CitizenMessage,
  type CitizenMessagesQuery,
  type DossierMessages,
  type NewConsent,
  callOutcomeSchema,
  callPageSchema,
  callsPath,
  callsQuerySchema,
  citizenMessagePageSchema,
  citizenMessagesPath,
  citizenMessagesQuerySchema,
  consentPath,
  dossierMessagesPath,
  dossierMessagesSchema,
  newConsentSchema,
} from '#contract/citizens';
import { dossiersPath } from '#contract/dossiers';
import type { Page } from '#contract/list';
import { DossierPlaces } from '../dossiers/index.ts';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy, PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { Calls } from './calls.service.ts';
import { Consents } from './consent.service.ts';

@Controller()
export class CitizensController {
  readonly #calls: Calls;
  readonly #consents: Consents;

  constructor(@Inject(Calls) calls: Calls, @Inject(Consents) consents: Consents) {
    this.#calls = calls;
    this.#consents = consents;
  }

  @Policy('deliveries.read')
  @Answers(citizenMessagePageSchema)
  @Get(citizenMessagesPath)
  messages(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: citizenMessagesQuerySchema }) query: CitizenMessagesQuery,
  ): Promise<Page<CitizenMessage>> {
    return this.#calls.messages(actor, query);
  }

  @Policy('citizens.tell')
  @Answers(callPageSchema)
  @Get(callsPath)
  calls(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: callsQuerySchema }) query: CallsQuery,
  ): Promise<Page<Call>> {
    return this.#calls.list(actor, query);
  }

  @PolicyInHandler('citizens.tell')
  @Answers(null, { problems: ['call-over', 'call-later-not-ahead'] })
  @Post(`${callsPath}/:id/outcome`)
  @HttpCode(204)
  outcome(
    @Param('id', UuidPath) id: string,
    @Body({ schema: callOutcomeSchema }) body: CallOutcomeTold,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#calls.tell(id, body, { actor, from });
  }

  @Policy('dossiers.read', DossierPlaces)
  @Answers(dossierMessagesSchema)
  @Get(`${dossiersPath}/:id/${dossierMessagesPath}`)
  ofDossier(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<DossierMessages> {
    return this.#consents.of(actor, id);
  }

  @Policy('citizens.tell', DossierPlaces)
  @Answers(dossierMessagesSchema)
  @Put(`${dossiersPath}/:id/${consentPath}`)
  setConsent(
    @Param('id', UuidPath) id: string,
    @Body({ schema: newConsentSchema }) body: NewConsent,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<DossierMessages> {
    return this.#consents.set(id, body, { actor, from });
  }
}
