import { Inject, Injectable } from '@nestjs/common';
import { domainCommand, type DossierAnswer } from '#contract/dossiers';
import {
  asWhoeverMay,
  decide,
  replay,
  type Decision,
  type DossierState,
  type Office,
} from '#domain/dossier';
import type { KeptAnswer } from '../../platform/idempotency/kept-answer.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { officersOf } from '../actor.ts';
import { dossierAnswer } from '../answer/dossier-answer.ts';
import { ApprovalRequests } from '../approval/approval-requests.service.ts';
import { expectedVersion, keyOf, type Asking } from '../asking.ts';
import { DossierPlaces } from '../dossier-places.service.ts';
import type { WatchedOffice } from '../answer/signals.ts';
import { OfficeBook } from '../office/office-book.service.ts';
import { problemOf } from '../refusal.ts';
import { EventStore } from '../store/event-store.service.ts';
import type { AskedCommand, Attempt, CommandAnswer } from './attempt.ts';
import { Keeper, notKept } from './keeper.service.ts';
import { RefusalBook } from './refusal-book.service.ts';
import { References } from './references.service.ts';

/** Calendars do not change twice while a command is under way; if they do, the asker asks again. */
const TRIES = 3;

/** House law: load, decide, keep; in the order of answers of contract §4. */
@Injectable()
export class CommandService {
  readonly #store: EventStore;
  readonly #places: DossierPlaces;
  readonly #offices: OfficeBook;
  readonly #keeper: Keeper;
  readonly #references: References;
  readonly #approvals: ApprovalRequests;
  readonly #refusals: RefusalBook;

  // eslint-disable-next-line max-params -- the way of a command has these stations
  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(DossierPlaces) places: DossierPlaces,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Keeper) keeper: Keeper,
    @Inject(References) references: References,
    @Inject(ApprovalRequests) approvals: ApprovalRequests,
    @Inject(RefusalBook) refusals: RefusalBook,
  ) {
    this.#store = store;
    this.#places = places;
    this.#offices = offices;
    this.#keeper = keeper;
    this.#references = references;
    this.#approvals = approvals;
    this.#refusals = refusals;
  }

  async carryOut(asking: Asking, id: string, asked: AskedCommand): Promise<CommandAnswer> {
    const { actor } = asking;
    const key = keyOf(asking);
    const expected = expectedVersion(asking);
    const unitId = await this.#places.find(id, actor.unitIds, asked.body.unitId);
    if (unitId === undefined) throw new ProblemError('not-found');
    const { state, replay: replayed, head } = await this.#store.load(unitId, id, key);
    if (state === null) throw new ProblemError('not-found');
    actor.require(`dossiers.${asked.type}`, unitId);
    if (replayed?.kind === 'keyReused') throw notKept(replayed);
    if (replayed !== null) return this.replayed(unitId, id, state, replayed);
    if (expected === undefined) throw new ProblemError('version-required');
    if (expected !== state.version) {
      throw new ProblemError('version-stale', { version: state.version });
    }
    return this.attempt({ ...asked, unitId, id, state, actor, author: asking, key, head });
  }

  /** Decides and keeps, on the version that was loaded; a refusal is written down. */
  async attempt(attempt: Attempt): Promise<CommandAnswer> {
    const { unitId, id, state, author, type } = attempt;
    try {
      return await this.#attempt(attempt);
    } catch (error) {
      const facts = { version: state.version };
      await this.#refusals.note(error, { unitId, id, author, act: `dossier.${type}`, facts });
      throw error;
    }
  }

  async #attempt(attempt: Attempt): Promise<CommandAnswer> {
    for (let tries = 1; ; tries += 1) {
      // What was told along with the dossier is the office as it was; the next try asks again.
      const answer = await this.#decide(attempt, tries === 1 ? attempt.head : undefined);
      if (answer !== 'calendarMoved') return answer;
      if (tries === TRIES) throw notKept({ kind: answer });
    }
  }

  async #decide(attempt: Attempt, head: Attempt['head']): Promise<CommandAnswer | 'calendarMoved'> {
    const { unitId, state, actor, type } = attempt;
    const officers = attempt.officers ?? officersOf(actor, unitId, type);
    const { office: asOneself } = await this.#offices.standing({
      ...{ unitId, head },
      intake: state.intake,
      actor: officers[0],
    });
    const command = domainCommand(type, attempt.body, asOneself.unit);
    const { officer, answer: decision } = asWhoeverMay(officers, (each) =>
      decide(command, state, { ...asOneself, actor: each }),
    );
    const office = { ...asOneself, actor: officer };
    if (!decision.ok) throw problemOf(decision.refusal, attempt.body);
    if (decision.value.kind === 'approval') {
      return this.#awaitApproval(attempt, decision.value, office);
    }
    await this.#references.check(attempt, decision.value.events);
    return this.#keep(attempt, decision.value.state, office);
  }

  /** The answer that was given before: of the version that the request made. */
  async replayed(
    unitId: number,
    id: string,
    state: DossierState,
    { status, id: made, version }: KeptAnswer,
  ): Promise<CommandAnswer> {
    if (status === 202 && made !== null) return { kind: 'awaiting', approvalId: made };
    const then = replay(state.history.slice(0, version ?? state.version)) ?? state;
    return { kind: 'done', answer: await this.answerOf(unitId, id, then) };
  }

  /** Where a dossier stands, told by the clock of its last event: the same whenever it is told again. */
  async answerOf(unitId: number, id: string, state: DossierState): Promise<DossierAnswer> {
    const { office } = await this.#offices.standing({
      unitId,
      intake: state.intake,
      actor: { kind: 'system', id: 'answer' },
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
    return this.replayed(unitId, id, state, requested.answer);
  }

  async #keep(
    attempt: Attempt,
    after: DossierState,
    office: WatchedOffice,
  ): Promise<CommandAnswer | 'calendarMoved'> {
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
    if (appended.kind === 'calendarMoved') return appended.kind;
    if (appended.kind !== 'appended') throw notKept(appended);
    return { kind: 'done', answer: dossierAnswer({ unitId, id, state: after }, office) };
  }
}

const recordedAt = (state: DossierState, office: Office) =>
  state.history.at(-1)?.recordedAt ?? office.now;
