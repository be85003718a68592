import { Inject, Injectable } from '@nestjs/common';
import type { AlertItem, AlertStory } from '#contract/alerts';
import {
  dossierSubject,
  nextTelling,
  voiceOpensAt,
  type Level,
  type NextTelling,
  type Recipient,
  type SignalName,
} from '#domain/alert';
import type { DossierId } from '#domain/dossier';
import { formatInstant, instant, type Instant } from '#domain/working-time';
import { HistoryReader } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { ProcedureService } from '../../procedures/index.ts';
import { keptAlerts, recipientOf, type RecipientColumns } from '../store/kept-alerts.ts';
import { sourceViews } from '../sweep/due-dossiers.ts';
import { SurroundingsBook } from '../sweep/surroundings-book.service.ts';
import { AlertList } from './alert-list.service.ts';
import { AlertLocator } from './alert-locator.ts';

const SIGNAL = `select alert.kind, alert.threshold, alert.revision, alert.dossier_id as "dossierId",
    dossier.procedure_code as "procedureCode", dossier.procedure_version as "procedureVersion"
  from alert left join dossier on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id
  where alert.unit_id = $1 and alert.id = $2`;

// The ladder is everybody's who was told; why somebody acknowledged is theirs.
const STEPS = `select step.act, step.at, step.actor->>'kind' as "byKind", step.actor->>'id' as "byId",
    step.facts->>'kind' as answer, step.facts->>'until' as until, told.level,
    told.user_id as "userId", told.desk_role as "deskRole", told.department_code as "departmentCode",
    case when told.id = own.id or step.act = 'answered' then said.body end as text
  from alert as own join alert as told on told.unit_id = own.unit_id
    and told.subject_kind = own.subject_kind and told.subject_id = own.subject_id
    and told.revision = own.revision
  join alert_step as step on step.unit_id = told.unit_id and step.alert_id = told.id
  left join alert_text as said on said.unit_id = step.unit_id and said.alert_id = step.alert_id
    and said.number = step.number
  where own.unit_id = $1 and own.id = $2 and (step.act = 'answered'
    or (told.kind = own.kind and told.threshold = own.threshold
      and (told.id = own.id or step.act in ('raised', 'acknowledged', 'doneAtSource'))))
  order by step.at, told.level, told.id, step.number limit 200`;

interface SignalRow extends SignalName {
  readonly dossierId: string | null;
  readonly procedureCode: string | null;
  readonly procedureVersion: number | null;
}

interface StepRow extends RecipientColumns {
  readonly act: AlertStory['steps'][number]['act'];
  readonly at: number;
  readonly byKind: string;
  readonly byId: string;
  readonly level: Level;
  readonly answer: string | null;
  readonly until: string | null;
  readonly text: string | null;
}

const told = (at: number): string => formatInstant(instant(at));

const onWire = (recipient: Recipient): AlertItem['recipient'] =>
  recipient.kind === 'user' ? { kind: 'user', userId: recipient.userId } : recipient;

const stepOnWire = (row: StepRow): AlertStory['steps'][number] => ({
  ...{ act: row.act, at: told(row.at), by: row.byKind === 'system' ? null : row.byId },
  ...{ recipient: onWire(recipientOf(row)), level: row.level, text: row.text, answer: row.answer },
  until: row.until === null ? null : told(Date.parse(row.until)),
});

/** How an alert came to be where it is, and where it climbs next. */
@Injectable()
export class AlertStories {
  readonly #tenancy: Tenancy;
  readonly #alerts: AlertList;
  readonly #locator: AlertLocator;
  readonly #surroundings: SurroundingsBook;
  readonly #histories: HistoryReader;
  readonly #procedures: ProcedureService;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a story is told from all that an alert depends on
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AlertList) alerts: AlertList,
    @Inject(AlertLocator) locator: AlertLocator,
    @Inject(SurroundingsBook) surroundings: SurroundingsBook,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#tenancy = tenancy;
    this.#alerts = alerts;
    this.#locator = locator;
    this.#surroundings = surroundings;
    this.#histories = histories;
    this.#procedures = procedures;
    this.#clock = clock;
  }

  async of(id: string, actor: RequestActor): Promise<AlertStory> {
    const [unitId] = (await this.#locator.locate(id, actor.unitIds)) ?? [];
    if (unitId === undefined) throw new ProblemError('not-found');
    const { steps, signal } = await this.#tenancy.within({ units: [unitId] }, async (asking) => {
      const alert = await this.#alerts.findOwn(asking, actor, { unitId, id });
      if (alert === undefined) throw new ProblemError('not-permitted');
      const rows = await asking.query<StepRow>(STEPS, [unitId, id]);
      const [found] = await asking.query<SignalRow>(SIGNAL, [unitId, id]);
      const mayClimb = alert.status !== 'closed' && alert.acknowledgedAt === null;
      return { steps: rows, signal: mayClimb ? found : undefined };
    });
    const next = signal === undefined ? null : await this.#next(unitId, signal);
    return { steps: steps.map(stepOnWire), next };
  }

  /** Read as the sweep will read it: whoever is told so is told so by the same law. */
  async #next(unitId: number, signal: SignalRow): Promise<AlertStory['next']> {
    const { dossierId, procedureCode, procedureVersion } = signal;
    if (dossierId === null || procedureCode === null || procedureVersion === null) return null;
    const now = instant(this.#clock.officeNow());
    const around = await this.#surroundings.of(unitId, now);
    const { rules: procedure } = await this.#procedures.version(
      unitId,
      procedureCode,
      procedureVersion,
    );
    const { state, source, raised } = await this.#tenancy.within({ units: [unitId] }, (asking) =>
      this.#known(asking, unitId, dossierId),
    );
    if (state === undefined) return null;
    const { rules, calendar, people, unit } = around;
    const office = { procedure, calendar, unit, now };
    const subject = dossierSubject(state, office, { id: dossierId as DossierId, source });
    const next = nextTelling({ subject, rules, calendar, people, raised, now }, signal);
    return next && onLadder(next, voiceOpensAt(next.at, rules, calendar));
  }

  async #known(asking: Transaction, unitId: number, id: string) {
    const histories = await this.#histories.read(unitId, [id], asking);
    const kept = await keptAlerts(asking, unitId, { kind: 'dossier', ids: [id] });
    const sources = await sourceViews(asking, unitId, [id]);
    return {
      state: histories.get(id),
      raised: kept.get(id) ?? [],
      source: sources.get(id) ?? null,
    };
  }
}

const onLadder = ({ at, level, recipient }: NextTelling, voiceFrom: Instant) => ({
  ...{ at: told(at), level, recipient: onWire(recipient), voiceFrom: told(voiceFrom) },
});
