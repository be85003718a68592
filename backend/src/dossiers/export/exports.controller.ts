import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { Readable } from 'node:stream';
import {
  dossiersExportQuerySchema,
  dossiersExportSchema,
  dossiersPath,
  type DossiersExport,
  type ExportFormat,
} from '#contract/dossiers';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import type { Asking } from '../asking.ts';
import { DossierExport } from './dossier-export.service.ts';

const NDJSON = 'application/x-ndjson';

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  ndjson: NDJSON,
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const PROMISED = {
  mediaType: NDJSON,
  problems: ['unit-required', 'export-too-large'],
} as const;

/** The dossiers of a list as a file, which our own import reads. */
@Controller(dossiersPath)
export class ExportsController {
  readonly #export: DossierExport;

  constructor(@Inject(DossierExport) dossierExport: DossierExport) {
    this.#export = dossierExport;
  }

  @Answers(null, PROMISED)
  @Get('export')
  @PolicyInHandler('dossiers.export')
  @Header('cache-control', 'no-store')
  take(
    @Query({ schema: dossiersExportQuerySchema }) query: DossiersExport,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Readable | Buffer> {
    return this.#sent({ actor, request }, query, reply);
  }

  /** What is looked for may be a name, and persons are told for a reason: both travel in a body. */
  @Answers(null, { ...PROMISED, ignoresKey: true })
  @Post('export')
  @HttpCode(200)
  @PolicyInHandler('dossiers.export, personalData.reveal')
  @Header('cache-control', 'no-store')
  takeWithReason(
    @Body({ schema: dossiersExportSchema }) body: DossiersExport,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Readable | Buffer> {
    return this.#sent({ actor, request }, body, reply);
  }

  async #sent(asking: Asking, asked: DossiersExport, reply: HttpReply): Promise<Readable | Buffer> {
    const { name, format, body } = await this.#export.take(asking, asked);
    reply.type(MEDIA_TYPES[format]).header('content-disposition', `attachment; filename="${name}"`);
    return body;
  }
}
