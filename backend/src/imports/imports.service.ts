import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type {
  ImportAnswer,
  ImportRow,
  ImportRowsQuery,
  ImportsQuery,
  NewImport,
} from '#contract/imports';
import type { Page } from '#contract/list';
import type { Instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import type { Locator } from '../platform/auth/policy.ts';
import { isUuid } from '../platform/auth/path-id.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { once } from '../platform/idempotency/once.ts';
import { END_OF_TIME, LAST_ID, pageOfRows, part, readCursor } from '../platform/list/page.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { importAnswer, rowAnswer } from './import-answers.ts';
import type { WrongRow } from './errors-xlsx.ts';
import { checkImport } from './import-jobs.ts';
import type { ImportKept, ImportRef } from './import-row.ts';
import { ImportSteps } from './import-steps.service.ts';
import { ImportStore } from './import-store.ts';
import { Layouts } from './layouts.service.ts';
import { Ledger } from './ledger.ts';
import { probe } from './list-source.ts';

export const sha256Of = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** Later than any import there will be: the first page begins there. */
const PAGE = 500;

/** Imports as people ask for them. */
@Injectable()
export class Imports implements Locator {
  readonly #store: ImportStore;
  readonly #ledger: Ledger;
  readonly #steps: ImportSteps;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #layouts: Layouts;

  // eslint-disable-next-line max-params -- an import is a row, a ledger, a job and a note
  constructor(
    @Inject(ImportStore) store: ImportStore,
    @Inject(Ledger) ledger: Ledger,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Layouts) layouts: Layouts,
  ) {
    this.#store = store;
    this.#ledger = ledger;
    this.#steps = steps;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#layouts = layouts;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    const kept = isUuid(id) ? await this.#store.find(units, id) : undefined;
    return kept && [kept.unitId];
  }

  /** Takes a list in, or says why no row of it could be read. Rows are read by a worker. */
  async take(asked: NewImport, bytes: Uint8Array, ask: Ask): Promise<string> {
    const unitId = ask.actor.choose('imports.write', asked.unitId).id;
    const now = this.#steps.now();
    if (asked.exportedAt !== undefined && asked.exportedAt > now) {
      throw new ProblemError('exported-in-future', {}, [
        { path: 'exportedAt', code: 'exported-in-future' },
      ]);
    }
    const rows = await this.#rowsOf(asked, bytes);
    const read = await this.#layouts.asked(unitId, asked, rows);
    probe(asked.profile, rows, read);
    const taken = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const id = await this.#insert(transaction, { asked, read, bytes, rows, ask, unitId, now });
        return { id, result: undefined };
      }),
    );
    this.#steps.announce();
    return taken.id;
  }

  async get(actor: RequestActor, id: string): Promise<ImportAnswer> {
    return importAnswer(await this.#found(actor, id));
  }

  async list(actor: RequestActor, query: ImportsQuery): Promise<Page<ImportAnswer>> {
    const [at, id] = readCursor(query.cursor, part.moment, part.uuid) ?? [undefined, LAST_ID];
    const units = actor.covers('imports.read', query.unitId);
    const before = { at: at === undefined ? END_OF_TIME : sqlInstant(at), id };
    const rows = await this.#store.list(units, before, query.limit + 1);
    return pageOfRows(rows, query.limit, {
      item: importAnswer,
      key: (row) => [row.createdAt, row.id],
    });
  }

  async rows(actor: RequestActor, id: string, query: ImportRowsQuery): Promise<Page<ImportRow>> {
    const kept = await this.#found(actor, id);
    const [after = 0] = readCursor(query.cursor, part.int) ?? [];
    const seesPersons = actor.may('personalData.read', kept.unitId);
    const rows = await this.#ledger.list(kept, after, query);
    return pageOfRows(rows, query.limit, {
      item: (row) => rowAnswer(row, seesPersons),
      key: (row) => [row.number],
    });
  }

  /** Every wrong row, with what stands in it only for who may see persons. */
  async wrong(actor: RequestActor, id: string): Promise<Wrong> {
    const kept = await this.#found(actor, id);
    const seesPersons = actor.may('personalData.read', kept.unitId);
    const wrong: WrongRow[] = [];
    for (let after = 0; ;) {
      const rows = await this.#ledger.list(kept, after, { kind: 'wrong', limit: PAGE });
      for (const row of rows) wrong.push({ row, seesPersons });
      if (rows.length <= PAGE) return { kept, wrong };
      after = rows.at(-1)?.number ?? after;
    }
  }

  commit(ask: Ask, id: string): Promise<ImportAnswer> {
    return this.#act(ask, id, 'import.committed', async (transaction, kept) => {
      if (!(await this.#steps.beginCommit(transaction, kept, ['checked']))) {
        throw new ProblemError('import-not-checked', { state: kept.state });
      }
    });
  }

  cancel(ask: Ask, id: string): Promise<ImportAnswer> {
    return this.#act(ask, id, 'import.cancelled', async (transaction, kept) => {
      const from = ['queued', 'checking', 'checked', 'committing'] as const;
      if (!(await this.#steps.end(transaction, kept, from, 'cancelled'))) {
        throw new ProblemError('import-not-running', { state: kept.state });
      }
      await this.#store.eraseFile(transaction, kept);
      await this.#ledger.eraseBodies(transaction, kept);
    });
  }

  #rowsOf({ profile, text }: NewImport, bytes: Uint8Array): Promise<Buffer> {
    if (profile === 'dossiers-ndjson') {
      const { buffer, byteOffset, byteLength } = bytes;
      return Promise.resolve(Buffer.from(buffer, byteOffset, byteLength));
    }
    return this.#layouts.rows(text === undefined ? bytes : text);
  }

  async #insert(transaction: Transaction, taking: Taking): Promise<string> {
    const { asked, read, bytes, rows, ask, unitId, now } = taking;
    const sha256 = sha256Of(bytes);
    const { profile, dryRun } = asked;
    const seen = await this.#store.firstSeen(transaction, unitId, sha256);
    const kept = {
      ...{ unitId, id: randomUUID(), profile, dryRun, sha256, bytes: rows, at: now },
      actor: { kind: ask.actor.kind, id: ask.actor.id },
      asked: read,
      exportedAt: asked.exportedAt ?? seen ?? now,
    };
    await this.#store.insert(transaction, kept);
    await this.#steps.order(transaction, kept, checkImport, ['whole']);
    await this.#note(transaction, ask, kept, { act: 'import.taken', facts: { profile, dryRun } });
    await this.#steps.tell(transaction, kept);
    return kept.id;
  }

  async #act(
    ask: Ask,
    id: string,
    act: string,
    work: (transaction: Transaction, kept: ImportKept) => Promise<void>,
  ): Promise<ImportAnswer> {
    const found = await this.#found(ask.actor, id);
    await this.#tenancy.within({ units: [found.unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const kept = await this.#store.lock(transaction, found);
        if (kept === undefined) throw new ProblemError('not-found');
        await work(transaction, kept);
        await this.#note(transaction, ask, kept, { act });
        await this.#steps.tell(transaction, kept);
        return { id, result: undefined };
      }),
    );
    this.#steps.announce();
    return this.get(ask.actor, id);
  }

  async #note(
    transaction: Transaction,
    { actor, from }: Ask,
    { unitId, id }: ImportRef,
    done: Pick<Note, 'act'> & Partial<Pick<Note, 'facts'>>,
  ): Promise<void> {
    const subject = { type: 'import', id };
    await this.#audit.write(transaction, { unitId, actor, subject, from, ...done });
  }

  async #found(actor: RequestActor, id: string): Promise<ImportKept> {
    const kept = await this.#store.find(actor.covers('imports.read', undefined), id);
    if (kept === undefined) throw new ProblemError('not-found');
    return kept;
  }
}

interface Wrong {
  readonly kept: ImportKept;
  readonly wrong: readonly WrongRow[];
}

type Note = Parameters<AuditBook['write']>[1];

interface Taking {
  readonly asked: NewImport;
  readonly read: ImportKept['asked'];
  readonly bytes: Uint8Array;
  /** The rows of the file: what it was before nobody needs again. */
  readonly rows: Buffer;
  readonly ask: Ask;
  readonly unitId: number;
  readonly now: Instant;
}
