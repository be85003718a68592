import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type Setup, setupPath, setupSchema } from '#contract/identity';
import { Public } from '../../platform/auth/policy.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { FirstAdministrator } from './first-administrator.service.ts';

@Controller()
export class SetupController {
  readonly #first: FirstAdministrator;

  constructor(@Inject(FirstAdministrator) first: FirstAdministrator) {
    this.#first = first;
  }

  @Public()
  @Answers(null, { problems: ['link-not-valid', 'password-not-accepted', 'too-busy'] })
  @Post(setupPath)
  @HttpCode(204)
  make(@Body({ schema: setupSchema }) setup: Setup, @Req() from: HttpRequest): Promise<void> {
    return this.#first.make(setup, from);
  }
}
