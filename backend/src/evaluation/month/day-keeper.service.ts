import { Inject, Injectable } from '@nestjs/common';
import type { Day, Instant } from '#domain/working-time';
import { EventStore, HistoryReader, KeyedHash, type Append } from '../../dossiers/index.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { SECRET_BOX, type SecretBox } from '../../platform/secret-box/secret-box.ts';
import { secretsOf } from '../../platform/secret-box/secrets.ts';
import { appendOf, type Keys } from './append-of.ts';
import { hasBegun, planDay, type Plan } from './plan.ts';
import { actsAfter, actsUntil, play, type Played } from './player.ts';
import { StageBook, type StageSet } from './stage-book.service.ts';

export interface DayAsked {
  readonly unitId: number;
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

const LOCK = `select pg_advisory_xact_lock(hashtextextended('evaluation day ' || $1, 0))`;

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
    const plans = planDay(asked.day).filter((plan) => hasBegun(plan, asked.now));
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
      await transaction.query(LOCK, [day]);
      const played = await this.#played(transaction, asked, { plans, stages });
      const appends = played.flatMap(({ append }) => append ?? []);
      for (const append of appends) await this.#append(transaction, append);
      return {
        moved: appends.length,
        refusals: played.flatMap(({ refusal }) => refusal ?? []),
      };
    });
  }

  async #append(transaction: Transaction, append: Append): Promise<void> {
    const { kind } = await this.#store.append(append, transaction);
    if (kind === 'known') throw new CodeTaken();
    if (kind !== 'appended') throw new Error(`A dossier of the living month is ${kind}`);
  }

  async #played(
    transaction: Transaction,
    { unitId, now, opens }: DayAsked,
    { plans, stages }: { readonly plans: readonly Plan[]; readonly stages: StageSet },
  ): Promise<readonly PlayedPlan[]> {
    const ids = plans.map(({ id }) => id);
    const stored = await transaction.query<StoredLast>(STORED, [unitId, ids]);
    const lasts = new Map(stored.map(({ id, last }) => [id, last]));
    const going = plans.filter(({ id }) => lasts.has(id) || opens);
    const waiting = going.filter((plan) => hasMore(plan, lasts.get(plan.id), now));
    const states = await this.#histories.read(
      unitId,
      waiting.flatMap(({ id }) => (lasts.has(id) ? [id] : [])),
    );
    return waiting.map((plan) => {
      const from = states.get(plan.id) ?? null;
      const stage = stages.for(plan);
      const played = play(plan, actsOf(plan, lasts.get(plan.id), now), from, stage);
      const { state } = played;
      const refusal = refusalOf(plan, played);
      if (state === null || state === from) return { refusal };
      const before = from?.version ?? 0;
      return { refusal, append: appendOf({ unitId, plan, stage, state, before, now }, this.#keys) };
    });
  }
}

interface StoredLast {
  readonly id: string;
  readonly last: number;
}

interface PlayedPlan {
  readonly append?: Append;
  readonly refusal: string | undefined;
}

const actsOf = (plan: Plan, last: number | undefined, now: Instant) =>
  (last === undefined ? actsUntil(plan, now) : actsAfter(plan, last, now)) ?? [];

const hasMore = (plan: Plan, last: number | undefined, now: Instant): boolean =>
  actsOf(plan, last, now).length > 0;

const refusalOf = ({ procedureCode }: Plan, { refused }: Played): string | undefined =>
  refused && `${procedureCode} ${refused.code}`;
