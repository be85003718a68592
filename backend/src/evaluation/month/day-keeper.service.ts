import { Inject, Injectable } from '@nestjs/common';
import type { DossierState } from '#domain/dossier';
import type { Day, Instant } from '#domain/working-time';
import { EventStore, HistoryReader, KeyedHash, type Append } from '../../dossiers/index.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { secretsOf } from '../../platform/secret-box/secrets.ts';
import { appendOf, type Keys } from './append-of.ts';
import { XA_MAU, hasBegun, planDay, type Plan, type PlannedOffice } from './plan.ts';
import { actsAfter, actsUntil, play, type Played, type Stage } from './player.ts';
import type { Act } from './script.ts';
import { StageBook, type StageSet } from './stage-book.service.ts';

export interface DayAsked {
  readonly unitId: number;
  /** Whose days they are; of the sample commune where nothing is said. */
  readonly office?: PlannedOffice | undefined;
  readonly day: Day;
  readonly now: Instant;
  /** Whether dossiers that are not there yet are made; else only those there go on. */
  readonly opens: boolean;
}

export interface DayKept {
  /** Dossiers that were made or went on. */
  readonly moved: number;
  /** Stories that the office as it is now would not let go on. */
  readonly refusals: readonly string[];
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended('evaluation day ' || $1 || ' ' || $2, 0))`;

const STORED = `select dossier.id, event.recorded_at as last from dossier
  join dossier_event as event on event.unit_id = dossier.unit_id and event.dossier_id = dossier.id
    and event.version = dossier.version
  where dossier.unit_id = $1 and dossier.id = any ($2::uuid[])`;

/** Somebody has used the plan's official code for a dossier of his own. */
class CodeTaken extends Error {}

/** Plays the dossiers of one day on to now and keeps them: all of them, or none. */
@Injectable()
export class DayKeeper {
  readonly #tenancy: Tenancy;
  readonly #store: EventStore;
  readonly #histories: HistoryReader;
  readonly #stages: StageBook;
  readonly #keys: Keys;

  // eslint-disable-next-line max-params -- everything a dossier is kept with meets here
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(EventStore) store: EventStore,
    @Inject(HistoryReader) histories: HistoryReader,
    @Inject(StageBook) stages: StageBook,
    @Inject(SECRET_BOX) box: SecretBox,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#tenancy = tenancy;
    this.#store = store;
    this.#histories = histories;
    this.#stages = stages;
    this.#keys = { box, hashes: new KeyedHash(secretsOf(environment)) };
  }

  async keep(asked: DayAsked): Promise<DayKept> {
    const plans = planDay(asked.day, asked.office).filter((plan) => hasBegun(plan, asked.now));
    if (plans.length === 0) return { moved: 0, refusals: [] };
    const stages = await this.#stages.setFor(asked.unitId, plans);
    try {
      return await this.#keepTogether(asked, plans, stages);
    } catch (error) {
      if (!(error instanceof CodeTaken)) throw error;
      return this.#keepApart(asked, plans, stages);
    }
  }

  async #keepApart(asked: DayAsked, plans: readonly Plan[], stages: StageSet): Promise<DayKept> {
    let [moved, refusals]: [number, readonly string[]] = [0, []];
    for (const plan of plans) {
      try {
        const kept = await this.#keepTogether(asked, [plan], stages);
        moved += kept.moved;
        refusals = [...refusals, ...kept.refusals];
      } catch (error) {
        // The code is the visitor's; the plan's dossier is not told.
        if (!(error instanceof CodeTaken)) throw error;
      }
    }
    return { moved, refusals };
  }

  #keepTogether(asked: DayAsked, plans: readonly Plan[], stages: StageSet): Promise<DayKept> {
    const { unitId, day } = asked;
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.query(LOCK, [unitId, day]);
      let moved = 0;
      const refusals: string[] = [];
      const waiting = await this.#waiting(transaction, asked, plans);
      // One played, one kept: between them others are answered.
      for (const each of waiting) {
        const { append, refusal } = this.#played(asked, each, stages.for(each.plan));
        if (append !== undefined) await this.#append(transaction, append);
        moved += append === undefined ? 0 : 1;
        if (refusal !== undefined) refusals.push(refusal);
      }
      return { moved, refusals };
    });
  }

  async #append(transaction: Transaction, append: Append): Promise<void> {
    const { kind } = await this.#store.append(append, transaction);
    if (kind === 'known') throw new CodeTaken();
    if (kind !== 'appended') throw new Error(`A dossier of the living month is ${kind}`);
  }

  /** The plans of which something has to be played, with what is stored of them. */
  async #waiting(
    transaction: Transaction,
    { unitId, now, opens }: DayAsked,
    plans: readonly Plan[],
  ): Promise<readonly Waiting[]> {
    const ids = plans.map(({ id }) => id);
    const stored = await transaction.query<StoredLast>(STORED, [unitId, ids]);
    const lasts = new Map(stored.map(({ id, last }) => [id, last]));
    const waiting = plans
      .filter(({ id }) => lasts.has(id) || opens)
      .map((plan) => ({ plan, acts: actsOf(plan, lasts.get(plan.id), now) }))
      .filter(({ acts }) => acts.length > 0);
    const there = waiting.map(({ plan }) => plan.id).filter((id) => lasts.has(id));
    const states = await this.#histories.read(unitId, there);
    return waiting.map((each) => ({ ...each, from: states.get(each.plan.id) ?? null }));
  }

  #played(
    { unitId, now, office = XA_MAU }: DayAsked,
    { plan, acts, from }: Waiting,
    stage: Stage,
  ): PlayedPlan {
    const played = play(plan, acts, from, stage);
    const { state } = played;
    const refusal = refusalOf(plan, played);
    if (state === null || state === from) return { refusal };
    const before = from?.version ?? 0;
    const isWatched = office === XA_MAU;
    const performance = {
      unitId,
      isWatched,
      unitCode: office.code,
      plan,
      stage,
      state,
      before,
      now,
    };
    return { refusal, append: appendOf(performance, this.#keys) };
  }
}

interface Waiting {
  readonly plan: Plan;
  readonly acts: readonly Act[];
  readonly from: DossierState | null;
}

interface StoredLast {
  readonly id: string;
  readonly last: number;
}

interface PlayedPlan {
  readonly append?: Append;
  readonly refusal: string | undefined;
}

const actsOf = (plan: Plan, last: number | undefined, now: Instant): readonly Act[] =>
  (last === undefined ? actsUntil(plan, now) : actsAfter(plan, last, now)) ?? [];

const refusalOf = ({ procedureCode }: Plan, { refused }: Played): string | undefined =>
  refused && `${procedureCode} ${refused.code}`;
