import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import {
  acknowledgeSchema,
  alertCountsPath,
  alertCountsSchema,
  alertPageSchema,
  alertPeoplePath,
  alertPeopleSchema,
  alertSchema,
  alertStoryPath,
  alertStorySchema,
  alertsPath,
  alertsQuerySchema,
  answerAlertSchema,
  doneAtSourceSchema,
  escalationPageSchema,
  escalationsPath,
  escalationsQuerySchema,
  inUnitOnlyQuerySchema,
  snoozeSchema,
  type AcknowledgeAlert,
  type AlertCounts,
  type AlertItem,
  type AlertPeople,
  type AlertStory,
  type AlertsQuery,
  type AnswerAlert,
  type Escalation,
  type EscalationsQuery,
  type InUnitOnlyQuery,
  type SnoozeAlert,
} from '#contract/alerts';
import type { Page } from '#contract/list';
import { CurrentActor } from '../platform/auth/current-actor.ts';
import { UuidPath } from '../platform/auth/path-id.ts';
import { Policy } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import type { HttpRequest } from '../platform/http/exchange.ts';
import { askingOf } from '../platform/idempotency/idempotency-key.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { Answers } from '../platform/openapi/answers.ts';
import { AlertActs } from './acts/alert-acts.service.ts';
import { AlertList } from './list/alert-list.service.ts';
import { AlertLocator } from './list/alert-locator.ts';
import { Escalations } from './list/escalations.service.ts';
import { AlertStories } from './list/alert-stories.service.ts';

const askOf = (actor: RequestActor, from: HttpRequest): Ask => ({
  actor,
  from,
  asking: askingOf(from),
});

/** What the caller is warned of, and what they do about it. */
@Controller()
export class AlertsController {
  readonly #alerts: AlertList;
  readonly #acts: AlertActs;
  readonly #stories: AlertStories;
  readonly #escalations: Escalations;

  constructor(
    @Inject(AlertList) alerts: AlertList,
    @Inject(AlertActs) acts: AlertActs,
    @Inject(AlertStories) stories: AlertStories,
    @Inject(Escalations) escalations: Escalations,
  ) {
    this.#alerts = alerts;
    this.#acts = acts;
    this.#stories = stories;
    this.#escalations = escalations;
  }

  @Policy('steering.read')
  @Answers(escalationPageSchema, { problems: ['unit-required'] })
  @Get(escalationsPath)
  @Header('cache-control', 'no-store')
  escalated(
    @Query({ schema: escalationsQuerySchema }) query: EscalationsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<Escalation>> {
    return this.#escalations.page(actor, query);
  }

  @Policy('alerts.read')
  @Answers(alertPageSchema)
  @Get(alertsPath)
  @Header('cache-control', 'no-store')
  list(
    @Query({ schema: alertsQuerySchema }) query: AlertsQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<AlertItem>> {
    return this.#alerts.list(actor, query);
  }

  @Policy('alerts.read')
  @Answers(alertCountsSchema)
  @Get(alertCountsPath)
  @Header('cache-control', 'no-store')
  counts(
    @Query({ schema: inUnitOnlyQuerySchema }) { unitId }: InUnitOnlyQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<AlertCounts> {
    return this.#alerts.counts(actor, unitId);
  }

  @Policy('alerts.read')
  @Answers(alertPeopleSchema, { problems: ['unit-required'] })
  @Get(alertPeoplePath)
  @Header('cache-control', 'no-store')
  people(
    @Query({ schema: inUnitOnlyQuerySchema }) { unitId }: InUnitOnlyQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<AlertPeople> {
    return this.#alerts.people(actor, unitId);
  }

  @Policy('alerts.read', AlertLocator)
  @Answers(alertStorySchema)
  @Get(alertStoryPath)
  @Header('cache-control', 'no-store')
  story(
    @Param('id', UuidPath) id: string,
    @CurrentActor() actor: RequestActor,
  ): Promise<AlertStory> {
    return this.#stories.of(id, actor);
  }

  @Policy('alerts.read', AlertLocator)
  @Answers(alertSchema, { problems: ['alert-closed'] })
  @Post(`${alertsPath}/:id/acknowledge`)
  @HttpCode(200)
  acknowledge(
    @Param('id', UuidPath) id: string,
    @Body({ schema: acknowledgeSchema }) body: AcknowledgeAlert,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<AlertItem> {
    return this.#acts.acknowledge(id, body, askOf(actor, from));
  }

  @Policy('alerts.read', AlertLocator)
  @Answers(alertSchema, { problems: ['alert-closed', 'snooze-not-ahead'] })
  @Post(`${alertsPath}/:id/snooze`)
  @HttpCode(200)
  snooze(
    @Param('id', UuidPath) id: string,
    @Body({ schema: snoozeSchema }) body: SnoozeAlert,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<AlertItem> {
    return this.#acts.snooze(id, body, askOf(actor, from));
  }

  @Policy('alerts.read', AlertLocator)
  @Answers(alertSchema, { problems: ['alert-closed'] })
  @Post(`${alertsPath}/:id/answer`)
  @HttpCode(200)
  answer(
    @Param('id', UuidPath) id: string,
    @Body({ schema: answerAlertSchema }) body: AnswerAlert,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<AlertItem> {
    return this.#acts.answer(id, body, askOf(actor, from));
  }

  @Policy('alerts.read', AlertLocator)
  @Answers(alertSchema, { problems: ['alert-closed', 'not-from-source'] })
  @Post(`${alertsPath}/:id/done-at-source`)
  @HttpCode(200)
  doneAtSource(
    @Param('id', UuidPath) id: string,
    @Body({ schema: doneAtSourceSchema }) _body: object,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<AlertItem> {
    return this.#acts.doneAtSource(id, askOf(actor, from));
  }
}
