import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_ALERT_SETTINGS,
  alertRulesOf,
  type AlertRulesAnswer,
  type AlertRulesHistoryQuery,
  type AlertRulesVersion,
  type AlertSettings,
  type SetAlertRules,
} from '#contract/alerts';
import type { Page } from '#contract/list';
import { checkRules } from '#domain/alert';
import { formatInstant, instant } from '#domain/working-time';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { refusalProblem } from '../../platform/problem/refusal-problem.ts';
import { AlertRulesBook, type SetRules } from './alert-rules-book.service.ts';
import { lookAgain } from './look-again.ts';

const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('alert rules ' || $1, 0))`;

const ADD = `insert into alert_rules (unit_id, version, settings, set_at, set_by, reason)
  values ($1, $2, $3, $4, $5, $6)`;

const HISTORY = `select version, settings, set_at as "setAt", set_by as "setBy", reason
  from alert_rules where unit_id = $1 and version < $2 order by version desc limit $3`;

const LAST_VERSION = 2 ** 31 - 1;

/** The part of a body that is the unit's own setting. */
export const settingsOf = ({
  overrides,
  bundleAt,
  voiceMinutes,
}: AlertSettings): AlertSettings => ({ overrides, bundleAt, voiceMinutes });

/** By which rules a unit is warned: told, set and kept version by version. */
@Injectable()
export class AlertRulesService {
  readonly #book: AlertRulesBook;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  constructor(
    @Inject(AlertRulesBook) book: AlertRulesBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#book = book;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async get(actor: RequestActor, unitId: number | undefined): Promise<AlertRulesAnswer> {
    return this.#tell(actor.choose('alertRules.read', unitId).id);
  }

  async set(wanted: SetAlertRules, { actor, from }: Ask): Promise<AlertRulesAnswer> {
    const unitId = actor.choose('alertRules.write', wanted.unitId).id;
    const settings = settingsOf(wanted);
    this.check(settings, await this.#book.staleAfter(unitId));
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.query(ONE_AT_A_TIME, [String(unitId)]);
      const before = await this.#book.latest(unitId, transaction);
      const version = before?.version ?? 0;
      if (wanted.version !== undefined && wanted.version !== version) {
        throw new ProblemError('version-stale', { version });
      }
      const now = instant(this.#clock.officeNow());
      await transaction.execute(ADD, [
        ...[unitId, version + 1, settings, sqlInstant(now), actor.id, wanted.reason ?? null],
      ]);
      await lookAgain(transaction, unitId, now);
      await this.#audit.write(transaction, {
        ...{ unitId, actor, act: 'alertRules.set', from },
        subject: { type: 'alertRules', id: String(version + 1) },
        facts: { before: before?.settings ?? null, after: settings },
      });
    });
    return this.#tell(unitId);
  }

  /** Rules that cannot be carried out are refused, before they are set or tried out. */
  check(settings: AlertSettings, staleAfterHours: number): void {
    const checked = checkRules(alertRulesOf(settings, staleAfterHours));
    if (!checked.ok) throw refusalProblem(checked.refusal);
  }

  history(actor: RequestActor, query: AlertRulesHistoryQuery): Promise<Page<AlertRulesVersion>> {
    const unitId = actor.choose('alertRules.read', query.unitId).id;
    const [before] = readCursor(query.cursor, part.int) ?? [LAST_VERSION];
    return this.#tenancy
      .ask<SetRules>({ units: [unitId] }, HISTORY, [unitId, before, query.limit + 1])
      .then((rows) =>
        pageOfRows(rows, query.limit, {
          item: ({ version, settings, setAt, setBy, reason }) => ({
            ...{ version, ...settings, setAt: told(setAt), setBy, reason },
          }),
          key: ({ version }) => [version],
        }),
      );
  }

  async #tell(unitId: number): Promise<AlertRulesAnswer> {
    const latest = await this.#book.latest(unitId);
    const settings = latest?.settings ?? DEFAULT_ALERT_SETTINGS;
    const { kinds, staleAfterMinutes } = alertRulesOf(
      settings,
      await this.#book.staleAfter(unitId),
    );
    return {
      ...{ unitId, version: latest?.version ?? 0, ...settings, kinds, staleAfterMinutes },
      setAt: latest === undefined ? null : told(latest.setAt),
      setBy: latest?.setBy ?? null,
    };
  }
}

const told = (at: number): string => formatInstant(instant(at));
