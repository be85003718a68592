import { Controller, Get, Header, Inject, Query, Req } from '@nestjs/common';
import { dossierPageSchema, type DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import {
  cellQuerySchema,
  digitisationQuerySchema,
  digitisationSchema,
  ii06bQuerySchema,
  ii06bSchema,
  indicatorsSchema,
  reportQuerySchema,
  reportsPath,
  type CellQuery,
  type DigitisationAnswer,
  type DigitisationQuery,
  type Ii06bAnswer,
  type Ii06bQuery,
  type IndicatorsAnswer,
  type ReportQuery,
} from '#contract/reports';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { headerOf, type HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { acceptedLanguage } from '../platform/problem/accepted-language.ts';
import { CellService } from './cells.service.ts';
import { DigitisationService } from './digitisation.service.ts';
import { Ii06bService } from './ii06b.service.ts';
import { IndicatorsService } from './indicators.service.ts';

const PROBLEMS = { problems: ['period-ends-before-it-begins'] as const };
const OF_CELLS = { problems: [...PROBLEMS.problems, 'report-cell-unknown'] as const };

const languageOf = (request: HttpRequest) => acceptedLanguage(headerOf(request, 'accept-language'));

/** Live reports, and the dossiers behind each of their numbers. */
@Controller(reportsPath)
export class ReportsController {
  readonly #ii06b: Ii06bService;
  readonly #digitisation: DigitisationService;
  readonly #indicators: IndicatorsService;
  readonly #cells: CellService;

  constructor(
    @Inject(Ii06bService) ii06b: Ii06bService,
    @Inject(DigitisationService) digitisation: DigitisationService,
    @Inject(IndicatorsService) indicators: IndicatorsService,
    @Inject(CellService) cells: CellService,
  ) {
    this.#ii06b = ii06b;
    this.#digitisation = digitisation;
    this.#indicators = indicators;
    this.#cells = cells;
  }

  @Answers(ii06bSchema, PROBLEMS)
  @Get('ii06b')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  ii06b(
    @Query({ schema: ii06bQuerySchema }) query: Ii06bQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Ii06bAnswer> {
    return this.#ii06b.tell(actor, query, languageOf(request));
  }

  @Answers(digitisationSchema, PROBLEMS)
  @Get('digitisation')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  digitisation(
    @Query({ schema: digitisationQuerySchema }) query: DigitisationQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<DigitisationAnswer> {
    return this.#digitisation.tell(actor, query, languageOf(request));
  }

  @Answers(indicatorsSchema, PROBLEMS)
  @Get('indicators')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  indicators(
    @Query({ schema: reportQuerySchema }) query: ReportQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<IndicatorsAnswer> {
    return this.#indicators.tell(actor, query);
  }

  @Answers(dossierPageSchema, OF_CELLS)
  @Get('ii06b/dossiers')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  ii06bDossiers(
    @Query({ schema: cellQuerySchema }) query: CellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#cells.page(actor, 'ii06b', query);
  }

  @Answers(dossierPageSchema, OF_CELLS)
  @Get('digitisation/dossiers')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  digitisationDossiers(
    @Query({ schema: cellQuerySchema }) query: CellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#cells.page(actor, 'digitisation', query);
  }

  @Answers(dossierPageSchema, OF_CELLS)
  @Get('indicators/dossiers')
  @PolicyInHandler('reports.read')
  @Header('cache-control', 'no-store')
  indicatorDossiers(
    @Query({ schema: cellQuerySchema }) query: CellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#cells.page(actor, 'indicators', query);
  }
}
