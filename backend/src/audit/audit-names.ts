import type { AuditEntry } from '#contract/audit';
import { isUuid } from '../platform/auth/path-id.ts';
import type { Transaction } from '../platform/database/tenancy.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

type Line = Pick<AuditEntry, 'subjectType' | 'subjectId'> & {
  readonly actor: Omit<AuditEntry['actor'], 'name'>;
};

export type NameOf = (id: string | null) => string | null;

// A dossier is known by its code, as it stands on its papers; whom it is about is not told here.
const NAMES = `select id::text, display_name as name from office_user where id = any($1::uuid[])
  union all select id::text, name from api_key where id = any($1::uuid[])
  union all select id::text, coalesce(official_code, code) from dossier where id = any($1::uuid[])`;

/** What those are called who acted, and what they acted on: one question for a page. */
export const namesFor = async (
  transaction: Transaction,
  lines: readonly Line[],
): Promise<NameOf> => {
  const meant = lines.flatMap(({ actor, subjectId }) => [actor.id, subjectId ?? '']);
  const ids = [...new Set(meant)].filter(isUuid);
  const rows = await transaction.query<Named>(NAMES, [ids]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
};
