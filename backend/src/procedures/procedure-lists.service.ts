import { Inject, Injectable } from '@nestjs/common';
import type { ToldEntry } from '#domain/import';
import type { Result } from '#domain/kernel';
import { dayOf, formatDay, instant } from '#domain/working-time';
import { AuditBook } from '../audit/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import type { VersionRow } from './catalogued.ts';
import { listedEntry, type ListedEntry, type ListedRefusal } from './listed-entry.ts';
import { addVersion, latestVersionsOf, lockProcedures } from './procedure-store.ts';
import { StarterService } from './starter.service.ts';

/** What became of one row of a list. */
export type Listed = Result<Pick<ListedEntry, 'kind' | 'changed'>, ListedRefusal>;

/** The catalogue as a file tells of it: looked at, or taken over whole. */
@Injectable()
export class ProcedureLists {
  readonly #tenancy: Tenancy;
  readonly #starter: StarterService;
  readonly #clock: Clock;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(StarterService) starter: StarterService,
    @Inject(CLOCK) clock: Clock,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#starter = starter;
    this.#clock = clock;
    this.#audit = audit;
  }

  async look(unitId: number, told: readonly ToldEntry[]): Promise<readonly Listed[]> {
    await this.prepare(unitId);
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const latest = await this.#latest(transaction, unitId, told);
      return told.map((each) => listedEntry(unitId, latest.get(each.code) ?? [], each));
    });
  }

  /** The catalogue that comes with the product is there before a list is held against it. */
  async prepare(unitId: number): Promise<void> {
    await this.#starter.rootWithCatalogue(unitId);
  }

  /** Takes every sound row over, in the transaction of whoever keeps the list; no code stands there twice. */
  async take(
    transaction: Transaction,
    { unitId, ask }: { readonly unitId: number; readonly ask: Ask },
    told: readonly ToldEntry[],
  ): Promise<readonly Listed[]> {
    await lockProcedures(
      transaction,
      told.map(({ code }) => code),
    );
    const latest = await this.#latest(transaction, unitId, told);
    const listed: Listed[] = [];
    for (const each of told) {
      const held = listedEntry(unitId, latest.get(each.code) ?? [], each);
      if (held.ok) await this.#add(transaction, { unitId, ask, told: each }, held.value);
      listed.push(held);
    }
    return listed;
  }

  async #add(
    transaction: Transaction,
    { unitId, ask, told }: { unitId: number; ask: Ask; told: ToldEntry },
    { draft, kind, changed }: ListedEntry,
  ): Promise<void> {
    if (draft === undefined) return;
    const { version, stored, definition } = draft;
    const { code, effectiveFrom = this.#today() } = told;
    await addVersion(transaction, {
      ...{ ownerId: unitId, code, version, stored, shown: definition, effectiveFrom },
      ...{ reconciled: true, at: sqlInstant(this.#clock.officeNow()), by: ask.actor.id },
    });
    await this.#audit.write(transaction, {
      ...{ unitId, actor: ask.actor, from: ask.from, act: 'procedure.versionAdded' },
      subject: { type: 'procedure', id: code },
      facts: { kind, changed, after: definition, version, effectiveFrom },
    });
  }

  async #latest(
    transaction: Transaction,
    unitId: number,
    told: readonly ToldEntry[],
  ): Promise<ReadonlyMap<string, readonly VersionRow[]>> {
    const codes = told.map(({ code }) => code);
    const rows = await latestVersionsOf(transaction, unitId, codes);
    return Map.groupBy(rows, ({ code }) => code);
  }

  #today(): string {
    return formatDay(dayOf(instant(this.#clock.officeNow())));
  }
}
