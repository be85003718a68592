import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
} from '@nestjs/common';
import {
  type Contact,
  type DeliveriesQuery,
  type DeliveryItem,
  contactPath,
  contactSchema,
  deliveriesPath,
  deliveriesQuerySchema,
  deliveryPageSchema,
} from '#contract/deliveries';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { Policy, PolicyInHandler, SignedIn } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { Contacts } from './contacts.service.ts';
import { DeliveryList } from './delivery-list.service.ts';

@Controller()
export class DeliveriesController {
  readonly #deliveries: DeliveryList;
  readonly #contacts: Contacts;

  constructor(
    @Inject(DeliveryList) deliveries: DeliveryList,
    @Inject(Contacts) contacts: Contacts,
  ) {
    this.#deliveries = deliveries;
    this.#contacts = contacts;
  }

  @Policy('deliveries.read')
  @Answers(deliveryPageSchema)
  @Get(deliveriesPath)
  list(
    @CurrentActor() actor: RequestActor,
    @Query({ schema: deliveriesQuerySchema }) query: DeliveriesQuery,
  ): Promise<Page<DeliveryItem>> {
    return this.#deliveries.list(actor, query);
  }

  @PolicyInHandler('deliveries.write')
  @Answers(null, { problems: ['delivery-not-dead'] })
  @Post(`${deliveriesPath}/:id/send-again`)
  @HttpCode(204)
  sendAgain(
    @Param('id') id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#deliveries.sendAgain(id, { actor, from });
  }

  @PolicyInHandler('deliveries.write')
  @Answers(null, { problems: ['delivery-not-dead'] })
  @Post(`${deliveriesPath}/:id/put-aside`)
  @HttpCode(204)
  putAside(
    @Param('id') id: string,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#deliveries.putAside(id, { actor, from });
  }

  @SignedIn()
  @Answers(contactSchema)
  @Get(contactPath)
  contact(@CurrentActor() actor: RequestActor): Promise<Contact> {
    return this.#contacts.of(actor);
  }

  @SignedIn()
  @Answers(contactSchema)
  @Put(contactPath)
  setContact(
    @Body({ schema: contactSchema }) contact: Contact,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<Contact> {
    return this.#contacts.set(contact, { actor, from });
  }
}
