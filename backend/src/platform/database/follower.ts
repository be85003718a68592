import { Inject, Injectable } from '@nestjs/common';
import { Tenancy, type Scope, type Transaction } from './tenancy.ts';

/** Tables whose rows bear a position and are read in its order. */
type Followed = 'dossier_event' | 'audit' | 'outbox' | 'feed';

interface Following {
  readonly table: Followed;
  readonly columns: readonly string[];
  /** The last position the follower has dealt with; 0 at the beginning. */
  readonly after: number;
  readonly limit: number;
}

export interface Positioned {
  readonly position: number;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where to go on: nothing at or below can appear any more. */
  readonly upTo: number;
}

/**
 * Reads what was committed in the order of positions and never skips a row that a slower transaction commits
 * later under a lower one: it stops below the lowest position still open (F-27).
 */
@Injectable()
export class Follower {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Rows of the named units, or of all of them. */
  read<Row extends Positioned>(following: Following, scope?: Scope): Promise<Page<Row>> {
    const work = (transaction: Transaction) => page<Row>(transaction, following);
    return scope === undefined ? this.#tenancy.everywhere(work) : this.#tenancy.within(scope, work);
  }
}

/** Up to which position everything is there that ever will be. A statement of its own, before the rows. */
const settled = async (transaction: Transaction): Promise<number> => {
  const [row] = await transaction.query<{ readonly upto: number }>(
    'select settled_position() as upto',
  );
  return row?.upto ?? 0;
};

const page = async <Row extends Positioned>(
  transaction: Transaction,
  { table, columns, after, limit }: Following,
): Promise<Page<Row>> => {
  const settledAt = await settled(transaction);
  // Table and columns are words of ours; what comes from outside are the three parameters.
  const rows = await transaction.query<Row>(
    `select position, ${columns.join(', ')} from ${table}
     where position > $1 and position <= $2 order by position limit $3`,
    [after, settledAt, limit],
  );
  const last = rows.at(-1)?.position;
  const upTo = rows.length === limit && last !== undefined ? last : Math.max(after, settledAt);
  return { rows, upTo };
};
