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
  Req,
  Res,
} from '@nestjs/common';
import {
  approvalPageSchema,
  approvalsPath,
  approvalsQuerySchema,
  approveSchema,
  dossierAnswerSchema,
  returnApprovalSchema,
  returnedApprovalSchema,
  type Approval,
  type ApprovalsQuery,
  type Approve,
  type DossierAnswer,
  type ReturnApproval,
} from '#contract/dossiers';
import { DOSSIER_REFUSALS } from '#domain/dossier';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { LowerCasePath } from '../../platform/auth/path-id.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ApprovalService } from './approval.service.ts';

/** *Chờ tôi duyệt*. */
@Controller(approvalsPath)
export class ApprovalsController {
  readonly #approvals: ApprovalService;

  constructor(@Inject(ApprovalService) approvals: ApprovalService) {
    this.#approvals = approvals;
  }

  @Answers(approvalPageSchema)
  @Get()
  @PolicyInHandler('approvals.decide')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: approvalsQuerySchema }) query: ApprovalsQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Page<Approval>> {
    return this.#approvals.list({ actor, request }, query);
  }

  // eslint-disable-next-line max-params -- Nest hands every part of an exchange over on its own
  @Answers(dossierAnswerSchema, { problems: [...DOSSIER_REFUSALS, 'approval-closed'] })
  @Post(':id/approve')
  @HttpCode(200)
  @PolicyInHandler('approvals.decide')
  async approve(
    @Param('id', LowerCasePath) id: string,
    @Body({ schema: approveSchema }) body: Approve,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<DossierAnswer> {
    const answer = await this.#approvals.approve({ actor, request }, id, body);
    reply.header('etag', `"${answer.version}"`);
    return answer;
  }

  @Answers(returnedApprovalSchema, { problems: ['approval-closed'] })
  @Post(':id/return')
  @HttpCode(200)
  @PolicyInHandler('approvals.decide')
  giveBack(
    @Param('id', LowerCasePath) id: string,
    @Body({ schema: returnApprovalSchema }) body: ReturnApproval,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<{ readonly id: string; readonly status: 'returned' }> {
    return this.#approvals.giveBack({ actor, request }, id, body);
  }
}
