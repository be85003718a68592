import type { Transaction } from '../database/tenancy.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { Asking } from './idempotency-key.ts';

interface Kept {
  readonly body_hash: Buffer;
  readonly id: string | null;
}

/** What was done now, or the id of what was done under the same key before. */
export type Done<Result> =
  | { readonly kind: 'done'; readonly id: string; readonly result: Result }
  | { readonly kind: 'replayed'; readonly id: string };

/** What the work made, and the id by which a repeated request finds it again. */
export interface Made<Result> {
  readonly id: string;
  readonly result: Result;
}

/**
 * Does the work in this transaction unless the same actor has had it done under the same key (I-4). A twin
 * that comes at the same moment waits for the first to end.
 */
export const once = async <Result>(
  transaction: Transaction,
  asking: Asking | undefined,
  work: () => Promise<Made<Result>>,
): Promise<Done<Result>> => {
  if (asking === undefined) return { kind: 'done', ...(await work()) };
  const { actor, key, bodyHash } = asking;
  await transaction.query(
    `select pg_advisory_xact_lock(hashtextextended('idempotency ' || $1 || ' ' || $2, 0))`,
    [actor, key],
  );
  const [kept] = await transaction.query<Kept>(
    'select body_hash, id from idempotency where actor = $1 and key = $2',
    [actor, key],
  );
  if (kept !== undefined) {
    const isSame = kept.body_hash.toString('hex') === bodyHash;
    if (!isSame || kept.id === null) throw new ProblemError('key-used-otherwise');
    return { kind: 'replayed', id: kept.id };
  }
  const made = await work();
  await transaction.execute(
    `insert into idempotency (actor, key, body_hash, status, id) values ($1, $2, $3, 201, $4)`,
    [actor, key, Buffer.from(bodyHash, 'hex'), made.id],
  );
  return { kind: 'done', ...made };
};
