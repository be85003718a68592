import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  bulkResultsSchema,
  bulkSchema,
  createdDossierSchema,
  dossiersPath,
  newDossierSchema,
  type Bulk,
  type CreatedDossier,
  type NewDossier,
} from '#contract/dossiers';
import { DOSSIER_REFUSALS } from '#domain/dossier';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { keyOf } from '../asking.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { BulkReceipts, type BulkResult } from './bulk-receipts.service.ts';
import { ReceiptService } from './receipt.service.ts';

/** How dossiers come in. */
@Controller(dossiersPath)
export class ReceiptsController {
  readonly #receipts: ReceiptService;
  readonly #bulk: BulkReceipts;

  constructor(
    @Inject(ReceiptService) receipts: ReceiptService,
    @Inject(BulkReceipts) bulk: BulkReceipts,
  ) {
    this.#receipts = receipts;
    this.#bulk = bulk;
  }

  @Answers(createdDossierSchema, {
    // Another system tells of a dossier that is here: nothing is created.
    also: { 200: createdDossierSchema },
    problems: [...DOSSIER_REFUSALS, 'dossier-exists', 'external-code-required'],
  })
  @Post()
  @PolicyInHandler('dossiers.receive, dossiers.submit')
  async receive(
    @Body({ schema: newDossierSchema }) body: NewDossier,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<CreatedDossier> {
    const asking = { actor, request };
    const permission = body.submitOnly === true ? 'dossiers.submit' : 'dossiers.receive';
    const unit = actor.choose(permission, body.unitId);
    const key = keyOf(asking);
    const { status, dossier } = await this.#receipts.receive({ asking, unit, body, key });
    reply.status(status).header('etag', `"${dossier.version}"`);
    return dossier;
  }

  @Answers(bulkResultsSchema)
  @Post('bulk')
  @HttpCode(200)
  @PolicyInHandler('dossiers.receive')
  async bulk(
    @Body({ schema: bulkSchema }) body: Bulk,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<{ readonly results: readonly BulkResult[] }> {
    const unit = actor.choose('dossiers.receive', body.unitId);
    return { results: await this.#bulk.receive({ asking: { actor, request }, unit, body }) };
  }
}
