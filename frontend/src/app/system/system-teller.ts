import { systemPath, systemStatusSchema } from '#contract/system';
import { systemWords } from '#wording/system';
import type { Teller } from '../shell/index.ts';
import { statusLines } from './status-lines.ts';

/** How many parts of the product somebody should look at. */
export const systemTeller: Teller = async ({ api, abort, wordsOf }) => {
  const status = await api.read(systemPath, systemStatusSchema, { abort });
  const words = wordsOf(systemWords);
  const troubled = statusLines(status, words()).filter(({ isOk }) => !isOk).length;
  return {
    isUrgent: troubled > 0,
    say: () => (troubled > 0 ? words().teller.troubled(troubled) : words().well),
  };
};
