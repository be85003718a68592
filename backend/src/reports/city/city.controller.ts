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
  Res,
} from '@nestjs/common';
import {
  CHECKED_BYTES,
  cityCellQuerySchema,
  cityCellSchema,
  cityConsolidationSchema,
  cityExportQuerySchema,
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
  type CityExportQuery,
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
import type { HttpReply } from '../../platform/http/exchange.ts';
import { TakesFile } from '../../platform/http/takes-file.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { MEDIA_TYPES } from '../paper/media-types.ts';
import { CityExporter } from './city-exporter.service.ts';
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
  readonly #exporter: CityExporter;
  readonly #files: CityFiles;

  // eslint-disable-next-line max-params -- a city looks at today, at reports, at their sum and at its files
  constructor(
    @Inject(CityOverviews) overviews: CityOverviews,
    @Inject(ReceivedReports) received: ReceivedReports,
    @Inject(CityConsolidations) consolidations: CityConsolidations,
    @Inject(CityExporter) exporter: CityExporter,
    @Inject(CityFiles) files: CityFiles,
  ) {
    this.#overviews = overviews;
    this.#received = received;
    this.#consolidations = consolidations;
    this.#exporter = exporter;
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

  @Answers(null, { problems: [...OF_PERIOD.problems, 'too-busy'], mediaType: MEDIA_TYPES.docx })
  @Get('consolidation/export')
  @PolicyInHandler('reports.receive')
  @Header('cache-control', 'no-store')
  async exported(
    @Query({ schema: cityExportQuerySchema }) query: CityExportQuery,
    @CurrentActor() actor: RequestActor,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer | string> {
    const { name, bytes } = await this.#exporter.take(actor, query);
    const type = MEDIA_TYPES[query.format];
    reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
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
