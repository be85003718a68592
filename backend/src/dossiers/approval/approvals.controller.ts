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
} from '@nestjs/common';
import {
  approvalsPath,
  approvalsQuerySchema,
  approveSchema,
  returnApprovalSchema,
  type Approval,
  type ApprovalsQuery,
  type DossierAnswer,
  type ReturnApproval,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy, PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { ApprovalService } from './approval.service.ts';

/** *Chờ tôi duyệt*. */
@Controller(approvalsPath)
export class ApprovalsController {
  readonly #approvals: ApprovalService;

  constructor(@Inject(ApprovalService) approvals: ApprovalService) {
    this.#approvals = approvals;
  }

  @Get()
  @Policy('approvals.decide')
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: approvalsQuerySchema }) query: ApprovalsQuery,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Page<Approval>> {
    return this.#approvals.list({ actor, request }, query);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @PolicyInHandler('approvals.decide')
  approve(
    @Param('id', UuidPath) id: string,
    @Body({ schema: approveSchema }) _body: object,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<DossierAnswer> {
    return this.#approvals.approve({ actor, request }, id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @PolicyInHandler('approvals.decide')
  giveBack(
    @Param('id', UuidPath) id: string,
    @Body({ schema: returnApprovalSchema }) body: ReturnApproval,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<{ readonly id: string; readonly status: 'returned' }> {
    return this.#approvals.giveBack({ actor, request }, id, body);
  }
}
