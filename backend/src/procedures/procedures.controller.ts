import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  newProcedureSchema,
  newVersionSchema,
  procedureVersionsPath,
  proceduresPath,
  proceduresQuerySchema,
  type NewProcedure,
  type NewProcedureVersion,
  type Procedure,
  type ProceduresQuery,
} from '#contract/procedures';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CatalogueService, type Editor } from './catalogue.service.ts';
import { ProcedureCodePath } from './procedure-code-path.ts';

@Controller()
export class ProceduresController {
  readonly #catalogue: CatalogueService;

  constructor(@Inject(CatalogueService) catalogue: CatalogueService) {
    this.#catalogue = catalogue;
  }

  @Get(proceduresPath)
  @Policy('procedures.read')
  async list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: proceduresQuerySchema }) query: ProceduresQuery,
  ): Promise<Page<Procedure>> {
    return this.#catalogue.list(await this.#unitOf(actor, 'procedures.read', query.unitId), query);
  }

  @Post(proceduresPath)
  @HttpCode(201)
  @Policy('procedures.write')
  async add(
    @CurrentActor() actor: RequestActor,
    @Body({ schema: newProcedureSchema }) body: NewProcedure,
  ): Promise<Procedure> {
    return this.#catalogue.add(await this.#editor(actor, body.unitId), body);
  }

  @Post(procedureVersionsPath)
  @HttpCode(201)
  @Policy('procedures.write')
  async change(
    @CurrentActor() actor: RequestActor,
    @Param('code', ProcedureCodePath) code: string,
    @Body({ schema: newVersionSchema }) body: NewProcedureVersion,
  ): Promise<Procedure> {
    return this.#catalogue.change(await this.#editor(actor, body.unitId), code, body);
  }

  async #editor(actor: RequestActor, unitId: number | undefined): Promise<Editor> {
    return { unitId: await this.#unitOf(actor, 'procedures.write', unitId), by: actor.id };
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
