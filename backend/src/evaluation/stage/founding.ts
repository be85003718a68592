import type { UnitSettingsChanges } from '#contract/units';
import { MESSAGE_KINDS } from '#domain/citizen';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { NEIGHBOURS, type Neighbour } from '../neighbours.ts';
import { CITY_CODE, COMMUNE_CODE, mailboxOf, type EvaluationAccount } from '../accounts.ts';
import { SOURCE_NAMES, SOURCE_TITLES } from '../month/sources.ts';

export interface FoundedUnits {
  readonly city: number;
  readonly commune: number;
  readonly neighbours: readonly FoundedNeighbour[];
}

export interface FoundedNeighbour extends Neighbour {
  readonly id: number;
}

const DEPARTMENTS = [
  { code: 'tt-pvhcc', name: 'Trung tâm Phục vụ hành chính công' },
  { code: 'van-phong', name: 'Văn phòng HĐND và UBND' },
  { code: 'kinh-te', name: 'Phòng Kinh tế' },
  { code: 'van-hoa-xa-hoi', name: 'Phòng Văn hóa – Xã hội' },
] as const;

const SETTINGS: UnitSettingsChanges = {
  sources: SOURCE_NAMES,
  sourceNames: SOURCE_TITLES,
  citizenMessages: { kinds: MESSAGE_KINDS, texts: {}, place: null, importedToo: false },
};

const unitId = async (transaction: Transaction, code: string): Promise<number> => {
  const [unit] = await transaction.query<{ readonly id: number }>(
    'select id from unit where code = $1',
    [code],
  );
  if (unit === undefined) throw new Error(`No unit ${code}`);
  return unit.id;
};

/** The city and its commune; what somebody has changed about them since stays changed. */
export async function foundUnits(transaction: Transaction): Promise<FoundedUnits> {
  await transaction.execute(
    `insert into unit (code, name, kind) values ($1, $2, 'city') on conflict (code) do nothing`,
    [CITY_CODE, 'Thành phố Mẫu'],
  );
  const city = await unitId(transaction, CITY_CODE);
  await transaction.execute(
    `insert into unit (code, name, kind, level, parent_id, settings)
     values ($1, $2, 'commune', 'xa', $3, $4) on conflict (code) do nothing`,
    [COMMUNE_CODE, 'Xã Mẫu', city, JSON.stringify(SETTINGS)],
  );
  const commune = await unitId(transaction, COMMUNE_CODE);
  return { city, commune, neighbours: await foundNeighbours(transaction, city) };
}

/** Whose reports the city waits for beside ours. */
async function foundNeighbours(
  transaction: Transaction,
  city: number,
): Promise<readonly FoundedNeighbour[]> {
  const found: FoundedNeighbour[] = [];
  for (const neighbour of NEIGHBOURS) {
    const { code, name, level } = neighbour;
    await transaction.execute(
      `insert into unit (code, name, kind, level, parent_id, settings)
       values ($1, $2, 'commune', $3, $4, $5) on conflict (code) do nothing`,
      [code, name, level, city, JSON.stringify(SETTINGS)],
    );
    found.push({ ...neighbour, id: await unitId(transaction, code) });
  }
  return found;
}

export async function foundDepartments(transaction: Transaction, unit: number): Promise<void> {
  for (const { code, name } of DEPARTMENTS) {
    await transaction.execute(
      'insert into department (unit_id, code, name) values ($1, $2, $3) on conflict do nothing',
      [unit, code, name],
    );
  }
}

/** *Chỉ tiêu thành phố giao*, in per cent. */
const TARGETS = { onlineReceipts: 95, onlinePayment: 60, archived: 80, reused: 50 } as const;

/** What the city asks of its communes; what it has set since stays. */
export async function foundTargets(transaction: Transaction, city: number): Promise<void> {
  for (const [indicator, percent] of Object.entries(TARGETS)) {
    await transaction.execute(
      `insert into indicator_definition (owner_id, indicator, effective_from, population, target_percent)
       values ($1, $2, '2025-12-15', $3, $4) on conflict do nothing`,
      [city, indicator, indicator === 'onlineReceipts' ? 'new' : 'total', percent],
    );
  }
}

/** Where each of them gets letters; what somebody has said since stays said, nothing included. */
export async function foundContacts(
  transaction: Transaction,
  accounts: readonly EvaluationAccount[],
  at: number,
): Promise<void> {
  await transaction.execute(
    `insert into contact (user_id, email, changed_at)
     select user_id, email, $3 from unnest($1::uuid[], $2::text[]) as told (user_id, email)
     on conflict (user_id) do nothing`,
    [accounts.map(({ id }) => id), accounts.map(mailboxOf), sqlInstant(at)],
  );
}

/** Ids of the accounts that are not there yet. */
export async function missingAccounts(
  transaction: Transaction,
  accounts: readonly EvaluationAccount[],
): Promise<readonly EvaluationAccount[]> {
  const there = await transaction.query<{ readonly id: string }>(
    'select id from office_user where id = any ($1::uuid[])',
    [accounts.map(({ id }) => id)],
  );
  return accounts.filter((account) => there.every(({ id }) => id !== account.id));
}

export interface NewAccount {
  readonly account: EvaluationAccount;
  readonly unit: number;
  readonly passwordHash: string;
}

/** An account with its one membership. Only at its making: a role that was taken away stays taken away. */
export async function addAccount(
  transaction: Transaction,
  { account, unit, passwordHash }: NewAccount,
): Promise<void> {
  const { id, username, displayName, title, departmentCode = null, roles } = account;
  const added = await transaction.execute(
    `insert into office_user (id, username, display_name, title, password_hash)
     values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
    [id, username, displayName, title, passwordHash],
  );
  if (added === 0) return;
  await transaction.execute(
    'insert into membership (unit_id, user_id, department_code, roles) values ($1, $2, $3, $4)',
    [unit, id, departmentCode, roles],
  );
}
