import type { RowFault, SetupCells } from '#domain/import';
import type { RowKind } from '#contract/imports';
import type { SetupTable } from './setup-rows.ts';

/** What became, or would become, of one row of a list of procedures or people. */
export interface SetupOutcome {
  readonly line: number;
  readonly kind: RowKind;
  readonly code: string | null;
  readonly name: string | null;
  readonly changed: readonly string[];
  readonly faults: readonly RowFault[];
}

type SetupHead = Pick<SetupOutcome, 'line' | 'code' | 'name'>;

const wrongRow = (head: SetupHead, faults: readonly RowFault[]): SetupOutcome => ({
  ...head,
  ...{ kind: 'wrong', changed: [], faults },
});

/** Rows as they stand in the file, for those that are wrong: to be mended there. */
export const wrongOf = (
  { rows }: SetupTable,
  outcomes: readonly SetupOutcome[],
): readonly WrongSetupRow[] => {
  const cellsAt = new Map(rows.map(({ line, cells }) => [line, cells]));
  return outcomes
    .filter(({ kind }) => kind === 'wrong')
    .map(({ line, faults }) => ({ cells: cellsAt.get(line) ?? {}, faults }));
};

export interface WrongSetupRow {
  readonly cells: SetupCells;
  readonly faults: readonly RowFault[];
}

export interface SetupCounts {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly wrong: number;
}

export const countsOf = (rows: readonly SetupOutcome[]): SetupCounts => {
  const of = (kind: RowKind): number => rows.filter((row) => row.kind === kind).length;
  return {
    ...{ rows: rows.length, new: of('new'), changed: of('changed') },
    ...{ unchanged: of('unchanged'), wrong: of('wrong') },
  };
};

/** Rows that were read, each of a code of its own: the second of the same code is wrong. */
export interface ReadRow<Told> {
  readonly head: SetupHead;
  readonly told?: Told;
  readonly faults: readonly RowFault[];
}

export function withoutTwins<Told>(rows: readonly ReadRow<Told>[]): readonly ReadRow<Told>[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const { code } = row.head;
    if (row.told === undefined || code === null) return row;
    if (!seen.has(code)) {
      seen.add(code);
      return row;
    }
    return { head: row.head, faults: [{ column: '', code: 'line-given-twice' }] };
  });
}

type Held<Refused> =
  | { readonly ok: true; readonly value: Pick<SetupOutcome, 'kind' | 'changed'> }
  | { readonly ok: false; readonly refusal: Refused };

/** Every row with what became of it: those that could be read were held against what there is, in their order. */
export function outcomes<Told, Refused>(
  read: readonly ReadRow<Told>[],
  held: readonly Held<Refused>[],
  faultsOf: (refusal: Refused) => readonly RowFault[],
): readonly SetupOutcome[] {
  const waiting = held[Symbol.iterator]();
  return read.map(({ head, told, faults }) => {
    if (told === undefined) return wrongRow(head, faults);
    const { value } = waiting.next() as { readonly value: Held<Refused> | undefined };
    if (value === undefined) throw new Error('A row was held against nothing');
    if (!value.ok) return wrongRow(head, faultsOf(value.refusal));
    const { kind, changed } = value.value;
    return { ...head, kind, changed, faults: [] };
  });
}
