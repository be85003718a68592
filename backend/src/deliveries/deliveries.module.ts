import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import type { Environment } from '../platform/config/environment.ts';
import { ENVIRONMENT } from '../platform/config/tokens.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { Feed } from '../platform/realtime/feed.service.ts';
import { BrowserCourier } from './browser-courier.ts';
import { Contacts } from './contacts.service.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { DeliveryList } from './delivery-list.service.ts';
import { Gateway } from './hook/gateway.service.ts';
import { HookCourier } from './hook/hook-courier.ts';
import { HookLocator } from './hook/hook-locator.ts';
import { HooksController } from './hook/hooks.controller.ts';
import { Hooks } from './hook/hooks.service.ts';
import { placesOf } from './hook/places.ts';
import { MailCourier } from './mail/mail-courier.ts';
import { COURIERS, PostOffice } from './post/post-office.service.ts';
import {
  ClearLaneJob,
  SendDeliveriesJob,
  clearLane,
  sendDeliveries,
} from './post/send-deliveries.jobs.ts';

const mail = {
  provide: MailCourier,
  inject: [ENVIRONMENT],
  useFactory: ({ SMTP_URL, MOTCUA_MAIL_FROM, MOTCUA_URL }: Environment) =>
    new MailCourier({ server: SMTP_URL, sender: MOTCUA_MAIL_FROM, home: MOTCUA_URL }),
};

const hook = {
  provide: HookCourier,
  inject: [Hooks, ENVIRONMENT, CLOCK, LOG],
  useFactory: (hooks: Hooks, environment: Environment, clock: Clock, log: Logger) =>
    new HookCourier({
      find: (unitId) => hooks.inUse(unitId, 'officers'),
      places: placesOf(environment),
      clock,
      log,
    }),
};

const browser = {
  provide: BrowserCourier,
  inject: [Tenancy, Feed, CLOCK],
  useFactory: (tenancy: Tenancy, feed: Feed, clock: Clock) =>
    new BrowserCourier({ tenancy, feed, clock }),
};

const couriers = {
  provide: COURIERS,
  inject: [MailCourier, HookCourier, BrowserCourier],
  useFactory: (...all: readonly unknown[]) => all,
};

@Module({
  imports: [DatabaseModule, DeclaresJobs.of(sendDeliveries, clearLane)],
  controllers: [DeliveriesController, HooksController],
  providers: [
    ...[mail, hook, browser, couriers, PostOffice, SendDeliveriesJob, ClearLaneJob],
    ...[Contacts, Hooks, HookLocator, DeliveryList, Gateway],
  ],
  exports: [MailCourier, Gateway],
})
export class DeliveriesModule implements OnApplicationShutdown {
  readonly #mail: MailCourier;

  constructor(@Inject(MailCourier) mailCourier: MailCourier) {
    this.#mail = mailCourier;
  }

  onApplicationShutdown(): void {
    this.#mail.close();
  }
}
