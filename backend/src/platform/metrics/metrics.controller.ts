import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import * as z from 'zod';
import { metricsPath } from '#contract/health';
import { Public } from '../auth/policy.ts';
import type { Environment } from '../config/environment.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import type { HttpReply, HttpRequest } from '../http/exchange.ts';
import { Answers } from '../openapi/answers.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { metricsAccess } from './metrics-access.ts';
import { Meters } from './meters.ts';
import { Readings } from './readings.service.ts';

const figures = z.string().meta({ examples: ['motcua_streams_open 3\n'] });

/** Open to nobody by a session or a key: who may ask is settled by place or by token. */
@Public()
@Controller()
export class MetricsController {
  readonly #readings: Readings;
  readonly #meters: Meters;
  readonly #token: string | undefined;

  constructor(
    @Inject(Readings) readings: Readings,
    @Inject(Meters) meters: Meters,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#readings = readings;
    this.#meters = meters;
    this.#token = environment.MOTCUA_METRICS_TOKEN;
  }

  @Get(metricsPath)
  @Answers(figures, { mediaType: 'text/plain', problems: ['not-found', 'sign-in-required'] })
  @Header('cache-control', 'no-store')
  async tell(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const access = metricsAccess(request, this.#token);
    if (access === 'hidden') throw new ProblemError('not-found');
    if (access === 'token-required') throw new ProblemError('sign-in-required');
    const text = await this.#readings.tell();
    reply.type(this.#meters.registry.contentType).send(text);
  }
}
