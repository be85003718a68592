import { reconciliationSchema, reconciliationsPath } from '#contract/reconciliations';
import type { Reconciliation } from '#contract/reconciliations';
import type { Ii06bColumn } from '#domain/report';
import { type Answer, type ApiClient, type ClientProblem, newActKey } from '../api/index.ts';
import { PastedImport, lacksChannel } from '../reception/index.ts';

/** The numbers that stand on the first page of every source's own report. */
export const ASKED_COLUMNS = [
  'total',
  'carriedOver',
  'resolved',
  'resolvedLate',
  'pending',
  'pendingLate',
] as const satisfies readonly Ii06bColumn[];

export type AskedColumn = (typeof ASKED_COLUMNS)[number];

export interface Asked {
  readonly unitId: number | undefined;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly list: string;
  readonly numbers: Readonly<Partial<Record<AskedColumn, number>>>;
}

type Refusal = Pick<ClientProblem, 'title' | 'detail'>;
export type Reconciled =
  | { readonly ok: true; readonly value: Reconciliation }
  | { readonly ok: false; readonly problem: Refusal | undefined };

/** Reads the list as an import that only looks, then holds it and the numbers against our books. */
export async function reconcile(
  api: ApiClient,
  { unitId, source, from, to, list, numbers }: Asked,
): Promise<Reconciled> {
  const brought = await listed(api, { unitId, source, list });
  if (!brought.ok) return brought;
  const hasNumbers = Object.keys(numbers).length > 0;
  const body = {
    ...{ source, from, to },
    ...(unitId !== undefined && { unitId }),
    ...(hasNumbers && { declared: [{ numbers }] }),
    ...(brought.id !== undefined && { importId: brought.id }),
  };
  return api.act({
    ...{ path: reconciliationsPath, body, answer: reconciliationSchema, key: newActKey() },
  });
}

type Brought =
  | { readonly ok: true; readonly id: string | undefined }
  | { readonly ok: false; readonly problem: Refusal | undefined };

async function listed(
  api: ApiClient,
  { unitId, source, list: text }: Pick<Asked, 'unitId' | 'source' | 'list'>,
): Promise<Brought> {
  if (text.trim() === '') return { ok: true, id: undefined };
  const bringing = new PastedImport(api);
  // Which way they came matters to no comparison: it is only said so that the table can be read.
  const channel = lacksChannel(text) ? ('online' as const) : undefined;
  const answer: Answer<{ readonly id: string }> = await bringing.check({
    ...{ unitId, text, source, channel },
  });
  if (!answer.ok) return answer;
  const told = await bringing.follow(answer.value.id, () => undefined);
  return told?.state === 'checked' || told?.state === 'done'
    ? { ok: true, id: answer.value.id }
    : { ok: false, problem: undefined };
}
