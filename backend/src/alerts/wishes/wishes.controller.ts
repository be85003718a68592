import { Body, Controller, Get, Header, Inject, Put, Req } from '@nestjs/common';
import { notificationWishSchema, notificationsPath, type NotificationWish } from '#contract/alerts';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { SignedIn } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { Wishes } from './wishes.service.ts';

/** One's own ways of being reached. */
@SignedIn()
@Controller(notificationsPath)
export class WishesController {
  readonly #wishes: Wishes;

  constructor(@Inject(Wishes) wishes: Wishes) {
    this.#wishes = wishes;
  }

  @Answers(notificationWishSchema)
  @Get()
  @Header('cache-control', 'no-store')
  get(@CurrentActor() actor: RequestActor): Promise<NotificationWish> {
    return this.#wishes.get({ actor });
  }

  @Answers(notificationWishSchema, { problems: ['not-a-time-of-day'] })
  @Put()
  put(
    @Body({ schema: notificationWishSchema }) wish: NotificationWish,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<NotificationWish> {
    return this.#wishes.put(wish, { actor, from });
  }
}
