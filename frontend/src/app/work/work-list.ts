import {
  type Counts,
  type DossierItem,
  countsSchema,
  dossierPageSchema,
  dossiersPath,
} from '#contract/dossiers';
import type { Page } from '#contract/list';
import { type ApiClient, ApiProblem, PagedList, type Query } from '../api/index.ts';

/** As many as one answer gives. */
const MOST = 500;

/** A query of the list, and what is searched for besides. */
export interface Question {
  readonly query: Query;
  readonly text: string;
}

/** One page; what was typed travels in a body, for addresses are written down everywhere. */
export const askDossiers = async (
  api: ApiClient,
  { query, text }: Question,
  abort?: AbortSignal,
): Promise<Page<DossierItem>> => {
  if (text === '') {
    return api.read(dossiersPath, dossierPageSchema, { query, ...(abort && { abort }) });
  }
  const body = { ...query, q: text };
  const answer = await api.act({ path: `${dossiersPath}/search`, body, answer: dossierPageSchema });
  if (!answer.ok) throw new ApiProblem(answer.problem);
  return answer.value;
};

/** How many lie in each heap of what is asked for. */
export const askCounts = async (
  api: ApiClient,
  { query, text }: Question,
  abort: AbortSignal,
): Promise<Counts> => {
  const path = `${dossiersPath}/counts`;
  if (text === '') return api.read(path, countsSchema, { query, abort });
  const answer = await api.act({ path, body: { ...query, q: text }, answer: countsSchema });
  if (!answer.ok) throw new ApiProblem(answer.problem);
  return answer.value;
};

/** The list behind a question. */
export const pagedDossiers = (api: ApiClient, question: () => Question): PagedList<DossierItem> =>
  new PagedList((cursor, abort, until) => {
    const { query, text } = question();
    const from = cursor === undefined ? query : { ...query, cursor };
    // A stretch that is fetched again is as long as it has become.
    const asked = until === undefined ? from : { ...from, until, limit: MOST };
    return askDossiers(api, { query: asked, text }, abort);
  });
