import { reconciliationSchema, reconciliationsPath } from '#contract/reconciliations';
import type { Reconciliation } from '#contract/reconciliations';
import type { Channel } from '#domain/dossier';
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
  /** By which all of a list came that does not say so itself. */
  readonly channel: Channel | undefined;
  readonly numbers: Readonly<Partial<Record<AskedColumn, number>>>;
}

/** What has to be said first. Whatever a list has more may be taken in afterwards: how it came is never guessed. */
export const lackingFrom = ({
  list,
  channel,
  numbers,
}: Pick<Asked, 'list' | 'channel' | 'numbers'>): 'anything' | 'channel' | undefined => {
  if (list.trim() === '') return Object.keys(numbers).length === 0 ? 'anything' : undefined;
  return channel === undefined && lacksChannel(list) ? 'channel' : undefined;
};

type Refusal = Pick<ClientProblem, 'title' | 'detail'>;
export type Reconciled =
  | { readonly ok: true; readonly value: Reconciliation }
  | { readonly ok: false; readonly problem: Refusal | undefined };

/** Reads the list as an import that only looks, then holds it and the numbers against our books. */
export async function reconcile(
  api: ApiClient,
  { unitId, source, from, to, list, channel, numbers }: Asked,
): Promise<Reconciled> {
  const brought = await listed(api, { unitId, source, list, channel });
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
  { unitId, source, list: text, channel }: Pick<Asked, 'unitId' | 'source' | 'list' | 'channel'>,
): Promise<Brought> {
  if (text.trim() === '') return { ok: true, id: undefined };
  const bringing = new PastedImport(api);
  const answer: Answer<{ readonly id: string }> = await bringing.check({
    ...{ unitId, text, source, channel },
  });
  if (!answer.ok) return answer;
  const told = await bringing.follow(answer.value.id, () => undefined);
  return told?.state === 'checked' || told?.state === 'done'
    ? { ok: true, id: answer.value.id }
    : { ok: false, problem: undefined };
}
