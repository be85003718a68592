import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import {
  type AuditEntry,
  type AuditExport,
  type AuditQuery,
  type AuditSeal,
  type AuditSealQuery,
  auditExportPath,
  auditExportSchema,
  auditPageSchema,
  auditPath,
  auditQuerySchema,
  auditSealPath,
  auditSealQuerySchema,
  auditSealSchema,
} from '#contract/audit';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { AuditExporter } from './audit-export.service.ts';
import { AuditReader } from './audit-reader.ts';

@Controller()
export class AuditController {
  readonly #reader: AuditReader;
  readonly #exporter: AuditExporter;

  constructor(
    @Inject(AuditReader) reader: AuditReader,
    @Inject(AuditExporter) exporter: AuditExporter,
  ) {
    this.#reader = reader;
    this.#exporter = exporter;
  }

  @Policy('audit.read')
  @Answers(auditPageSchema)
  @Get(auditPath)
  @Header('cache-control', 'no-store')
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
  ): Promise<Page<AuditEntry>> {
    return this.#reader.list(actor, query);
  }

  @Policy('audit.read')
  @Answers(auditSealSchema)
  @Get(auditSealPath)
  @Header('cache-control', 'no-store')
  seal(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: auditSealQuerySchema }) query: AuditSealQuery,
  ): Promise<AuditSeal> {
    return this.#reader.seal(actor, query);
  }

  @Policy('audit.read')
  @Answers(null, { mediaType: 'text/csv', problems: ['unit-required'], ignoresKey: true })
  @Post(auditExportPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="nhat-ky.csv"')
  export(
    @Body({ schema: auditExportSchema }) wanted: AuditExport,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<string> {
    return this.#exporter.make(wanted, { actor, from });
  }
}
