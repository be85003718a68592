import type { UnitSettingsChanges } from '#contract/units';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { CITY_CODE, COMMUNE_CODE, type EvaluationAccount } from '../accounts.ts';
import { SOURCE_NAMES } from '../month/sources.ts';

export interface FoundedUnits {
  readonly city: number;
  readonly commune: number;
}

const DEPARTMENTS = [
  { code: 'tt-pvhcc', name: 'Trung tâm Phục vụ hành chính công' },
  { code: 'van-phong', name: 'Văn phòng HĐND và UBND' },
  { code: 'kinh-te', name: 'Phòng Kinh tế' },
  { code: 'van-hoa-xa-hoi', name: 'Phòng Văn hóa – Xã hội' },
] as const;

const SETTINGS: UnitSettingsChanges = { sources: SOURCE_NAMES };

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
  return { city, commune: await unitId(transaction, COMMUNE_CODE) };
}

export async function foundDepartments(transaction: Transaction, unit: number): Promise<void> {
  for (const { code, name } of DEPARTMENTS) {
    await transaction.execute(
      'insert into department (unit_id, code, name) values ($1, $2, $3) on conflict do nothing',
      [unit, code, name],
    );
  }
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
