import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  type Login,
  type Me,
  loginPath,
  loginSchema,
  logoutPath,
  mePath,
  meSchema,
} from '#contract/identity';
import { deviceCookieName, sessionCookieName } from '../../platform/auth/cookies.ts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Public, SignedInEvenLocked } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { DEVICE_MS } from '../session/session-rules.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { broughtBy, handOver } from './brought.ts';
import { MeService } from './me.ts';
import { SignIn } from './sign-in.service.ts';

@Controller()
export class SignInController {
  readonly #signIn: SignIn;
  readonly #me: MeService;

  constructor(@Inject(SignIn) signIn: SignIn, @Inject(MeService) me: MeService) {
    this.#signIn = signIn;
    this.#me = me;
  }

  @Public()
  @Answers(meSchema, {
    problems: ['sign-in-failed', 'one-time-code-required', 'too-many-attempts', 'too-busy'],
  })
  @Post(loginPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async login(
    @Body({ schema: loginSchema }) login: Login,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Me> {
    const brought = broughtBy(request);
    const { session, device } = await this.#signIn.signIn(login, brought, request);
    handOver({ name: sessionCookieName, value: session }, request, reply);
    const maxAgeSeconds = DEVICE_MS / 1000;
    handOver({ name: deviceCookieName, value: device, maxAgeSeconds }, request, reply);
    return this.#me.ofSession({ ...brought, session });
  }

  @SignedInEvenLocked()
  @Answers(null, { ignoresKey: true })
  @Post(logoutPath)
  @HttpCode(204)
  async logout(
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<void> {
    const { id, sessionId } = actor;
    if (sessionId !== undefined) await this.#signIn.signOut(id, sessionId, request);
    handOver({ name: sessionCookieName, value: '', maxAgeSeconds: 0 }, request, reply);
  }

  @SignedInEvenLocked()
  @Answers(meSchema)
  @Get(mePath)
  @Header('cache-control', 'no-store')
  me(@CurrentActor() actor: RequestActor, @Req() request: HttpRequest): Promise<Me> {
    return this.#me.describe(actor, broughtBy(request));
  }
}
