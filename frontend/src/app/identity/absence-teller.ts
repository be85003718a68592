import { absencePageSchema, absencesPath, userPageSchema, usersPath } from '#contract/identity';
import { identityWords } from '#wording/identity';
import { numberText } from '../language/index.ts';
import type { Teller } from '../shell/index.ts';
import { gapsIn } from './absence-gaps.ts';

const MOST = 500;

/** How often nobody will act in somebody's place. */
export const absenceTeller: Teller = async ({ api, unitId, abort, wordsOf }) => {
  const asked = { query: { unitId, limit: MOST }, abort };
  const [absences, users] = await Promise.all([
    api.read(absencesPath, absencePageSchema, asked),
    api.read(usersPath, userPageSchema, asked),
  ]);
  const gaps = gapsIn(absences.items, users.items).length;
  const words = wordsOf(identityWords);
  return {
    isUrgent: gaps > 0,
    say: () => {
      const { gapsTold, noGaps } = words().absences;
      return gaps > 0 ? gapsTold(numberText(gaps)) : noGaps;
    },
  };
};
