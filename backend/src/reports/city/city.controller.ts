import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import {
  CHECKED_BYTES,
  cityCellQuerySchema,
  cityCellSchema,
  cityConsolidationSchema,
  cityFileSchema,
  cityOverviewQuerySchema,
  cityOverviewSchema,
  cityPath,
  cityReportsQuerySchema,
  cityReportsSchema,
  newCityFileSchema,
  type CityCell,
  type CityCellQuery,
  type CityConsolidation,
  type CityFile,
  type CityOverview,
  type CityOverviewQuery,
  type CityReports,
  type CityReportsQuery,
  type NewCityFile,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy, PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { TakesFile } from '../../platform/http/takes-file.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { CityFiles } from './city-files.service.ts';
import { CityConsolidations } from './consolidation.service.ts';
import { CityOverviews } from './overview.service.ts';
import { ReceivedReports } from './received.service.ts';

const OF_PERIOD = { problems: ['period-ends-before-it-begins'] as const };
const OF_CELL = { problems: [...OF_PERIOD.problems, 'report-cell-unknown'] as const };
const OF_FILE = {
  problems: [
    ...OF_PERIOD.problems,
    ...(['file-required', 'report-file-unreadable', 'report-file-without-form'] as const),
    'body-too-large',
  ] as const,
};

/** *Toàn thành phố*: every unit's work today, its reports, and their sum. */
@Controller(cityPath)
export class CityController {
  readonly #overviews: CityOverviews;
  readonly #received: ReceivedReports;
  readonly #consolidations: CityConsolidations;
  readonly #files: CityFiles;

  constructor(
    @Inject(CityOverviews) overviews: CityOverviews,
    @Inject(ReceivedReports) received: ReceivedReports,
    @Inject(CityConsolidations) consolidations: CityConsolidations,
    @Inject(CityFiles) files: CityFiles,
  ) {
    this.#overviews = overviews;
    this.#received = received;
    this.#consolidations = consolidations;
    this.#files = files;
  }

  @Answers(cityOverviewSchema, OF_PERIOD)
  @Get()
  @PolicyInHandler('reports.receive')
  @Header('cache-control', 'no-store')
  overview(
    @Query({ schema: cityOverviewQuerySchema }) query: CityOverviewQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<CityOverview> {
    return this.#overviews.tell(actor, query);
  }

  @Answers(cityReportsSchema)
  @Get('reports')
  @PolicyInHandler('reports.receive')
  @Header('cache-control', 'no-store')
  reports(
    @Query({ schema: cityReportsQuerySchema }) query: CityReportsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<CityReports> {
    return this.#received.tell(actor, query);
  }

  @Answers(cityConsolidationSchema, OF_PERIOD)
  @Get('consolidation')
  @PolicyInHandler('reports.receive')
  @Header('cache-control', 'no-store')
  consolidation(
    @Query({ schema: cityReportsQuerySchema }) query: CityReportsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<CityConsolidation> {
    return this.#consolidations.tell(actor, query);
  }

  @Answers(cityCellSchema, OF_CELL)
  @Get('consolidation/units')
  @PolicyInHandler('reports.receive')
  @Header('cache-control', 'no-store')
  cell(
    @Query({ schema: cityCellQuerySchema }) query: CityCellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<CityCell> {
    return this.#consolidations.cell(actor, query);
  }

  @Answers(cityFileSchema, OF_FILE)
  @Post('files')
  @PolicyInHandler('reports.receive')
  @TakesFile(CHECKED_BYTES)
  take(
    @Body({ schema: newCityFileSchema }) body: NewCityFile,
    @AskedBy() ask: Ask,
  ): Promise<CityFile> {
    return this.#files.take(ask, body);
  }

  @Answers(null)
  @Delete('files/:id')
  @HttpCode(204)
  @Policy('reports.receive', CityFiles)
  withdraw(@Param('id', UuidPath) id: string, @AskedBy() ask: Ask): Promise<void> {
    return this.#files.withdraw(ask, id);
  }
}
