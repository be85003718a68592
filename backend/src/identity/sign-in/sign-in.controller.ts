import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  type Login,
  type Me,
  loginPath,
  loginSchema,
  logoutPath,
  mePath,
} from '#contract/identity';
import {
  deviceCookieName,
  readCookies,
  sessionCookieName,
  writeCookie,
} from '../../platform/auth/cookies.ts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Public, SignedInAnyhow } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { type HttpReply, type HttpRequest, headerOf } from '../../platform/http/exchange.ts';
import { Authentication } from '../session/authentication.service.ts';
import { DEVICE_MS } from '../session/session-rules.ts';
import { MeService } from './me.ts';
import { type Brought, SignIn, type SignedIn } from './sign-in.service.ts';

const broughtBy = (request: HttpRequest): Brought => {
  const cookies = readCookies(headerOf(request, 'cookie'));
  return {
    session: cookies.get(sessionCookieName(request.protocol)),
    device: cookies.get(deviceCookieName(request.protocol)),
  };
};

const setCookies = ({ session, device }: SignedIn, { protocol }: HttpRequest, reply: HttpReply) => {
  const name = sessionCookieName(protocol);
  const maxAgeSeconds = DEVICE_MS / 1000;
  reply.header('set-cookie', writeCookie({ name, value: session }, protocol));
  reply.header(
    'set-cookie',
    writeCookie({ name: deviceCookieName(protocol), value: device, maxAgeSeconds }, protocol),
  );
};

@Controller()
export class SignInController {
  readonly #signIn: SignIn;
  readonly #authentication: Authentication;
  readonly #me: MeService;

  constructor(
    @Inject(SignIn) signIn: SignIn,
    @Inject(Authentication) authentication: Authentication,
    @Inject(MeService) me: MeService,
  ) {
    this.#signIn = signIn;
    this.#authentication = authentication;
    this.#me = me;
  }

  @Public()
  @Post(loginPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async login(
    @Body({ schema: loginSchema }) login: Login,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Me> {
    const signedIn = await this.#signIn.signIn(login, broughtBy(request), request);
    const actor = await this.#authentication.bySession(signedIn.session);
    if (actor === undefined) throw new Error('a session that was just opened is not there');
    setCookies(signedIn, request, reply);
    return this.#me.describe(actor, signedIn.session);
  }

  @SignedInAnyhow()
  @Post(logoutPath)
  @HttpCode(204)
  async logout(
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    const { id, sessionId } = actor;
    if (sessionId !== undefined) await this.#signIn.signOut(id, sessionId, request);
    const name = sessionCookieName(request.protocol);
    const gone = writeCookie({ name, value: '', maxAgeSeconds: 0 }, request.protocol);
    reply.header('set-cookie', gone);
  }

  @SignedInAnyhow()
  @Get(mePath)
  @Header('cache-control', 'no-store')
  me(@CurrentActor() actor: RequestActor, @Req() request: HttpRequest): Promise<Me> {
    return this.#me.describe(actor, broughtBy(request).session ?? '');
  }
}
