import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  commandsSchema,
  dossiersPath,
  orderedJobSchema,
  type CommandsBody,
} from '#contract/dossiers';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { PolicyInHandler } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { ManyCommands } from './many-commands.service.ts';

/** One command for many dossiers. */
@Controller(dossiersPath)
export class ManyController {
  readonly #many: ManyCommands;

  constructor(@Inject(ManyCommands) many: ManyCommands) {
    this.#many = many;
  }

  @Answers(orderedJobSchema, { problems: ['target-required'] })
  @Post('commands')
  @HttpCode(202)
  @PolicyInHandler('dossiers.<command>')
  async order(
    @Body({ schema: commandsSchema }) body: CommandsBody,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<{ readonly jobId: string }> {
    return { jobId: await this.#many.order({ actor, request }, body) };
  }
}
