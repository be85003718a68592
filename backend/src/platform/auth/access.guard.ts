import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { HttpRequest } from '../http/exchange.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
import { admit } from './current-actor.ts';
import { carriesCsrfToken, isFromElsewhere, isWrite } from './foreign-request.ts';
import { findMalformed } from './malformed.ts';
import { ACCESS, type Access, type Hindrance } from './policy.ts';
import { AUTHENTICATOR, type Authenticator, DENIAL_BOOK, type DenialBook } from './ports.ts';
import type { RequestActor, Restriction } from './request-actor.ts';
import { routeOf } from './route-name.ts';

/** Denies by default: every route says what it asks, and nobody passes who does not show it. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #modules: ModuleRef;
  readonly #authenticator: Authenticator;
  readonly #denials: DenialBook;

  constructor(
    @Inject(Reflector) reflector: Reflector,
    @Inject(ModuleRef) modules: ModuleRef,
    @Inject(AUTHENTICATOR) authenticator: Authenticator,
    @Inject(DENIAL_BOOK) denials: DenialBook,
  ) {
    this.#reflector = reflector;
    this.#modules = modules;
    this.#authenticator = authenticator;
    this.#denials = denials;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const access = this.#reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    const request = context.switchToHttp().getRequest<HttpRequest>();
    try {
      await this.#admit(access, context, request);
    } catch (error) {
      if (error instanceof ProblemError) throw findMalformed(context) ?? error;
      throw error;
    }
    return true;
  }

  async #admit(
    access: Access | undefined,
    context: ExecutionContext,
    request: HttpRequest,
  ): Promise<void> {
    if (access === undefined) throw new Error(`no policy on ${routeOf(context)}`);
    if (access.kind === 'public') {
      if (isWrite(request.method) && isFromElsewhere(request)) {
        throw new ProblemError('foreign-request');
      }
      return;
    }
    const actor = await this.#identify(request);
    try {
      await this.#permit(actor, access, request);
    } catch (error) {
      if (error instanceof ProblemError && error.code !== 'not-found') {
        const { code } = error;
        await this.#denials.record({ actor, code, route: routeOf(context), request });
      }
      throw error;
    }
    admit(request, actor);
  }

  async #identify(request: HttpRequest): Promise<RequestActor> {
    const credentials = credentialsOf(request);
    const actor = credentials && (await this.#authenticator.authenticate(credentials, request));
    if (credentials === undefined || actor === undefined) {
      throw new ProblemError('sign-in-required');
    }
    if (isForged(request, credentials)) throw new ProblemError('foreign-request');
    return actor;
  }

  async #permit(
    actor: RequestActor,
    access: Exclude<Access, { kind: 'public' }>,
    request: HttpRequest,
  ): Promise<void> {
    if (actor.restriction !== undefined && !isOpenTo(actor.restriction, access)) {
      throw new ProblemError(actor.restriction);
    }
    // A key has no account of its own to look after.
    if (access.kind === 'signedIn' && actor.kind === 'key') throw new ProblemError('not-permitted');
    if (access.kind === 'permission' && !(await this.#mayWhere(actor, access, request))) {
      throw new ProblemError('not-permitted');
    }
  }

  async #mayWhere(
    actor: RequestActor,
    { permission, where }: Extract<Access, { kind: 'permission' }>,
    { params }: HttpRequest,
  ): Promise<boolean> {
    if (where === undefined) return actor.may(permission);
    const { id = '' } = params as { readonly id?: string };
    const units = await this.#modules.get(where, { strict: false }).locate(id, actor.unitIds);
    if (units === undefined) throw new ProblemError('not-found');
    return units.some((unit) => actor.may(permission, unit));
  }
}

const isOpenTo = (restriction: Restriction, access: Access): boolean => {
  if (access.kind !== 'signedIn') return false;
  const open: readonly Hindrance[] =
    restriction === 'session-locked' ? ['locked'] : ['restricted', 'locked'];
  return open.includes(access.evenWhile);
};

/** Cookies go along with whatever a page elsewhere sends; keys do not. */
const isForged = (request: HttpRequest, credentials: Credentials): boolean =>
  credentials.kind === 'session' &&
  isWrite(request.method) &&
  (isFromElsewhere(request) || !carriesCsrfToken(request, credentials.token));
