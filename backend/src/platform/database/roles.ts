import { escapeIdentifier } from 'pg';
import type { QueryRunner } from 'typeorm';
import { roleMissing } from './failures.ts';

const APP = 'motcua_app';
const READER = 'motcua_reader';

// Two databases of one server may make the roles at the same moment.
const MADE_BY_ANOTHER = new Set(['42710', '23505', 'XX000']);

const stateOf = (error: unknown): unknown =>
  (error as { readonly driverError?: { readonly code?: unknown } }).driverError?.code;

const attempt = async (runner: QueryRunner, sql: string, missing: string): Promise<void> => {
  try {
    await runner.query(sql);
  } catch (error) {
    if (MADE_BY_ANOTHER.has(String(stateOf(error)))) return;
    throw Object.assign(roleMissing(missing), { cause: error });
  }
};

const isTrue = async (runner: QueryRunner, sql: string, values: unknown[]): Promise<boolean> => {
  const [row] = (await runner.query(sql, values)) as readonly { readonly answer: boolean }[];
  return row?.answer ?? false;
};

const ensureRole = async (runner: QueryRunner, role: string): Promise<void> => {
  const question = 'select exists (select from pg_roles where rolname = $1) as answer';
  if (await isTrue(runner, question, [role])) return;
  const statement = `create role ${escapeIdentifier(role)} nologin`;
  await attempt(runner, statement, statement);
};

const ensureMember = async (runner: QueryRunner, member: string, role: string): Promise<void> => {
  if (member === role) return;
  // From 16 on a role may be a member without being allowed to act as the group.
  const question = `select pg_has_role($1, $2,
    case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as answer`;
  if (await isTrue(runner, question, [member, role])) return;
  const statement = `grant ${escapeIdentifier(role)} to ${escapeIdentifier(member)}`;
  await attempt(runner, statement, statement);
};

/** The group roles the schema grants to, and the application's login as a member of them. */
export const ensureRoles = async (runner: QueryRunner, login: string): Promise<void> => {
  await ensureRole(runner, APP);
  await ensureRole(runner, READER);
  await ensureMember(runner, login, APP);
  await ensureMember(runner, APP, READER);
};
