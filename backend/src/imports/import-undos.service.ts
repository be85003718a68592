import { Inject, Injectable } from '@nestjs/common';
import type {
  ImportAnswer,
  ImportUndoAnswer,
  ImportUndoItem,
  ImportUndoQuery,
  UndoAct,
} from '#contract/imports';
import { undoActs } from '#contract/imports';
import { AuditBook } from '../audit/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { importAnswer } from './import-answers.ts';
import { rangesOf, undoImport } from './import-jobs.ts';
import type { ImportKept } from './import-row.ts';
import { ImportSteps } from './import-steps.service.ts';
import { ImportStore } from './import-store.ts';
import { Ledger } from './ledger.ts';
import { UndoStore, type UndoLine, type UndoTally } from './undo-store.ts';

/** *Hoàn tác đợt nhập*: looked at first, then done by a worker. */
@Injectable()
export class ImportUndos {
  readonly #store: ImportStore;
  readonly #undos: UndoStore;
  readonly #ledger: Ledger;
  readonly #steps: ImportSteps;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;

  // eslint-disable-next-line max-params -- it is a row, a ledger, a job and a note
  constructor(
    @Inject(ImportStore) store: ImportStore,
    @Inject(UndoStore) undos: UndoStore,
    @Inject(Ledger) ledger: Ledger,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#store = store;
    this.#undos = undos;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#tenancy = tenancy;
    this.#audit = audit;
  }

  /** What it would do, if it were asked for now. */
  async look(actor: RequestActor, id: string, query: ImportUndoQuery): Promise<ImportUndoAnswer> {
    const kept = await this.#found(actor, id);
    const [after = 0] = readCursor(query.cursor, part.int) ?? [];
    const tally = await this.#undos.tally(kept);
    const rows = await this.#undos.lines(kept, after, query);
    const page = pageOfRows(rows, query.limit, { item: itemOf, key: (row) => [row.number] });
    return { ahead: counted(tally, false), done: counted(tally, true), ...page };
  }

  async ask(ask: Ask, id: string): Promise<ImportAnswer> {
    const found = await this.#found(ask.actor, id);
    await this.#tenancy.within({ units: [found.unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        await this.#begin(transaction, ask, found);
        return { id, result: undefined, status: 202 };
      }),
    );
    this.#steps.announce();
    return importAnswer(await this.#found(ask.actor, id));
  }

  async #begin(transaction: Transaction, { actor, from }: Ask, found: ImportKept): Promise<void> {
    const kept = await this.#store.lock(transaction, found);
    if (kept?.undoable !== true) throw new ProblemError('import-not-undoable');
    const { unitId, id } = kept;
    const asked = { kind: actor.kind, id: actor.id };
    await this.#undos.begin(transaction, kept, { actor: asked, at: this.#steps.now() });
    const ranges = rangesOf(await this.#ledger.last(transaction, kept));
    await this.#steps.order(transaction, { unitId, id, actor: asked }, undoImport, ranges);
    const subject = { type: 'import', id };
    await this.#audit.write(transaction, { unitId, actor, subject, from, act: 'import.undone' });
    await this.#steps.tell(transaction, kept);
  }

  async #found(actor: RequestActor, id: string): Promise<ImportKept> {
    const kept = await this.#store.find(actor.covers('imports.read', undefined), id);
    if (kept === undefined) throw new ProblemError('not-found');
    return kept;
  }
}

const counted = (tally: readonly UndoTally[], done: boolean): Readonly<Record<UndoAct, number>> => {
  const of = (act: UndoAct): number =>
    tally.find((each) => each.act === act && each.done === done)?.count ?? 0;
  return Object.fromEntries(undoActs.map((act) => [act, of(act)])) as Record<UndoAct, number>;
};

const itemOf = ({
  number,
  dossierId,
  code,
  state,
  act,
  reason,
  done,
}: UndoLine): ImportUndoItem => ({
  ...{ number, dossierId, code, state, act, reason, done },
});
