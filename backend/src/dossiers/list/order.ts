import type { sorts } from '#contract/dossiers';

export type Sort = (typeof sorts)[number];

/** Those with a moment come first, those without after them: an index gives each of the two in order. */
export type Phase = 'dated' | 'undated';

/** What is under way and what is done have indexes of their own: few of the one, years of the other. */
export type Half = 'open' | 'done' | 'both';

/** A place in a list: behind the dossier that stands there. */
export interface Place {
  readonly phase: Phase;
  readonly at: number;
  readonly id: string;
}
