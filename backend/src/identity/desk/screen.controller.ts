import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  type Me,
  type NewPin,
  type OwnDesk,
  type PinEnd,
  type Switch,
  type Unlock,
  lockPath,
  meSchema,
  myPinEndPath,
  myPinPath,
  newPinSchema,
  ownDeskPath,
  ownDeskSchema,
  pinEndSchema,
  switchPath,
  switchSchema,
  unlockPath,
  unlockSchema,
} from '#contract/identity';
import { sessionCookieName } from '../../platform/auth/cookies.ts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Public, SignedIn, SignedInEvenLocked } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import type { HttpReply, HttpRequest } from '../../platform/http/exchange.ts';
import { broughtBy, handOver } from '../sign-in/brought.ts';
import { MeService } from '../sign-in/me.ts';
import { Desks } from './desks.service.ts';
import { Pins } from './pins.service.ts';
import { ScreenLock } from './screen-lock.service.ts';

const PIN_PROBLEMS = [
  ...['desk-not-registered', 'outside-working-hours', 'full-sign-in-required'],
  'too-many-attempts',
] as const;
const SWITCH_PROBLEMS = [...PIN_PROBLEMS, 'sign-in-failed'] as const;
const UNLOCK_PROBLEMS = [...PIN_PROBLEMS, 'wrong-password', 'wrong-pin'] as const;

/** The screen on the counter: locked, opened, handed to the next colleague. */
@Controller()
export class ScreenController {
  readonly #screens: ScreenLock;
  readonly #pins: Pins;
  readonly #desks: Desks;
  readonly #me: MeService;

  constructor(
    @Inject(ScreenLock) screens: ScreenLock,
    @Inject(Pins) pins: Pins,
    @Inject(Desks) desks: Desks,
    @Inject(MeService) me: MeService,
  ) {
    this.#screens = screens;
    this.#pins = pins;
    this.#desks = desks;
    this.#me = me;
  }

  @SignedInEvenLocked()
  @Answers(null, { ignoresKey: true })
  @Post(lockPath)
  @HttpCode(204)
  lock(@CurrentActor() actor: RequestActor, @Req() from: HttpRequest): Promise<void> {
    return this.#screens.lock(actor, from);
  }

  @SignedInEvenLocked()
  @Answers(meSchema, { ignoresKey: true, problems: UNLOCK_PROBLEMS })
  @Post(unlockPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async unlock(
    @Body({ schema: unlockSchema }) shown: Unlock,
    @CurrentActor() actor: RequestActor,
    @Req() request: HttpRequest,
  ): Promise<Me> {
    const brought = broughtBy(request);
    await this.#screens.unlock(shown, actor, { from: request, desk: brought.desk });
    return this.#me.ofSession(brought);
  }

  @Public()
  @Answers(meSchema, { ignoresKey: true, problems: SWITCH_PROBLEMS })
  @Post(switchPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async changePerson(
    @Body({ schema: switchSchema }) asked: Switch,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Me> {
    const brought = broughtBy(request);
    const session = await this.#screens.changePerson(asked, brought, request);
    handOver({ name: sessionCookieName, value: session }, request, reply);
    return this.#me.ofSession({ ...brought, session });
  }

  /** Which desk this is and who may take over: told to the desk itself, by its token. */
  @Public()
  @Answers(ownDeskSchema)
  @Get(ownDeskPath)
  @Header('cache-control', 'no-store')
  desk(@Req() request: HttpRequest): Promise<OwnDesk> {
    return this.#desks.describe(broughtBy(request).desk);
  }

  @SignedIn()
  @Answers(null, {
    ignoresKey: true,
    problems: ['pin-too-simple', 'wrong-password', 'too-many-attempts'],
  })
  @Post(myPinPath)
  @HttpCode(204)
  setPin(
    @Body({ schema: newPinSchema }) wanted: NewPin,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#pins.set(wanted, { actor, from });
  }

  @SignedIn()
  @Answers(null, { ignoresKey: true, problems: ['wrong-password', 'too-many-attempts'] })
  @Post(myPinEndPath)
  @HttpCode(204)
  removePin(
    @Body({ schema: pinEndSchema }) end: PinEnd,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#pins.remove(end, { actor, from });
  }
}
