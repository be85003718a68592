import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { ApplicantBook, EventStore } from '../dossiers/index.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import type { Range } from './import-jobs.ts';
import type { ImportKept, ImportRef, PendingRow } from './import-row.ts';
import { ImportSteps } from './import-steps.service.ts';
import { ImportStore } from './import-store.ts';
import { Ledger, type Settled } from './ledger.ts';
import { Overtaken, TRIES, isAboutRow, isPassing } from './passing.ts';
import type { Plan } from './plan.ts';
import { Planner } from './planner.service.ts';
import { putRecords } from './source-records.ts';
import { keepTraces, traced } from './traces.ts';

const WHOLE = Number.MAX_SAFE_INTEGER;

/**
 * Takes rows over, some dozens in a transaction: their events, their place in the ledger and the counts are kept
 * together, so that a kill at any point loses nothing and doubles nothing.
 */
@Injectable()
export class Committer {
  readonly #store: ImportStore;
  readonly #ledger: Ledger;
  readonly #planner: Planner;
  readonly #steps: ImportSteps;
  readonly #events: EventStore;
  readonly #applicants: ApplicantBook;
  readonly #tenancy: Tenancy;
  readonly #log: Logger;

  // eslint-disable-next-line max-params -- the ledger, the law and the store meet here
  constructor(
    @Inject(ImportStore) store: ImportStore,
    @Inject(Ledger) ledger: Ledger,
    @Inject(Planner) planner: Planner,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(EventStore) events: EventStore,
    @Inject(ApplicantBook) applicants: ApplicantBook,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(LOG) log: Logger,
  ) {
    this.#store = store;
    this.#ledger = ledger;
    this.#planner = planner;
    this.#steps = steps;
    this.#events = events;
    this.#applicants = applicants;
    this.#tenancy = tenancy;
    this.#log = log;
  }

  /** Until nothing of the range is left, or somebody stopped the import; a range is soon done. */
  async commit(ref: ImportRef, range: Range): Promise<void> {
    await this.#tenancy.ask({ units: [ref.unitId] }, 'select learn_sizes()');
    while (await this.#some(ref, range, WHOLE)) {
      this.#steps.announce();
    }
    this.#steps.announce();
  }

  /** Together; where one of them cannot be kept, one by one, and that one alone is wrong. */
  async #some(ref: ImportRef, range: Range, limit: number): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#together(ref, range, limit);
      } catch (error) {
        if (isPassing(error) && tries < TRIES) continue;
        if (!isAboutRow(error)) throw error;
        if (limit > 1) return this.#some(ref, range, 1);
        this.#log.error({ err: error, importId: ref.id }, 'a row could not be taken over');
        return this.#refuse(ref, range);
      }
    }
  }

  #together(ref: ImportRef, range: Range, limit: number): Promise<boolean> {
    return this.#withPending(ref, range, limit, async (transaction, kept, rows) => {
      const office = await this.#planner.office(ref.unitId);
      const told = rows.map((row) => row.told);
      const plans = await this.#planner.plan(kept, office, told, 'keep');
      await keepTraces(transaction, ref, traced(rows, plans));
      await this.#keep(transaction, kept, plans);
      await this.#ledger.settle(
        transaction,
        ref,
        plans.map((plan, index) => settled(rows, plan, index)),
      );
    });
  }

  async #keep(transaction: Transaction, ref: ImportKept, plans: readonly Plan[]): Promise<void> {
    const appends = plans.flatMap(({ append }) => append ?? []);
    const answers = await this.#events.appendMany(appends, transaction);
    if (answers.some(({ kind }) => kind !== 'appended')) throw new Overtaken();
    await putRecords(
      transaction,
      ref.unitId,
      plans.flatMap(({ record }) => record ?? []),
    );
    await this.#applicants.put(transaction, ref.unitId, {
      changes: plans.flatMap(({ applicant }) => applicant ?? []),
      ...{ actor: ref.actor, importId: ref.id, at: this.#steps.now() },
    });
  }

  /** The first row of the range is told to be wrong, for a reason nobody foresaw. */
  #refuse(ref: ImportRef, range: Range): Promise<boolean> {
    return this.#withPending(ref, range, 1, async (transaction, _kept, [row]) => {
      if (row === undefined) return;
      const faults = [{ column: '', code: 'unexpected' }] as const;
      const refused = { number: row.number, was: row.kind, differences: [], faults };
      await this.#ledger.settle(transaction, ref, [{ ...refused, kind: 'wrong' }]);
    });
  }

  /** False when nothing of the range is left to do; the last row of all ends the import. */
  #withPending(
    ref: ImportRef,
    range: Range,
    limit: number,
    work: (
      transaction: Transaction,
      kept: ImportKept,
      rows: readonly PendingRow[],
    ) => Promise<void>,
  ): Promise<boolean> {
    return this.#tenancy.within({ units: [ref.unitId] }, async (transaction) => {
      const kept = await this.#store.lock(transaction, ref);
      if (kept?.state !== 'committing') return false;
      const size = Math.min(limit, range.to - range.from + 1);
      const pending = await this.#ledger.pending(transaction, ref, { ...range, limit: size });
      const rows = untilSameDossier(pending);
      if (rows.length > 0) await work(transaction, kept, rows);
      // The counts say what is left, under the lock: nobody has to look for it among all rows.
      if (kept.done + rows.length === kept.rows) {
        await this.#steps.end(transaction, ref, ['committing'], 'done');
      }
      await this.#steps.tell(transaction, ref);
      return rows.length < pending.length || pending.length === limit;
    });
  }
}

const settled = (rows: readonly PendingRow[], { outcome }: Plan, index: number): Settled => {
  const row = rows[index];
  if (row === undefined) throw new Error('A plan for no row');
  return { ...outcome, number: row.number, was: row.kind };
};

/** Rows up to the first that tells of a dossier another one before it has told of: that one is planned later. */
function untilSameDossier(rows: readonly PendingRow[]): readonly PendingRow[] {
  const names = new Set<string>();
  const place = rows.findIndex(({ told }) => {
    const own = [`${told.source}\n${told.externalCode}`, told.officialCode ?? []].flat();
    const isKnown = own.some((name) => names.has(name));
    for (const name of own) names.add(name);
    return isKnown;
  });
  return place < 0 ? rows : rows.slice(0, place);
}
