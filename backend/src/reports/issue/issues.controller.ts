import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { dossierPageSchema, type DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import {
  exportQuerySchema,
  issueCellQuerySchema,
  issueChangesQuerySchema,
  issueChangesSchema,
  issuePageSchema,
  issueSchema,
  issuesQuerySchema,
  newReportIssueSchema,
  nothingSchema,
  reasonSchema,
  reportIssueChangesSchema,
  reportIssuesPath,
  type ExportFormat,
  type IssueAnswer,
  type IssueCellQuery,
  type IssueChangesQuery,
  type IssueDiff,
  type IssueItem,
  type IssuesQuery,
  type NewReportIssue,
  type ReportIssueChanges,
} from '#contract/reports';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy, PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply } from '../../platform/http/exchange.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AskedBy } from '../../platform/idempotency/asked-by.ts';
import { MEDIA_TYPES } from '../paper/media-types.ts';
import { IssueDesk } from './issue-desk.service.ts';
import { IssueExporter } from './issue-exporter.service.ts';
import { IssueReader } from './issue-reader.service.ts';

const IN_TURN = { problems: ['report-not-so-far'] as const };
/** A text is made anew, and waits for its turn. */
const IN_LINE = { problems: ['too-busy'] as const };

/** Reports on their way: drawn up, submitted, approved, issued, sent to the city. */
@Controller(reportIssuesPath)
export class IssuesController {
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

  @Answers(issueSchema, { problems: ['period-ends-before-it-begins'] })
  @Post()
  @Policy('reports.draft')
  async draw(
    @Body({ schema: newReportIssueSchema }) body: NewReportIssue,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    return this.#reader.tell(ask.actor, await this.#desk.draw(ask, body));
  }

  @Answers(issuePageSchema)
  @Get()
  @Policy('reports.read')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: issuesQuerySchema }) query: IssuesQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<IssueItem>> {
    return this.#reader.list(actor, query);
  }

  @Answers(issueSchema)
  @Get(':id')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  show(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<IssueAnswer> {
    return this.#reader.tell(actor, id);
  }

  @Answers(issueChangesSchema, { problems: ['report-without-previous'] })
  @Get(':id/changes')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  changes(
    @Param('id', UuidPath) id: string,
    @Query({ schema: issueChangesQuerySchema }) query: IssueChangesQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<IssueDiff> {
    return this.#reader.changes(actor, id, query);
  }

  @Answers(dossierPageSchema, IN_LINE)
  @Get(':id/dossiers')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  dossiers(
    @Param('id', UuidPath) id: string,
    @Query({ schema: issueCellQuerySchema }) query: IssueCellQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<DossierItem>> {
    return this.#reader.dossiers(actor, id, query);
  }

  @Answers(null, { ...IN_LINE, mediaType: MEDIA_TYPES.docx })
  @Get(':id/export')
  @Policy('reports.read', IssueDesk)
  @Header('cache-control', 'no-store')
  async exported(
    @Param('id', UuidPath) id: string,
    @Query({ schema: exportQuerySchema }) { format }: { readonly format: ExportFormat },
    @AskedBy() ask: Ask,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer | string> {
    const { name, bytes } = await this.#exporter.take(ask, id, format);
    reply.type(MEDIA_TYPES[format]).header('content-disposition', `attachment; filename="${name}"`);
    return bytes;
  }

  @Answers(issueSchema, { problems: ['report-not-so-far', 'period-ends-before-it-begins'] })
  @Patch(':id')
  @Policy('reports.draft', IssueDesk)
  async edit(
    @Param('id', UuidPath) id: string,
    @Body({ schema: reportIssueChangesSchema }) body: ReportIssueChanges,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.edit(ask, id, body);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(issueSchema, IN_TURN)
  @Post(':id/submit')
  @HttpCode(200)
  @Policy('reports.draft', IssueDesk)
  async submit(
    @Param('id', UuidPath) id: string,
    @Body({ schema: nothingSchema }) _body: object,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.submit(ask, id);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(issueSchema, IN_TURN)
  @Post(':id/approve')
  @HttpCode(200)
  @Policy('reports.issue', IssueDesk)
  async approve(
    @Param('id', UuidPath) id: string,
    @Body({ schema: nothingSchema }) _body: object,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.approve(ask, id);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(issueSchema, IN_TURN)
  @Post(':id/return')
  @HttpCode(200)
  @PolicyInHandler('reports.issue')
  async giveBack(
    @Param('id', UuidPath) id: string,
    @Body({ schema: reasonSchema }) { reason }: { readonly reason: string },
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.giveBack(ask, id, reason);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(issueSchema, { problems: [...IN_TURN.problems, ...IN_LINE.problems] })
  @Post(':id/issue')
  @HttpCode(200)
  @Policy('reports.issue', IssueDesk)
  async issue(
    @Param('id', UuidPath) id: string,
    @Body({ schema: nothingSchema }) _body: object,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.issue(ask, id);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(issueSchema, IN_TURN)
  @Post(':id/send')
  @HttpCode(200)
  @Policy('reports.draft', IssueDesk)
  async send(
    @Param('id', UuidPath) id: string,
    @Body({ schema: nothingSchema }) _body: object,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.send(ask, id);
    return this.#reader.tell(ask.actor, id);
  }

  @Answers(issueSchema, IN_TURN)
  @Post(':id/accept')
  @HttpCode(200)
  @Policy('reports.receive', IssueDesk)
  async accept(
    @Param('id', UuidPath) id: string,
    @Body({ schema: nothingSchema }) _body: object,
    @AskedBy() ask: Ask,
  ): Promise<IssueAnswer> {
    await this.#desk.accept(ask, id);
    return this.#reader.tell(ask.actor, id);
  }
}
