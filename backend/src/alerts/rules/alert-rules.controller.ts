import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query, Req } from '@nestjs/common';
import {
  alertRulesHistoryPath,
  alertRulesHistoryQuerySchema,
  alertRulesHistorySchema,
  alertRulesPath,
  alertRulesPreviewPath,
  alertRulesPreviewSchema,
  alertRulesQuerySchema,
  alertRulesSchema,
  previewAlertRulesSchema,
  setAlertRulesSchema,
  type AlertRulesAnswer,
  type AlertRulesHistoryQuery,
  type AlertRulesPreview,
  type AlertRulesQuery,
  type AlertRulesVersion,
  type PreviewAlertRules,
  type SetAlertRules,
} from '#contract/alerts';
import type { Page } from '#contract/list';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { Policy } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { AlertRulesService } from './alert-rules.service.ts';
import { RulesTrial } from './rules-trial.service.ts';

const REFUSALS = [
  ...['threshold-out-of-range', 'threshold-named-twice', 'ladder-without-rungs'],
  ...['ladder-out-of-order', 'no-voice-before-escalation', 'figure-out-of-range'],
  ...['not-a-time-of-day', 'unit-required'],
] as const;

/** By which rules a unit is warned. */
@Controller()
export class AlertRulesController {
  readonly #rules: AlertRulesService;
  readonly #trial: RulesTrial;

  constructor(
    @Inject(AlertRulesService) rules: AlertRulesService,
    @Inject(RulesTrial) trial: RulesTrial,
  ) {
    this.#rules = rules;
    this.#trial = trial;
  }

  @Policy('alertRules.read')
  @Answers(alertRulesSchema, { problems: ['unit-required'] })
  @Get(alertRulesPath)
  get(
    @Query({ schema: alertRulesQuerySchema }) { unitId }: AlertRulesQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<AlertRulesAnswer> {
    return this.#rules.get(actor, unitId);
  }

  @Policy('alertRules.write')
  @Answers(alertRulesSchema, { problems: [...REFUSALS, 'version-stale'] })
  @Put(alertRulesPath)
  set(
    @Body({ schema: setAlertRulesSchema }) wanted: SetAlertRules,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<AlertRulesAnswer> {
    return this.#rules.set(wanted, { actor, from });
  }

  @Policy('alertRules.write')
  @Answers(alertRulesPreviewSchema, { problems: REFUSALS, ignoresKey: true })
  @Post(alertRulesPreviewPath)
  @HttpCode(200)
  preview(
    @Body({ schema: previewAlertRulesSchema }) wanted: PreviewAlertRules,
    @CurrentActor() actor: RequestActor,
  ): Promise<AlertRulesPreview> {
    return this.#trial.preview(actor, wanted);
  }

  @Policy('alertRules.read')
  @Answers(alertRulesHistorySchema, { problems: ['unit-required'] })
  @Get(alertRulesHistoryPath)
  history(
    @Query({ schema: alertRulesHistoryQuerySchema }) query: AlertRulesHistoryQuery,
    @CurrentActor() actor: RequestActor,
  ): Promise<Page<AlertRulesVersion>> {
    return this.#rules.history(actor, query);
  }
}
