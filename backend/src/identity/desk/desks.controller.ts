import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  type Desk,
  type DesksQuery,
  type NewDesk,
  deskPageSchema,
  deskSchema,
  desksPath,
  desksQuerySchema,
  newDeskSchema,
} from '#contract/identity';
import type { Page } from '#contract/list';
import { deskCookieName } from '../../platform/auth/cookies.ts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { UuidPath } from '../../platform/auth/path-id.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { askingOf } from '../../platform/idempotency/idempotency-key.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { DESK_MS } from '../session/session-rules.ts';
import { broughtBy, handOver } from '../sign-in/brought.ts';
import { DeskLocator } from './desk-locator.ts';
import { Desks } from './desks.service.ts';

@Controller()
export class DesksController {
  readonly #desks: Desks;

  constructor(@Inject(Desks) desks: Desks) {
    this.#desks = desks;
  }

  @Policy('desks.read')
  @Answers(deskPageSchema)
  @Get(desksPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: desksQuerySchema }) query: DesksQuery,
    @Req() request: HttpRequest,
  ): Promise<Page<Desk>> {
    return this.#desks.list(actor, query, broughtBy(request).desk);
  }

  /** The desk is the browser that asks. */
  @Policy('desks.write')
  @Answers(deskSchema)
  @Post(desksPath)
  async register(
    @Body({ schema: newDeskSchema }) wanted: NewDesk,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Desk> {
    const { desk, token } = await this.#desks.register(wanted, {
      ...{ actor, from },
      asking: askingOf(from),
    });
    const cookie = { name: deskCookieName, value: token, maxAgeSeconds: DESK_MS / 1000 };
    handOver(cookie, from, reply);
    return desk;
  }

  @Policy('desks.write', DeskLocator)
  @Answers(null)
  @Delete(`${desksPath}/:id`)
  @HttpCode(204)
  remove(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#desks.remove(id, { actor, from });
  }
}
