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
} from '@nestjs/common';
import * as z from 'zod';
import type { Page } from '#contract/list';
import { inUnitQuery } from '#contract/list';
import { calendarProblemCodes } from '#contract/problem';
import {
  riskFiguresSchema,
  riskPageSchema,
  riskPath,
  riskQuerySchema,
  riskSchema,
  supposedSchema,
  suppositionSchema,
  type RiskAnswer,
  type RiskDossier,
  type RiskFigures,
  type RiskQuery,
  type Supposed,
  type Supposition,
} from '#contract/risk';
import { DossierPlaces } from '../dossiers/index.ts';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { Risks } from './risks.service.ts';
import { WhatIf } from './what-if.service.ts';

const inUnitSchema = z.strictObject(inUnitQuery).readonly();

/** *Nguy cơ trễ hạn*: what may become late, why, and how far such expectations were off. */
@Controller(riskPath)
export class RiskController {
  readonly #risks: Risks;
  readonly #whatIf: WhatIf;

  constructor(@Inject(Risks) risks: Risks, @Inject(WhatIf) whatIf: WhatIf) {
    this.#risks = risks;
    this.#whatIf = whatIf;
  }

  @Answers(riskPageSchema)
  @Get()
  @Policy('risk.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: riskQuerySchema }) query: RiskQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<RiskDossier>> {
    return this.#risks.list(actor, query);
  }

  @Answers(riskFiguresSchema)
  @Get('figures')
  @Policy('risk.read')
  figures(
    @Query({ schema: inUnitSchema }) { unitId }: z.infer<typeof inUnitSchema>,
    @CurrentActor() actor: RequestActor,
  ): Promise<RiskFigures> {
    return this.#risks.figures(actor, unitId);
  }

  @Answers(riskSchema)
  @Get('dossiers/:id')
  @Policy('risk.read', DossierPlaces)
  @Header('cache-control', 'no-store')
  one(@Param('id', UuidPath) id: string, @CurrentActor() actor: RequestActor): Promise<RiskAnswer> {
    return this.#risks.one(actor, id);
  }

  @Answers(supposedSchema, { ignoresKey: true, problems: calendarProblemCodes })
  @Post('what-if')
  @HttpCode(200)
  @Policy('risk.suppose')
  @Header('cache-control', 'no-store')
  suppose(
    @Body({ schema: suppositionSchema }) wanted: Supposition,
    @CurrentActor() actor: RequestActor,
  ): Promise<Supposed> {
    return this.#whatIf.ask(actor, wanted);
  }
}
