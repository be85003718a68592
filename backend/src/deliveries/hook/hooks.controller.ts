import {
  Body,
  Controller,
  Delete,
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
  type CreatedHook,
  type Hook,
  type HooksQuery,
  type NewHook,
  createdHookSchema,
  hookListSchema,
  hooksPath,
  hooksQuerySchema,
  newHookSchema,
} from '#contract/deliveries';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { type Asking, Idempotent } from '../../platform/idempotency/idempotency-key.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { HookLocator } from './hook-locator.ts';
import { Hooks } from './hooks.service.ts';

@Controller()
export class HooksController {
  readonly #hooks: Hooks;

  constructor(@Inject(Hooks) hooks: Hooks) {
    this.#hooks = hooks;
  }

  @Policy('hooks.read')
  @Answers(hookListSchema)
  @Get(hooksPath)
  async list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: hooksQuerySchema }) { unitId }: HooksQuery,
  ): Promise<Page<Hook>> {
    return { items: await this.#hooks.list(actor, unitId), nextCursor: null };
  }

  @Policy('hooks.write')
  @Answers(createdHookSchema, { problems: ['hook-host-not-allowed'] })
  @Post(hooksPath)
  @Header('cache-control', 'no-store')
  add(
    @Body({ schema: newHookSchema }) wanted: NewHook,
    @CurrentActor() actor: RequestActor,
    @Idempotent() asking: Asking | undefined,
    @Req() from: HttpRequest,
  ): Promise<CreatedHook> {
    return this.#hooks.add(wanted, { actor, from, asking });
  }

  @Policy('hooks.write', HookLocator)
  @Answers(null)
  @Delete(`${hooksPath}/:id`)
  @HttpCode(204)
  end(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#hooks.end(id, { actor, from });
  }
}
