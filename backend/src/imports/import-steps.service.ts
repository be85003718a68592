import { Inject, Injectable } from '@nestjs/common';
import type { ImportFailure, ImportState } from '#contract/imports';
import { instant, type Instant } from '#domain/working-time';
import { wakeUnit } from '../alerts/index.ts';
import { JobService } from '../jobs/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { Outbox } from '../platform/outbox/outbox.service.ts';
import type { JobDeclaration } from '../platform/queue/job.ts';
import type { JobRef } from '#contract/jobs';
import { Feed } from '../platform/realtime/feed.service.ts';
import { commitImport, rangesOf } from './import-jobs.ts';
import type { ImportKept, ImportRef } from './import-row.ts';
import { ImportStore } from './import-store.ts';
import { Ledger } from './ledger.ts';

/** The states of an import, one after another; whoever looks at it hears of each. */
@Injectable()
export class ImportSteps {
  readonly #store: ImportStore;
  readonly #ledger: Ledger;
  readonly #jobs: JobService;
  readonly #tenancy: Tenancy;
  readonly #outbox: Outbox;
  readonly #feed: Feed;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a step is a row, an order, a line of the feed and a bell
  constructor(
    @Inject(ImportStore) store: ImportStore,
    @Inject(Ledger) ledger: Ledger,
    @Inject(JobService) jobs: JobService,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Outbox) outbox: Outbox,
    @Inject(Feed) feed: Feed,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#store = store;
    this.#ledger = ledger;
    this.#jobs = jobs;
    this.#tenancy = tenancy;
    this.#outbox = outbox;
    this.#feed = feed;
    this.#clock = clock;
  }

  now(): Instant {
    return instant(this.#clock.officeNow());
  }

  /** Orders the work, in the transaction that makes it necessary. */
  order(
    transaction: Transaction,
    { unitId, id, actor }: Pick<ImportKept, 'unitId' | 'id' | 'actor'>,
    job: JobDeclaration<JobRef>,
    targets: readonly string[],
  ): Promise<string> {
    return this.#jobs.put(transaction, { job, unitId, actor, request: { importId: id }, targets });
  }

  /** What was checked is taken over from here on; where nothing is left to take over, it is done. */
  async beginCommit(
    transaction: Transaction,
    kept: ImportKept,
    from: readonly ImportState[],
  ): Promise<boolean> {
    const pending = await this.#ledger.hasPending(transaction, kept);
    const to = pending ? 'committing' : 'done';
    if (!(await this.#store.move(transaction, kept, { from, to, at: this.now() }))) return false;
    if (to === 'done') await wakeUnit(transaction, kept.unitId, this.now());
    if (pending) {
      const last = await this.#ledger.last(transaction, kept);
      await this.order(transaction, kept, commitImport, rangesOf(last));
    }
    await this.#store.eraseFile(transaction, kept);
    return true;
  }

  async end(
    transaction: Transaction,
    ref: ImportRef,
    from: readonly ImportState[],
    to: 'checked' | 'done' | 'cancelled',
  ): Promise<boolean> {
    const moved = await this.#store.move(transaction, ref, { from, to, at: this.now() });
    // What failed before it is answered by it.
    if (moved && to === 'done') await wakeUnit(transaction, ref.unitId, this.now());
    return moved;
  }

  /** Nothing more will come of it; what was said of persons goes. */
  async fail(ref: ImportRef, failure: ImportFailure): Promise<void> {
    const from = ['queued', 'checking', 'committing'] as const;
    await this.#tenancy.within({ units: [ref.unitId] }, async (transaction) => {
      const step = { from, to: 'failed', at: this.now(), failure } as const;
      if (!(await this.#store.move(transaction, ref, step))) return;
      await this.#store.eraseFile(transaction, ref);
      await wakeUnit(transaction, ref.unitId, this.now());
      await this.tell(transaction, ref);
    });
    this.announce();
  }

  /** Open pages look again at how far it is. */
  tell(transaction: Transaction, { unitId, id }: ImportRef): Promise<void> {
    const change = { op: 'changed', type: 'import', id } as const;
    return this.#feed.put(transaction, { unitId, at: this.now() }, [change]);
  }

  announce(): void {
    this.#outbox.announce();
    this.#feed.announce();
  }
}
