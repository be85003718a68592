import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportFailure, NewImport } from '#contract/imports';
import type { ProblemCode } from '#contract/problem';
import { wakeUnit } from '../../alerts/index.ts';
import { AuditBook } from '../../audit/index.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { ImportSteps } from '../import-steps.service.ts';
import { ImportStore } from '../import-store.ts';
import { Imports, sha256Of } from '../imports.service.ts';

/** A list nobody has said yet what it means: a program cannot be asked, a person is. */
const NEEDS_A_PERSON: readonly ProblemCode[] = [
  'not-a-dossier-list',
  'columns-missing',
  'column-given-twice',
  'channel-required',
];

const HELD = `select 1 as one from import where unit_id = $1 and sha256 = $2
  and state not in ('failed', 'cancelled') limit 1`;

/** Where a list came in that could not be read: what became of it, and why. */
interface Taken {
  readonly id: string;
  readonly refusal?: ProblemCode;
}

/** Lists that programs bring: what needs a person waits for one and is told as *nhập dữ liệu không được*. */
@Injectable()
export class MachineDoor {
  readonly #imports: Imports;
  readonly #store: ImportStore;
  readonly #steps: ImportSteps;
  readonly #audit: AuditBook;
  readonly #tenancy: Tenancy;

  // eslint-disable-next-line max-params -- a list that waits is a row, a step and a note
  constructor(
    @Inject(Imports) imports: Imports,
    @Inject(ImportStore) store: ImportStore,
    @Inject(ImportSteps) steps: ImportSteps,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#imports = imports;
    this.#store = store;
    this.#steps = steps;
    this.#audit = audit;
    this.#tenancy = tenancy;
  }

  /** With a key: whatever else is wrong with the request, the program is told at once. */
  async take(asked: NewImport, bytes: Uint8Array, ask: Ask): Promise<string> {
    const taken = await this.#tried(asked, bytes, ask, (code) => NEEDS_A_PERSON.includes(code));
    return taken.id;
  }

  /** From a folder: nobody is there to be told, so every refusal is kept. */
  dropped(asked: NewImport, bytes: Uint8Array, ask: Ask): Promise<Taken> {
    return this.#tried(asked, bytes, ask, () => true);
  }

  /** Whether these very bytes were taken before: one that came to nothing may be tried again. */
  async holds(unitId: number, bytes: Uint8Array): Promise<boolean> {
    const held = await this.#tenancy.ask<{ one: number }>({ units: [unitId] }, HELD, [
      unitId,
      sha256Of(bytes),
    ]);
    return held.length > 0;
  }

  async #tried(
    asked: NewImport,
    bytes: Uint8Array,
    ask: Ask,
    isKept: (code: ProblemCode) => boolean,
  ): Promise<Taken> {
    try {
      return { id: await this.#imports.take(asked, bytes, ask) };
    } catch (error) {
      if (!(error instanceof ProblemError) || !isKept(error.code)) throw error;
      const failure = NEEDS_A_PERSON.includes(error.code) ? 'mapping-needed' : 'file-refused';
      return { id: await this.#keep({ asked, bytes, ask, failure }), refusal: error.code };
    }
  }

  async #keep(refused: Refused): Promise<string> {
    const { asked, ask } = refused;
    const unitId = ask.actor.choose('imports.write', asked.unitId).id;
    const { id } = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => ({
        id: await this.#insert(transaction, unitId, refused),
        result: undefined,
      })),
    );
    this.#steps.announce();
    return id;
  }

  async #insert(transaction: Transaction, unitId: number, refused: Refused): Promise<string> {
    const { asked, bytes, ask, failure } = refused;
    const { actor, from } = ask;
    const { profile, dryRun } = asked;
    const at = this.#steps.now();
    const ref = { unitId, id: randomUUID() };
    await this.#store.insert(transaction, {
      ...{ ...ref, profile, dryRun, asked: {}, at, exportedAt: asked.exportedAt ?? at },
      ...{ actor: { kind: actor.kind, id: actor.id }, sha256: sha256Of(bytes) },
      // What stood in it is not kept: a person brings it again, and says what it means.
      bytes: Buffer.alloc(0),
    });
    await this.#store.move(transaction, ref, { from: ['queued'], to: 'failed', at, failure });
    await wakeUnit(transaction, unitId, at);
    await this.#audit.write(transaction, {
      ...{ unitId, actor, from, act: 'import.taken', outcome: 'failed' },
      ...{ subject: { type: 'import', id: ref.id }, facts: { profile, dryRun, failure } },
    });
    await this.#steps.tell(transaction, ref);
    return ref.id;
  }
}

interface Refused {
  readonly asked: NewImport;
  readonly bytes: Uint8Array;
  readonly ask: Ask;
  readonly failure: ImportFailure;
}
