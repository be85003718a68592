import type { Story } from '../story.ts';
import { CLOSED_STORIES } from './closed.ts';
import { EARLY_STORIES } from './early.ts';
import { LATE_STORIES } from './late.ts';
import { PENDING_STORIES } from './pending.ts';

/** Every way in which a dossier comes to stand in a column of the golden tables. */
export const STORIES: readonly Story[] = [
  ...EARLY_STORIES,
  ...LATE_STORIES,
  ...CLOSED_STORIES,
  ...PENDING_STORIES,
];

export { UNCOUNTED_STORIES, type UncountedStory } from './uncounted.ts';
