import { sourcesPath, sourcesSchema } from '#contract/sources';
import { sourceWords } from '#wording/sources';
import type { Teller } from '../shell/index.ts';

/** How many systems have not been heard of for too long. */
export const sourceTeller: Teller = async ({ api, unitId, abort, wordsOf }) => {
  const { items } = await api.read(sourcesPath, sourcesSchema, { query: { unitId }, abort });
  const words = wordsOf(sourceWords);
  const stale = items.filter((each) => each.stale).length;
  return {
    isUrgent: stale > 0,
    say: () => (stale > 0 ? words().teller.stale(stale) : words().teller.count(items.length)),
  };
};
