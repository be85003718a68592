import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Page } from '#contract/list';
import type {
  Finding,
  FindingsQuery,
  NewExplanation,
  NewReconciliation,
  Reconciliation,
  ReconciliationSaying,
  ReconciliationsQuery,
} from '#contract/reconciliations';
import { formatDay, instant, type Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { isUuid } from '../platform/auth/path-id.ts';
import type { Locator } from '../platform/auth/policy.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { END_OF_TIME, LAST_ID, pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { ReconciliationHistory } from './reconciliation-history.ts';
import { Reconciler } from './reconciler.service.ts';
import {
  findingAnswer,
  reconciliationAnswer,
  type ReconciliationRow,
} from './reconciliation-row.ts';
import { ReconciliationStore } from './reconciliation-store.ts';

/** *Đối soát*: made once and kept, so that a report can be held against it later. */
@Injectable()
export class Reconciliations implements Locator {
  readonly #reconciler: Reconciler;
  readonly #store: ReconciliationStore;
  readonly #history: ReconciliationHistory;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- what is found, where it is kept, who is told and when
  constructor(
    @Inject(Reconciler) reconciler: Reconciler,
    @Inject(ReconciliationStore) store: ReconciliationStore,
    @Inject(ReconciliationHistory) history: ReconciliationHistory,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#reconciler = reconciler;
    this.#store = store;
    this.#history = history;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    const row = isUuid(id) ? await this.#store.find(units, id) : undefined;
    return row && [row.unitId];
  }

  async make(wanted: NewReconciliation, { actor, from, asking }: Ask): Promise<Reconciliation> {
    const unitId = actor.choose('reconciliations.write', wanted.unitId).id;
    const { cells, findings, ...found } = await this.#reconciler.reconcile(actor, unitId, wanted);
    const { source, importId = null } = wanted;
    const period = { from: formatDay(wanted.from), to: formatDay(wanted.to) };
    const madeAt = this.#now();
    const done = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, asking, async () => {
        const id = randomUUID();
        const made = { ...{ unitId, id, source, ...period, importId, cells, madeAt }, ...found };
        await this.#store.add(transaction, { ...made, madeBy: actor.id }, findings);
        await this.#audit.write(transaction, {
          ...{ unitId, actor, from, act: 'reconciliation.made' },
          subject: { type: 'reconciliation', id },
          facts: { after: { source, ...period, findings: findings.length } },
        });
        return { id, result: undefined };
      }),
    );
    return reconciliationAnswer(await this.#get([unitId], done.id));
  }

  async list(
    actor: RequestActor,
    { unitId, source, limit, cursor }: ReconciliationsQuery,
  ): Promise<Page<Reconciliation>> {
    const units = actor.covers('reconciliations.read', unitId);
    const [at, id] = readCursor(cursor, part.moment, part.uuid) ?? [];
    const before = {
      at: at === undefined ? END_OF_TIME : sqlInstant(instant(at)),
      ...{ id: id ?? LAST_ID, limit: limit + 1 },
    };
    const rows = await this.#store.list(units, source, before);
    return pageOfRows(rows, limit, {
      item: reconciliationAnswer,
      key: (row) => [row.madeAt, row.id],
    });
  }

  async one(actor: RequestActor, id: string): Promise<Reconciliation> {
    return reconciliationAnswer(
      await this.#get(actor.covers('reconciliations.read', undefined), id),
    );
  }

  async findings(
    actor: RequestActor,
    id: string,
    { kind, limit, cursor }: FindingsQuery,
  ): Promise<Page<Finding>> {
    const row = await this.#get(actor.covers('reconciliations.read', undefined), id);
    const [after = 0] = readCursor(cursor, part.int) ?? [];
    const asked = { limit: limit + 1, ...(kind !== undefined && { kind }) };
    const rows = await this.#store.findings(row, asked, { after });
    return pageOfRows(rows, limit, { item: findingAnswer, key: ({ number }) => [number] });
  }

  /** Everything that was said of its differences, the newest first. */
  async history(actor: RequestActor, id: string): Promise<readonly ReconciliationSaying[]> {
    const row = await this.#get(actor.covers('reconciliations.read', undefined), id);
    return this.#history.of(row);
  }

  /** A cause found by a person, and who sees to it; the last word counts. */
  async explain(
    { actor, from, asking }: Ask,
    { id, number }: { readonly id: string; readonly number: number },
    said: NewExplanation,
  ): Promise<Finding> {
    const row = await this.#get(actor.covers('reconciliations.write', undefined), id);
    await this.#finding(row, number);
    await this.#checkOwner(row.unitId, said.ownerId);
    await this.#tenancy.within({ units: [row.unitId] }, (transaction) =>
      once(transaction, asking, async () => {
        await this.#store.explain(transaction, row, number, {
          ...{ ...said, by: actor.id, at: this.#now() },
        });
        await this.#audit.write(transaction, {
          ...{ unitId: row.unitId, actor, from, act: 'reconciliation.explained' },
          subject: { type: 'reconciliation', id },
          // Words people write stay out of the audit; they are kept beside the finding, each of them.
          facts: { after: { number, cause: said.cause, ownerId: said.ownerId } },
        });
        return { id, result: undefined, status: 200 };
      }),
    );
    return findingAnswer(await this.#finding(row, number));
  }

  /** Whoever is to see to it works here. */
  async #checkOwner(unitId: number, ownerId: string | undefined): Promise<void> {
    if (ownerId === undefined || (await this.#history.mayOwn(unitId, ownerId))) return;
    throw new ProblemError('value-out-of-range', {}, [{ path: 'ownerId', code: 'out-of-range' }]);
  }

  async #finding(row: ReconciliationRow, number: number) {
    const [finding] = await this.#store.findings(row, { limit: 1 }, { after: 0, only: number });
    if (finding === undefined) throw new ProblemError('not-found');
    return finding;
  }

  async #get(units: readonly number[], id: string): Promise<ReconciliationRow> {
    const row = await this.#store.find(units, id);
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  #now(): Instant {
    return instant(this.#clock.officeNow());
  }
}
