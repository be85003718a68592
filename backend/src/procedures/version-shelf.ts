import type { Transaction } from '../platform/database/tenancy.ts';
import { readStored, type ReadVersion, type Stored, type VersionHead } from './catalogued.ts';
import { definitionsOf } from './procedure-store.ts';

/** About two kilobytes each; the national catalogue has some thousands. */
const MOST = 10_000;

type VersionName = Pick<VersionHead, 'owner_id' | 'code' | 'version'>;

const nameOf = ({ owner_id: owner, code, version }: VersionName): string =>
  `${owner} ${version} ${code}`;

/** What versions say, as it was read: none is ever changed, so each is read once in the life of a process. */
export class VersionShelf {
  #kept: ReadonlyMap<string, Stored> = new Map();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  async read(
    transaction: Pick<Transaction, 'query'>,
    heads: readonly VersionHead[],
  ): Promise<readonly ReadVersion[]> {
    const kept = this.#kept;
    const missing = heads.filter((head) => !kept.has(nameOf(head)));
    const rows = missing.length === 0 ? [] : await definitionsOf(transaction, missing);
    const read = new Map(rows.map((row) => [nameOf(row), readStored(row)]));
    if (read.size > 0) this.#keep(read);
    return heads.map((head) => {
      const stored = read.get(nameOf(head)) ?? kept.get(nameOf(head));
      if (stored === undefined)
        throw new Error(`Version ${nameOf(head)} is in force and not there`);
      return { ...head, stored };
    });
  }

  #keep(read: ReadonlyMap<string, Stored>): void {
    const isRoom = this.#kept.size + read.size <= this.#most;
    this.#kept = new Map(isRoom ? [...this.#kept, ...read] : read);
  }
}
