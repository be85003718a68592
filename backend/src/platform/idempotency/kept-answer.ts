import type { Transaction } from '../database/tenancy.ts';
import { ProblemError } from '../problem/problem-error.ts';
import type { Asking } from './idempotency-key.ts';

/** What a request was answered, in numbers: the rest is read where the thing lies. */
export interface KeptAnswer {
  readonly status: number;
  readonly id: string | null;
  readonly version: number | null;
}

type Found = (KeptAnswer & { readonly kind: 'replayed' }) | { readonly kind: 'keyReused' };

const CLAIM = `insert into idempotency (actor, key, body_hash, status, id, version)
  values ($1, $2, decode($3, 'hex'), $4, $5, $6) on conflict do nothing`;

/** What was answered under this key before; a key that was used for something else is refused. */
export const answered = async (
  transaction: Transaction,
  asking: Asking | undefined,
): Promise<KeptAnswer | undefined> => {
  if (asking === undefined) return undefined;
  const [row] = await transaction.query<{ readonly found: Found | null }>(
    'select replay_of($1::text::jsonb) as found',
    [JSON.stringify(asking)],
  );
  if (row?.found?.kind === 'keyReused') throw new ProblemError('key-used-otherwise');
  return row?.found ?? undefined;
};

/**
 * Takes the key for this request; the answer that stands under it, if a twin was quicker. The twin is waited
 * for: what the caller has done until then has to be undone.
 */
export const claim = async (
  transaction: Transaction,
  asking: Asking | undefined,
  { status, id, version }: KeptAnswer,
): Promise<KeptAnswer | undefined> => {
  if (asking === undefined) return undefined;
  const { actor, key, bodyHash } = asking;
  const taken = [actor, key, bodyHash, status, id, version];
  if ((await transaction.execute(CLAIM, taken)) === 1) return undefined;
  return answered(transaction, asking);
};
