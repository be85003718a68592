import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import type { HttpReply, HttpRequest } from '../http/exchange.ts';
import { LOG } from '../log/log.module.ts';
import { answerWithProblem } from './answer.ts';

/** Nothing else writes an error body. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;

  constructor(@Inject(LOG) log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const problem = answerWithProblem(error, request, http.getResponse<HttpReply>());
    if (problem.code !== 'unexpected') return;
    const { requestId, instance } = problem;
    this.#log.error({ err: error, requestId, instance }, 'request failed');
  }
}
