import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import {
  madeProcedureMatchSchema,
  newProcedureMatchSchema,
  procedureMatchesPath,
  procedureMatchesQuerySchema,
  procedureMatchesSchema,
  type MadeProcedureMatch,
  type NewProcedureMatch,
  type ProcedureMatchesQuery,
  type UnknownCode,
} from '#contract/procedures';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { CatalogueService } from './catalogue.service.ts';
import { ProcedureMatches } from './matches.service.ts';

/** Codes of sources, and which procedures of the catalogue they are. */
@Controller(procedureMatchesPath)
export class MatchesController {
  readonly #matches: ProcedureMatches;
  readonly #catalogue: CatalogueService;

  constructor(
    @Inject(ProcedureMatches) matches: ProcedureMatches,
    @Inject(CatalogueService) catalogue: CatalogueService,
  ) {
    this.#matches = matches;
    this.#catalogue = catalogue;
  }

  @Answers(procedureMatchesSchema)
  @Get()
  @Policy('procedures.write')
  @Header('cache-control', 'no-store')
  async list(
    @Query({ schema: procedureMatchesQuerySchema }) query: ProcedureMatchesQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly items: readonly UnknownCode[] }> {
    const unitId = await this.#unitOf(actor, query.unitId);
    const isCity = actor.units.some(({ id, kind }) => id === unitId && kind === 'city');
    // The dossiers of a city are those of its communes.
    const units = isCity ? actor.unitsWhere('procedures.write').map(({ id }) => id) : [unitId];
    return { items: await this.#matches.list(unitId, units) };
  }

  @Answers(madeProcedureMatchSchema, {
    problems: ['procedure-not-unknown', 'match-target-unknown'],
  })
  @Post()
  @HttpCode(201)
  @Policy('procedures.write')
  async match(
    @Body({ schema: newProcedureMatchSchema }) body: NewProcedureMatch,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Idempotent() asking: Asking | undefined,
  ): Promise<MadeProcedureMatch> {
    const unitId = await this.#unitOf(actor, body.unitId);
    return this.#matches.match({ unitId, actor, from, asking }, body);
  }

  async #unitOf(actor: RequestActor, unitId: number | undefined): Promise<number> {
    const units = actor.unitsWhere('procedures.write').map(({ id }) => id);
    const meant = unitId ?? (units.length > 1 ? await this.#catalogue.findCity(units) : undefined);
    return actor.choose('procedures.write', meant).id;
  }
}
