import { Inject, Injectable } from '@nestjs/common';
import type { DossierAnswer } from '#contract/dossiers';
import { decide, replay, type Decision, type DossierState, type Office } from '#domain/dossier';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { officerOf } from '../actor.ts';
import { dossierAnswer } from '../answer/dossier-answer.ts';
import { ApprovalRequests } from '../approval/approval-requests.service.ts';
import { expectedVersion, keyOf, type Asking } from '../asking.ts';
import { DossierPlaces } from '../dossier-places.service.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { problemOf } from '../refusal.ts';
import type { Replayed } from '../store/append.ts';
import { EventStore } from '../store/event-store.service.ts';
import type { AskedCommand, Attempt, CommandAnswer } from './attempt.ts';
import { domainCommand } from './domain-command.ts';
import { Keeper, notKept } from './keeper.service.ts';
import { References } from './references.service.ts';

/** House law: load, decide, keep; in the order of answers of contract §4. */
@Injectable()
export class CommandService {
  readonly #store: EventStore;
  readonly #places: DossierPlaces;
  readonly #offices: OfficeBook;
  readonly #keeper: Keeper;
  readonly #references: References;
  readonly #approvals: ApprovalRequests;

  // eslint-disable-next-line max-params -- the way of a command has these stations
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Keeper) keeper: Keeper,
    @Inject(References) references: References,
    @Inject(ApprovalRequests) approvals: ApprovalRequests,
  ) {
    this.#store = store;
    this.#places = places;
    this.#offices = offices;
    this.#keeper = keeper;
    this.#references = references;
    this.#approvals = approvals;
  }

  async carryOut(asking: Asking, id: string, asked: AskedCommand): Promise<CommandAnswer> {
    const { actor } = asking;
    const key = keyOf(asking, asked.body);
    const unitId = await this.#places.find(id, actor.unitIds);
    if (unitId === undefined) throw new ProblemError('not-found');
    const { state, replay: replayed } = await this.#store.load(unitId, id, key);
    if (state === null) throw new ProblemError('not-found');
    actor.require(`dossiers.${asked.type}`, unitId);
    if (replayed?.kind === 'keyReused') throw notKept(replayed);
    if (replayed !== null) return this.replayed(unitId, id, state, replayed);
    const expected = expectedVersion(asking);
    if (expected !== state.version) {
      throw new ProblemError('version-stale', { version: state.version });
    }
    return this.attempt({ ...asked, unitId, id, state, actor, author: asking, key });
  }

  /** Decides and keeps, on the version that was loaded. */
  async attempt(attempt: Attempt): Promise<CommandAnswer> {
    const { unitId, id, state, actor, type } = attempt;
    const officer = officerOf(actor, unitId, type);
    const { office } = await this.#offices.standing(unitId, state.intake, officer);
    const decision = decide(domainCommand(type, attempt.body, office.unit), state, office);
    if (!decision.ok) throw problemOf(decision.refusal);
    if (decision.value.kind === 'approval') {
      return this.#awaitApproval(attempt, decision.value, office);
    }
    await this.#references.check(unitId, id, decision.value.events);
    return this.#keep(attempt, decision.value.state, office);
  }

  /** The answer that was given before: of the version that the request made. */
  async replayed(
    unitId: number,
    id: string,
    state: DossierState,
    { status, id: made, version }: Replayed,
  ): Promise<CommandAnswer> {
    if (status === 202 && made !== null) return { kind: 'awaiting', approvalId: made };
    const then = replay(state.history.slice(0, version ?? state.version)) ?? state;
    return { kind: 'done', answer: await this.answerOf(unitId, id, then) };
  }

  /** Where a dossier stands, told by the clock of its last event: the same whenever it is told again. */
  async answerOf(unitId: number, id: string, state: DossierState): Promise<DossierAnswer> {
    const { office } = await this.#offices.standing(unitId, state.intake, {
      kind: 'system',
      id: 'answer',
    });
    return dossierAnswer({ unitId, id, state }, { ...office, now: recordedAt(state, office) });
  }

  async #awaitApproval(
    attempt: Attempt,
    approval: Extract<Decision, { readonly kind: 'approval' }>,
    office: Office,
  ): Promise<CommandAnswer> {
    const { unitId, id, state } = attempt;
    const requested = await this.#approvals.request({ attempt, approval, now: office.now });
    if (requested.kind === 'requested') {
      return { kind: 'awaiting', approvalId: requested.approvalId };
    }
    return this.replayed(unitId, id, state, requested);
  }

  async #keep(attempt: Attempt, after: DossierState, office: Office): Promise<CommandAnswer> {
    const { unitId, id, state, type, author, key, besides } = attempt;
    const appended = await this.#keeper.keep({
      ...{ unitId, id, state: after, office, author, key, act: `dossier.${type}`, status: 200 },
      expectedVersion: state.version,
      ...(besides !== undefined && { besides }),
    });
    if (appended.kind === 'replayed') {
      const { state: now } = await this.#store.load(unitId, id);
      return this.replayed(unitId, id, now ?? after, appended);
    }
    if (appended.kind !== 'appended') throw notKept(appended);
    return { kind: 'done', answer: dossierAnswer({ unitId, id, state: after }, office) };
  }
}

const recordedAt = (state: DossierState, office: Office) =>
  state.history.at(-1)?.recordedAt ?? office.now;
