import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import {
  SIGNED_BYTES,
  attachSchema,
  issueSchema,
  reportIssuesPath,
  type IssueAnswer,
  type ReportDocument,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply } from '../../platform/http/exchange.ts';
import { TakesFile } from '../../platform/http/takes-file.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { IssueDesk } from './issue-desk.service.ts';
import { IssueExporter } from './issue-exporter.service.ts';
import { IssueReader } from './issue-reader.service.ts';

const PDF = 'application/pdf';
/** Shown inside our own page and nowhere else; it may run nothing and fetch nothing. */
const IN_OUR_PAGE = "default-src 'none'; style-src 'self'; frame-ancestors 'self'";
const ATTACH = {
  problems: ['report-not-so-far', 'report-signed-unfit', 'body-too-large'] as const,
};

/** The paper of a report: looked at before it is issued, and as it came back signed. */
@Controller(reportIssuesPath)
export class PapersController {
  readonly #desk: IssueDesk;
  readonly #reader: IssueReader;
  readonly #exporter: IssueExporter;

  constructor(
    @Inject(IssueDesk) desk: IssueDesk,
    @Inject(IssueReader) reader: IssueReader,
    @Inject(IssueExporter) exporter: IssueExporter,
  ) {
    this.#desk = desk;
    this.#reader = reader;
    this.#exporter = exporter;
  }

  @Answers(null, { mediaType: PDF, problems: ['too-busy'] })
  @Get(':id/preview')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', IN_OUR_PAGE)
  @Header('x-frame-options', 'SAMEORIGIN')
  async preview(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const bytes = await this.#exporter.preview(actor, id);
    reply.type(PDF).header('content-disposition', 'inline');
    return bytes;
  }

  @Answers(issueSchema, ATTACH)
  @Post(':id/attach')
  @HttpCode(200)
  @Policy('reports.draft', IssueDesk)
  @TakesFile(SIGNED_BYTES)
  async attach(
    @Param('id', UuidPath) id: string,
    @Body({ schema: attachSchema }) body: ReportDocument,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.attach(ask, id, body);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(null, { mediaType: PDF })
  @Get(':id/signed')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  async signed(
    @Param('id', UuidPath) id: string,
    @AskedBy() ask: Ask,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer | string> {
    const { name, bytes } = await this.#exporter.signed(ask, id);
    reply.type(PDF).header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }
}
