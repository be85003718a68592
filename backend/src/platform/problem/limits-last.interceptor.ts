import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { pageBody, pageQuery } from '#contract/list';
import { type Observable, map } from 'rxjs';
import type * as z from 'zod';
import type { HttpRequest } from '../http/exchange.ts';
import type { ProblemError } from './problem-error.ts';
import { readWith } from './schema.pipe.ts';

type Sent = Record<string, unknown>;

const isObject = (value: unknown): value is Sent => typeof value === 'object' && value !== null;

/** A search is asked for in a body; whatever else is posted does something. */
const isSearch = ({ method, url }: HttpRequest): boolean =>
  method === 'POST' && /\/search(?:\?|$)/.test(url);

/** What a page is asked for with, and by what a limit in it has to go. */
function askedWith(request: HttpRequest): readonly [unknown, z.ZodType] {
  if (request.method === 'GET') return [request.query, pageQuery.limit];
  return [isSearch(request) ? request.body : undefined, pageBody.limit];
}

function refusedLimit(request: HttpRequest): readonly [Sent, ProblemError] | undefined {
  const [sent, schema] = askedWith(request);
  if (!isObject(sent) || sent['limit'] === undefined) return undefined;
  const reading = readWith(schema, sent['limit'], 'limit');
  return 'problem' in reading && reading.problem.code === 'value-out-of-range'
    ? [sent, reading.problem]
    : undefined;
}

/**
 * Contract §4: a rule (422) is told after what is not there (404) and what is not one's to see (403). Where a
 * list begins is known only behind the door, so the list is asked for all the same, and then not given.
 */
@Injectable()
export class LimitsLast implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const refused = refusedLimit(context.switchToHttp().getRequest<HttpRequest>());
    if (refused === undefined) return next.handle();
    const [sent, problem] = refused;
    // The one that stands where none is said.
    delete sent['limit'];
    return next.handle().pipe(
      map(() => {
        throw problem;
      }),
    );
  }
}
