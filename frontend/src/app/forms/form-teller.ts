import { formEditionListSchema, formEditionsPath } from '#contract/forms';
import { formWords } from '#wording/forms';
import type { Teller } from '../shell/index.ts';
import { isOwn } from './edition-draft.ts';

/** How many forms the office words for itself. */
export const formTeller: Teller = async ({ api, unitId, abort, wordsOf }) => {
  const query = { unitId };
  const { items } = await api.read(formEditionsPath, formEditionListSchema, { query, abort });
  const words = wordsOf(formWords);
  const own = items.filter(isOwn).length;
  return {
    isUrgent: false,
    say: () => (own === 0 ? words().teller.none : words().teller.own(own)),
  };
};
