import { Inject, Injectable } from '@nestjs/common';
import { readEntry, type ImportFault, type ToldEntry } from '#domain/import';
import { ProcedureLists, type Listed } from '../../procedures/index.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { shown } from '../row-faults.ts';
import { outcomes, type ReadRow, type SetupOutcome, withoutTwins } from './setup-list-row.ts';
import { columnOf, shapedEntry, type SetupRow } from './setup-rows.ts';

/** Rows of a catalogue: what they do to it, and what is wrong with them. */
@Injectable()
export class ProcedureRows {
  readonly #lists: ProcedureLists;

  constructor(@Inject(ProcedureLists) lists: ProcedureLists) {
    this.#lists = lists;
  }

  async look(unitId: number, rows: readonly SetupRow[]): Promise<readonly SetupOutcome[]> {
    const read = entriesIn(rows);
    return outcomes(read, await this.#lists.look(unitId, toldIn(read)), faultsOf);
  }

  prepare(unitId: number): Promise<void> {
    return this.#lists.prepare(unitId);
  }

  async take(
    transaction: Transaction,
    place: { readonly unitId: number; readonly ask: Ask },
    rows: readonly SetupRow[],
  ): Promise<readonly SetupOutcome[]> {
    const read = entriesIn(rows);
    return outcomes(read, await this.#lists.take(transaction, place, toldIn(read)), faultsOf);
  }
}

const toldIn = (read: readonly ReadRow<ToldEntry>[]): readonly ToldEntry[] =>
  read.flatMap(({ told }) => told ?? []);

const entriesIn = (rows: readonly SetupRow[]): readonly ReadRow<ToldEntry>[] =>
  withoutTwins(
    rows.map(({ line, cells }) => {
      const reading = shapedEntry(readEntry(cells));
      const head = {
        ...{ line, code: cells.MaTTHC === undefined ? null : shown(cells.MaTTHC) },
        name: cells.TenTTHC === undefined ? null : shown(cells.TenTTHC),
      };
      return reading.ok
        ? { head, told: reading.value, faults: [] }
        : { head, faults: reading.faults };
    }),
  );

/** What the catalogue refuses, as the row is told. */
const FAULTS: ReadonlyMap<string, readonly [column: string, code: ImportFault]> = new Map([
  ['name-required', ['TenTTHC', 'required']],
  ['key-given-twice', ['CacBuoc', 'step-unclear']],
  ['procedure-exists', ['MaTTHC', 'code-of-another']],
] as const);

const faultsOf = (refusal: Extract<Listed, { ok: false }>['refusal']) => {
  const { code, facts } = refusal;
  const [column, fault] = FAULTS.get(code) ?? [
    columnOf(String(facts['path'] ?? '')),
    'out-of-range',
  ];
  return [{ column, code: fault }] as const;
};
