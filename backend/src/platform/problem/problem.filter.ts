import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import type { ProblemCode } from '#contract/problem';
import type { HttpReply, HttpRequest } from '../http/exchange.ts';
import { LOG } from '../log/log.module.ts';
import { answerWithProblem } from './answer.ts';

/** What is nobody's mistake who asks. */
const TO_LOOK_INTO: ReadonlySet<ProblemCode> = new Set(['unexpected', 'took-too-long']);

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
    if (!TO_LOOK_INTO.has(problem.code)) return;
    const { requestId, instance } = problem;
    this.#log.error({ err: error, requestId, instance }, 'request failed');
  }
}
