import type { Members } from './cells.ts';

/** Dossiers that stand together in the same cells of a form, as a report froze them. */
export interface FrozenHeap {
  readonly row: string;
  readonly columns: readonly string[];
  readonly members: Members;
}

/** A cell that holds other dossiers than before: *Điều chỉnh sau khi chốt số liệu*. */
export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly before: number;
  readonly after: number;
  readonly added: Members;
  readonly removed: Members;
}

type CellSets = Map<string, Map<string, Set<string>>>;

function cellsOf(heaps: Iterable<FrozenHeap>): CellSets {
  const rows: CellSets = new Map();
  for (const { row, columns, members } of heaps) {
    const key = row.normalize('NFC');
    const cells = rows.get(key) ?? new Map<string, Set<string>>();
    rows.set(key, cells);
    for (const column of columns) {
      const cell = cells.get(column) ?? new Set<string>();
      cells.set(column, cell);
      for (const id of members) cell.add(id);
    }
  }
  return rows;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Every cell whose dossiers differ, with those that came and those that went; a cell of the same size with
 * other dossiers differs too.
 *
 * @example cellChanges(frozen, live) // [{ row: 'Hộ tịch', column: 'resolved', before: 12, after: 13, … }]
 */
export function cellChanges(
  before: Iterable<FrozenHeap>,
  after: Iterable<FrozenHeap>,
): readonly CellChange[] {
  const [then, now] = [cellsOf(before), cellsOf(after)];
  const rows = [...new Set([...then.keys(), ...now.keys()])];
  return rows.flatMap((row) => {
    const columns = new Set([...(then.get(row)?.keys() ?? []), ...(now.get(row)?.keys() ?? [])]);
    return [...columns].flatMap((column) => {
      const had = then.get(row)?.get(column) ?? NOBODY;
      const has = now.get(row)?.get(column) ?? NOBODY;
      const added = [...has].filter((id) => !had.has(id));
      const removed = [...had].filter((id) => !has.has(id));
      const change = { row, column, before: had.size, after: has.size, added, removed };
      return added.length + removed.length === 0 ? [] : [change];
    });
  });
}
