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
  Res,
} from '@nestjs/common';
import type { Page } from '#contract/list';
import {
  evidenceQuerySchema,
  findingSchema,
  findingsPageSchema,
  findingsQuerySchema,
  newExplanationSchema,
  newReconciliationSchema,
  reconciliationHistorySchema,
  reconciliationSchema,
  reconciliationsPageSchema,
  reconciliationsPath,
  reconciliationsQuerySchema,
  type EvidenceFormat,
  type Finding,
  type FindingsQuery,
  type NewExplanation,
  type NewReconciliation,
  type Reconciliation,
  type ReconciliationSaying,
  type ReconciliationsQuery,
} from '#contract/reconciliations';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { IntegerPath, UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpReply } from '../platform/http/exchange.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { AskedBy } from '../platform/idempotency/asked-by.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { EvidenceSheets } from './evidence-sheets.service.ts';
import { Reconciliations } from './reconciliations.service.ts';

const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** *Đối soát*: what a source counts beside what we count, and which dossiers make the difference. */
@Controller(reconciliationsPath)
export class ReconciliationsController {
  readonly #reconciliations: Reconciliations;
  readonly #evidence: EvidenceSheets;

  constructor(
    @Inject(Reconciliations) reconciliations: Reconciliations,
    @Inject(EvidenceSheets) evidence: EvidenceSheets,
  ) {
    this.#reconciliations = reconciliations;
    this.#evidence = evidence;
  }

  @Answers(reconciliationSchema, {
    problems: ['period-ends-before-it-begins', 'import-not-checked'],
  })
  @Post()
  @Policy('reconciliations.write')
  make(
    @Body({ schema: newReconciliationSchema }) wanted: NewReconciliation,
    @AskedBy() ask: Ask,
  ): Promise<Reconciliation> {
    return this.#reconciliations.make(wanted, ask);
  }

  @Answers(reconciliationsPageSchema)
  @Get()
  @Policy('reconciliations.read')
  list(
    @Query({ schema: reconciliationsQuerySchema }) query: ReconciliationsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<Reconciliation>> {
    return this.#reconciliations.list(actor, query);
  }

  @Answers(reconciliationSchema)
  @Get(':id')
  @Policy('reconciliations.read', Reconciliations)
  one(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<Reconciliation> {
    return this.#reconciliations.one(actor, id);
  }

  @Answers(null, { mediaType: MEDIA_TYPES.xlsx, problems: ['book-too-long', 'too-busy'] })
  @Get(':id/evidence')
  @Policy('reconciliations.read', Reconciliations)
  @Header('cache-control', 'no-store')
  async evidence(
    @Param('id', UuidPath) id: string,
    @Query({ schema: evidenceQuerySchema }) { format }: { readonly format: EvidenceFormat },
    @AskedBy() ask: Ask,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Buffer> {
    const bytes = await this.#evidence.make(ask, id, format);
    reply
      .type(MEDIA_TYPES[format])
      .header('content-disposition', `attachment; filename="minh-chung-qua-han.${format}"`);
    return bytes;
  }

  @Answers(findingsPageSchema)
  @Get(':id/findings')
  @Policy('reconciliations.read', Reconciliations)
  @Header('cache-control', 'no-store')
  findings(
    @Param('id', UuidPath) id: string,
    @Query({ schema: findingsQuerySchema }) query: FindingsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<Finding>> {
    return this.#reconciliations.findings(actor, id, query);
  }

  @Answers(reconciliationHistorySchema)
  @Get(':id/history')
  @Policy('reconciliations.read', Reconciliations)
  @Header('cache-control', 'no-store')
  async history(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly items: readonly ReconciliationSaying[] }> {
    return { items: await this.#reconciliations.history(actor, id) };
  }

  @Answers(findingSchema, { problems: ['value-out-of-range'] })
  @Post(':id/findings/:number')
  @HttpCode(200)
  @Policy('reconciliations.write', Reconciliations)
  explain(
    @Param('id', UuidPath) id: string,
    @Param('number', IntegerPath) number: number,
    @Body({ schema: newExplanationSchema }) said: NewExplanation,
    @AskedBy() ask: Ask,
  ): Promise<Finding> {
    return this.#reconciliations.explain(ask, { id, number }, said);
  }
}
