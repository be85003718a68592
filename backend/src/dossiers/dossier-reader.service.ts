import { Inject, Injectable } from '@nestjs/common';
import {
  officerCommands,
  type ApplicantAnswer,
  type ClockAnswer,
  type DossierDetail,
  type DossierOffice,
  type EventAnswer,
  type EventsQuery,
  type SourceAnswer,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { tellInstant } from '#contract/time';
import { allowedIn, type DossierState, type Office } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { officersOf } from './actor.ts';
import { clockAnswer } from './answer/clock-answer.ts';
import { dossierAnswer } from './answer/dossier-answer.ts';
import { officeAnswer } from './answer/office-answer.ts';
import { eventAnswer } from './answer/event-answer.ts';
import type { Asking } from './asking.ts';
import { auditLineOf } from './command/keeper.service.ts';
import { DeskBook } from './desk-book.service.ts';
import { DossierPlaces } from './dossier-places.service.ts';
import { OfficeBook } from './office/office-book.service.ts';
import { APPLICANT, maskedApplicant, type ApplicantRow } from './person/applicant-row.ts';
import { EventStore } from './store/event-store.service.ts';

interface SourceRow {
  readonly source: string;
  readonly external_code: string;
  readonly source_status: string | null;
  readonly as_of: number | null;
  readonly differences: readonly string[] | null;
}

/** Which dossier is meant; and in which unit, where the asker says so. */
interface Named {
  readonly id: string;
  readonly unitId: number | undefined;
}

interface Found {
  readonly unitId: number;
  readonly id: string;
  readonly state: DossierState;
  readonly office: Office;
}

const SOURCES = `select source, external_code, source_status, as_of, differences from source_record
  where unit_id = $1 and dossier_id = $2 order by known_at, source, external_code`;

const PRODUCT = { kind: 'system', id: 'reader' } as const;

/** One dossier, to be looked at. */
@Injectable()
export class DossierReader {
  readonly #store: EventStore;
  readonly #places: DossierPlaces;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;
  readonly #desk: DeskBook;

  // eslint-disable-next-line max-params -- what is looked at lies in as many places
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(DeskBook) desk: DeskBook,
  ) {
    this.#store = store;
    this.#places = places;
    this.#offices = offices;
    this.#tenancy = tenancy;
    this.#desk = desk;
  }

  async show(asking: Asking, named: Named): Promise<DossierDetail> {
    const { actor } = asking;
    const found = await this.#find(actor, named);
    const { unitId, id, state, office } = found;
    const [sources, applicant] = await Promise.all([
      this.#tenancy.ask<SourceRow>({ units: [unitId] }, SOURCES, [unitId, id]),
      actor.may('personalData.read', unitId) ? this.#applicant(asking, found) : null,
    ]);
    const allowed = allowedIn(state.name);
    return {
      ...dossierAnswer(found, office),
      applicant,
      sources: primaryFirst(sources.map(sourceAnswer), state),
      allowed: officerCommands.filter(
        (command) => allowed.includes(command) && actor.may(`dossiers.${command}`, unitId),
      ),
    };
  }

  async events(
    actor: RequestActor,
    named: Named,
    { limit, cursor }: Pick<EventsQuery, 'limit' | 'cursor'>,
  ): Promise<Page<EventAnswer>> {
    const [after = 0] = readCursor(cursor, part.int) ?? [];
    const { unitId, state } = await this.#find(actor, named);
    // What officers wrote may speak of persons.
    const withTexts = actor.may('personalData.read', unitId);
    const rest = state.history.filter(({ version }) => version > after);
    return pageOfRows(rest, limit, {
      item: (event) => eventAnswer(withTexts ? event : { ...event, texts: {} }),
      key: ({ version }) => [version],
    });
  }

  async clock(actor: RequestActor, named: Named): Promise<ClockAnswer> {
    const { state, office } = await this.#find(actor, named);
    return clockAnswer(state, office);
  }

  /** What a screen needs to decide by itself what may be done. */
  async office(actor: RequestActor, named: Named): Promise<DossierOffice> {
    const { unitId, state, office } = await this.#find(actor, named);
    const procedure = await this.#offices.procedureOf(unitId, state.intake);
    // A key acts in the roles of whichever desk has the command: it asks by acting.
    const officers = actor.kind === 'key' ? [] : officersOf(actor, unitId, 'note');
    return officeAnswer({ history: state.history, office, procedure, officers });
  }

  async #find(actor: RequestActor, { id, unitId: named }: Named): Promise<Found> {
    const unitId = await this.#places.find(id, actor.unitIds, named);
    if (unitId === undefined) throw new ProblemError('not-found');
    const { state, head } = await this.#store.load(unitId, id);
    if (state === null) throw new ProblemError('not-found');
    actor.require('dossiers.read', unitId);
    const { office } = await this.#offices.standing({
      ...{ unitId, head },
      intake: state.intake,
      actor: PRODUCT,
    });
    return { unitId, id, state, office };
  }

  /** A name is told, and that it was told is written down. */
  #applicant(asking: Asking, { unitId, id, office }: Found): Promise<ApplicantAnswer | null> {
    return this.#tenancy.within({ units: [unitId] }, async (transaction: Transaction) => {
      const [row] = await transaction.query<ApplicantRow>(APPLICANT, [unitId, id]);
      if (row === undefined) return null;
      const subject = { type: 'dossier', id };
      const act = { author: asking, act: 'dossier.read', subject, officeAt: office.now };
      await this.#desk.note(transaction, unitId, auditLineOf(act));
      return maskedApplicant(row);
    });
  }
}

const sourceAnswer = (row: SourceRow): SourceAnswer => ({
  source: row.source,
  externalCode: row.external_code,
  sourceStatus: row.source_status,
  asOf: tellInstant(row.as_of as Instant | null),
  differences: row.differences ?? [],
});

const primaryFirst = (
  sources: readonly SourceAnswer[],
  { intake }: DossierState,
): readonly SourceAnswer[] => {
  const [primary] = intake.sources;
  const isPrimary = ({ source, externalCode }: SourceAnswer) =>
    source === primary?.source && externalCode === primary.externalCode;
  return [...sources.filter(isPrimary), ...sources.filter((source) => !isPrimary(source))];
};
