import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import {
  retentionDueSchema,
  retentionPath,
  retentionPreviewPath,
  retentionPreviewSchema,
  retentionQuerySchema,
  retentionSchema,
  setRetentionSchema,
  type PreviewRetention,
  type Retention,
  type RetentionDue,
  type RetentionQuery,
  type SetRetention,
} from '#contract/retention';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { RetentionService } from './retention.service.ts';

@Controller()
export class RetentionController {
  readonly #retention: RetentionService;

  constructor(@Inject(RetentionService) retention: RetentionService) {
    this.#retention = retention;
  }

  @Answers(retentionSchema, { problems: ['unit-required'] })
  @Get(retentionPath)
  @Policy('retention.write')
  @Header('cache-control', 'no-store')
  get(
    @Query({ schema: retentionQuerySchema }) { unitId }: RetentionQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Retention> {
    return this.#retention.get(actor, unitId);
  }

  @Answers(retentionDueSchema, { problems: ['unit-required'] })
  @Post(retentionPreviewPath)
  @HttpCode(200)
  @Policy('retention.write')
  @Header('cache-control', 'no-store')
  preview(
    @Body({ schema: retentionPreviewSchema }) body: PreviewRetention,
    @CurrentActor() actor: RequestActor,
  ): Promise<{ readonly due: readonly RetentionDue[] }> {
    return this.#retention.preview(actor, body);
  }

  @Answers(retentionSchema, { problems: ['unit-required', 'version-stale'] })
  @Put(retentionPath)
  @Policy('retention.write')
  set(
    @Body({ schema: setRetentionSchema }) body: SetRetention,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<Retention> {
    return this.#retention.set(body, { actor, from });
  }
}
