import type { Transaction } from '../database/tenancy.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { Asking } from './idempotency-key.ts';
import { answered, claim } from './kept-answer.ts';

/** What was done now, or the id of what was done under the same key before. */
export type Done<Result> =
  | { readonly kind: 'done'; readonly id: string; readonly result: Result }
  | { readonly kind: 'replayed'; readonly id: string };

/** What the work made, and the id by which a repeated request finds it again. */
export interface Made<Result> {
  readonly id: string;
  readonly result: Result;
  /** Of the answer; 201 where nothing is said. */
  readonly status?: number;
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
  await transaction.query(
    `select pg_advisory_xact_lock(hashtextextended('idempotency ' || $1 || ' ' || $2, 0))`,
    [asking.actor, asking.key],
  );
  const before = await answered(transaction, asking);
  if (before !== undefined) {
    if (before.id === null) throw new ProblemError('key-used-otherwise');
    return { kind: 'replayed', id: before.id };
  }
  const { status = 201, ...made } = await work();
  await claim(transaction, asking, { status, id: made.id, version: null });
  return { kind: 'done', ...made };
};
