import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, catchError, from, map, switchMap, throwError } from 'rxjs';
import type { HttpRequest } from '../http/exchange.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { findActor } from './current-actor.ts';
import { ACCESS, type Access } from './policy.ts';
import { DENIAL_BOOK, type DenialBook } from './ports.ts';
import { routeOf } from './route-name.ts';

/** Behind the handler: what it denied is written down, and what it promised to ask it must have asked. */
@Injectable()
export class AskedInterceptor implements NestInterceptor {
  readonly #reflector: Reflector;
  readonly #denials: DenialBook;

  constructor(@Inject(Reflector) reflector: Reflector, @Inject(DENIAL_BOOK) denials: DenialBook) {
    this.#reflector = reflector;
    this.#denials = denials;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const actor = findActor(request);
    if (actor === undefined) return next.handle();
    const access = this.#reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const route = routeOf(context);
    return next.handle().pipe(
      map((answer: unknown) => {
        if (access?.kind === 'handler' && !actor.wasAsked) {
          throw new Error(`${route} answered without asking for ${access.permissions}`);
        }
        return answer;
      }),
      catchError((error: unknown) => {
        if (!(error instanceof ProblemError) || error.code !== 'not-permitted') throw error;
        const denial = { actor, code: error.code, route, request };
        return from(this.#denials.record(denial)).pipe(switchMap(() => throwError(() => error)));
      }),
    );
  }
}
