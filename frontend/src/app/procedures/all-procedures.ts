import { procedurePageSchema, proceduresPath, type Procedure } from '#contract/procedures';
import type { ApiClient } from '../api/index.ts';

const MOST = 500;

/** The whole catalogue is some hundred entries: it is searched here, at every key. */
export async function allProcedures(
  api: ApiClient,
  unitId: number | undefined,
  abort: AbortSignal,
): Promise<readonly Procedure[]> {
  const all: Procedure[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { unitId, limit: MOST, cursor };
    const page = await api.read(proceduresPath, procedurePageSchema, { query, abort });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
