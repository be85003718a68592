import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  newProcedureSchema,
  newVersionSchema,
  procedureHistoryQuerySchema,
  procedureHistorySchema,
  procedurePageSchema,
  procedureSchema,
  procedureVersionsPath,
  proceduresPath,
  proceduresQuerySchema,
  type NewProcedure,
  type NewProcedureVersion,
  type Procedure,
  type ProcedureHistory,
  type ProcedureHistoryQuery,
  type ProceduresQuery,
} from '#contract/procedures';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { askingOf } from '../platform/idempotency/idempotency-key.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { CatalogueService } from './catalogue.service.ts';
import { ProcedureCodePath } from './procedure-code-path.ts';

@Controller()
export class ProceduresController {
  readonly #catalogue: CatalogueService;

  constructor(@Inject(CatalogueService) catalogue: CatalogueService) {
    this.#catalogue = catalogue;
  }

  @Answers(procedurePageSchema)
  @Get(proceduresPath)
  @Policy('procedures.read')
  async list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: proceduresQuerySchema }) query: ProceduresQuery,
  ): Promise<Page<Procedure>> {
    return this.#catalogue.list(await this.#unitOf(actor, 'procedures.read', query.unitId), query);
  }

  @Answers(procedureSchema, { problems: ['procedure-exists', 'key-given-twice'] })
  @Post(proceduresPath)
  @HttpCode(201)
  @Policy('procedures.write')
  async add(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: newProcedureSchema }) body: NewProcedure,
    @Req() from: HttpRequest,
  ): Promise<Procedure> {
    const unitId = await this.#unitOf(actor, 'procedures.write', body.unitId);
    return this.#catalogue.add({ unitId, actor, from, asking: askingOf(from) }, body);
  }

  @Answers(procedureHistorySchema, { problems: ['not-found'] })
  @Get(procedureVersionsPath)
  @Policy('procedures.read')
  async history(
    @CurrentActor() actor: RequestActor,
    @Param('code', ProcedureCodePath) code: string,
    @Query({ schema: procedureHistoryQuerySchema }) { unitId }: ProcedureHistoryQuery,
  ): Promise<ProcedureHistory> {
    return this.#catalogue.history(await this.#unitOf(actor, 'procedures.read', unitId), code);
  }

  @Answers(procedureSchema, { problems: ['key-given-twice'] })
  @Post(procedureVersionsPath)
  @HttpCode(201)
  @Policy('procedures.write')
  async change(
    @CurrentActor() actor: RequestActor,
    @Param('code', ProcedureCodePath) code: string,
    @Body({ schema: newVersionSchema }) body: NewProcedureVersion,
    @Req() from: HttpRequest,
  ): Promise<Procedure> {
    const unitId = await this.#unitOf(actor, 'procedures.write', body.unitId);
    return this.#catalogue.change({ unitId, actor, from, asking: askingOf(from) }, code, body);
  }

  async #unitOf(
    actor: RequestActor,
    permission: 'procedures.read' | 'procedures.write',
    unitId: number | undefined,
  ): Promise<number> {
    const units = actor.unitsWhere(permission).map(({ id }) => id);
    const meant = unitId ?? (units.length > 1 ? await this.#catalogue.findCity(units) : undefined);
    return actor.choose(permission, meant).id;
  }
}
