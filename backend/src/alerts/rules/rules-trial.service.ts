import { setImmediate as breathe } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { alertRulesOf, type AlertRulesPreview, type PreviewAlertRules } from '#contract/alerts';
import type { AlertRules, SourceView } from '#domain/alert';
import type { DossierState, ProcedureRules } from '#domain/dossier';
import { dayOf, instant, plusDays, startOf, type Instant } from '#domain/working-time';
import { HistoryReader, OfficeBook } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { readersOf } from '../store/planned-delivery.ts';
import { AlertRecord } from '../sweep/alert-record.ts';
import { sourceViews } from '../sweep/due-dossiers.ts';
import { lookAtDossier, type Surroundings } from '../sweep/look-at-dossier.ts';
import { SurroundingsBook } from '../sweep/surroundings-book.service.ts';
import { AlertRulesService, settingsOf } from './alert-rules.service.ts';
import { Tally } from './tally.ts';
import { answerOf } from './trial-answer.ts';

const DAYS_BACK = 31;
const PORTION = 50;
/** Beyond this a preview would take longer than anybody waits; the answer says that it is a part. */
const MOST_DOSSIERS = 2_000;

const RECENT = `select id, coalesce(official_code, code) as code from dossier
  where unit_id = $1 and finished_at >= $2 and not annulled
  order by received_at desc nulls last, id limit $3`;

interface RecentDossier {
  readonly id: string;
  readonly code: string;
}

/** Rules to be compared, and the month over which. */
interface Trial {
  readonly unitId: number;
  readonly from: Instant;
  readonly now: Instant;
  readonly surroundings: Surroundings;
  readonly present: Tally;
  readonly proposed: Tally;
  readonly rules: AlertRules;
}

/** What would have been told in the last month under other rules, dossier by dossier. */
@Injectable()
export class RulesTrial {
  readonly #rules: AlertRulesService;
  readonly #surroundings: SurroundingsBook;
  readonly #histories: HistoryReader;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a month is played over with all that it depends on
  constructor(
    @Inject(AlertRulesService) rules: AlertRulesService,
    @Inject(SurroundingsBook) surroundings: SurroundingsBook,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#rules = rules;
    this.#surroundings = surroundings;
    this.#histories = histories;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  async preview(actor: RequestActor, wanted: PreviewAlertRules): Promise<AlertRulesPreview> {
    const unitId = actor.choose('alertRules.write', wanted.unitId).id;
    const now = instant(this.#clock.officeNow());
    const from = startOf(plusDays(dayOf(now), -DAYS_BACK));
    const { settings } = await this.#offices.unit(unitId);
    this.#rules.check(settingsOf(wanted), settings.staleAfter);
    const surroundings = await this.#surroundings.of(unitId, now);
    const trial: Trial = {
      ...{ unitId, from, now, surroundings, present: new Tally(from), proposed: new Tally(from) },
      rules: alertRulesOf(settingsOf(wanted), settings.staleAfter),
    };
    const recent = await this.#recent(unitId, from);
    const codes = new Map(recent.slice(0, MOST_DOSSIERS).map(({ id, code }) => [id, code]));
    const tried = [...codes.keys()];
    for (let start = 0; start < tried.length; start += PORTION) {
      await this.#portion(trial, tried.slice(start, start + PORTION));
      // Others are served between two portions.
      await breathe();
    }
    const size = { dossiers: tried.length, whole: recent.length === tried.length };
    return answerOf({ ...trial, codes }, size);
  }

  #recent(unitId: number, from: Instant): Promise<readonly RecentDossier[]> {
    const values = [unitId, sqlInstant(from), MOST_DOSSIERS + 1];
    return this.#tenancy.ask<RecentDossier>({ units: [unitId] }, RECENT, values);
  }

  async #portion(trial: Trial, ids: readonly string[]): Promise<void> {
    const { unitId } = trial;
    const histories = await this.#histories.read(unitId, ids);
    const sources = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      sourceViews(transaction, unitId, ids),
    );
    for (const [id, state] of histories) {
      const { rules: procedure } = await this.#offices.procedureOf(unitId, state.intake);
      playOver(trial, { id, state, procedure, source: sources.get(id) ?? null });
    }
  }
}

interface Played {
  readonly id: string;
  readonly state: DossierState;
  readonly procedure: ProcedureRules;
  readonly source: SourceView | null;
}

/** The dossier's life from its first event on, under both rules. */
function playOver({ surroundings, rules, now, present, proposed }: Trial, played: Played): void {
  const matter = { ...played, seen: { version: 0, at: null } };
  for (const [tally, by] of [
    [present, surroundings.rules],
    [proposed, rules],
  ] as const) {
    const record = new AlertRecord([], randomUUID);
    lookAtDossier(matter, { ...surroundings, rules: by }, { record, now });
    for (const { alert } of record.fresh()) {
      const { people } = surroundings;
      tally.count(alert, played.id, readersOf(alert, { people, now: alert.raisedAt }));
    }
  }
}
