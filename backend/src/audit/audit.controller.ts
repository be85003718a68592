import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { type AuditEntry, type AuditQuery, auditPath, auditQuerySchema } from '#contract/audit';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { AuditReader } from './audit-reader.ts';

@Controller()
export class AuditController {
  readonly #reader: AuditReader;

  constructor(@Inject(AuditReader) reader: AuditReader) {
    this.#reader = reader;
  }

  @Policy('audit.read')
  @Get(auditPath)
  @Header('cache-control', 'no-store')
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
  ): Promise<Page<AuditEntry>> {
    return this.#reader.list(actor, query);
  }
}
