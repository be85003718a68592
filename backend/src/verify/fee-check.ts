import { feeAccountOf, feeEntriesOf, type FeeAccount, type FeeEntry } from '#domain/fee';
import type { Instant } from '#domain/working-time';
import type { History } from '../dossiers/index.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import type { CheckedUnit } from './unit.ts';

interface EntryRow {
  readonly dossierId: string;
  readonly version: number;
  readonly kind: string;
  readonly amount: number;
  readonly method: string | null;
  readonly occurredAt: Instant;
  readonly actorKind: string;
  readonly actorId: string;
  readonly source: string | null;
}

interface AccountRow {
  readonly dossierId: string;
  readonly charged: number;
  readonly paid: number;
  readonly standing: string;
  readonly lastAt: Instant;
}

const ENTRIES = `select dossier_id as "dossierId", version, kind, amount, method,
    occurred_at as "occurredAt", actor_kind as "actorKind", actor_id as "actorId", source
  from fee_entry where unit_id = $1 and dossier_id = any ($2::uuid[]) order by occurred_at, version`;

const ACCOUNTS = `select dossier_id as "dossierId", charged, paid, standing, last_at as "lastAt"
  from fee_account where unit_id = $1 and dossier_id = any ($2::uuid[])`;

const entryText = (entry: FeeEntry): string => {
  const { version, kind, amount, method, occurredAt, actor, source } = entry;
  return JSON.stringify([
    ...[version, kind, amount, method ?? null, occurredAt],
    ...[actor.kind, actor.id, source ?? null],
  ]);
};

const entryRowText = (row: EntryRow): string => {
  const { version, kind, amount, method, occurredAt, actorKind, actorId, source } = row;
  return JSON.stringify([version, kind, amount, method, occurredAt, actorKind, actorId, source]);
};

const accountText = (account: Omit<AccountRow, 'dossierId'> | FeeAccount | undefined): string =>
  account === undefined
    ? ''
    : JSON.stringify([account.charged, account.paid, account.standing, account.lastAt]);

/** Where the database tells fees otherwise than the law does: two hands, one book. */
export async function wrongFees(
  { tenancy, unit }: { readonly tenancy: Tenancy; readonly unit: CheckedUnit },
  histories: readonly History[],
): Promise<readonly string[]> {
  const values = [unit.id, histories.map(({ id }) => id)];
  const units = { units: [unit.id] };
  const entries = await tenancy.ask<EntryRow>(units, ENTRIES, values);
  const accounts = await tenancy.ask<AccountRow>(units, ACCOUNTS, values);
  const accountsById = new Map(accounts.map((account) => [account.dossierId, account]));
  const entriesById = Map.groupBy(entries, ({ dossierId }) => dossierId);
  return histories.flatMap(({ id, history }) => {
    const told = feeEntriesOf(history);
    const isSame =
      told.map(entryText).join() === (entriesById.get(id) ?? []).map(entryRowText).join() &&
      accountText(feeAccountOf(told)) === accountText(accountsById.get(id));
    return isSame ? [] : [id];
  });
}
