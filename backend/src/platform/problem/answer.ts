import { PROBLEM_MEDIA_TYPE, type Problem } from '#contract/problem';
import type { HttpReply, HttpRequest } from '../http/exchange.ts';
import { acceptedLanguage } from './accepted-language.ts';
import { noteRefusal } from './refusal-note.ts';
import { problemOf } from './problem.ts';

const first = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** Sends the problem document for an error, in the reader's language. */
export const answerWithProblem = (
  error: unknown,
  request: HttpRequest,
  reply: HttpReply,
): Problem => {
  const [instance = '/'] = request.url.split('?');
  const problem = problemOf(error, {
    language: acceptedLanguage(first(request.headers['accept-language'])),
    instance,
    requestId: request.id,
  });
  const { retryAfterSeconds } = problem.facts;
  if (typeof retryAfterSeconds === 'number' && !reply.sent) {
    reply.header('retry-after', String(retryAfterSeconds));
  }
  noteRefusal(request, problem.code);
  if (!reply.sent) reply.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(problem);
  return problem;
};
