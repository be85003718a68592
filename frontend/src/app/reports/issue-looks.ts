import type { IssueState } from '#domain/report';
import type { IconName, Tone } from '../ui/index.ts';

const TONES = {
  draft: 'plain',
  submitted: 'near',
  returned: 'overdue',
  approved: 'near',
  issued: 'finished',
  sent: 'finished',
  accepted: 'finished',
  returnedByCity: 'overdue',
} as const satisfies Record<IssueState, string>;

/** Red is what came back, amber what waits for somebody, green what is out. */
export const toneOf = (state: IssueState): Tone => TONES[state];

const SIGNS = {
  plain: 'edit',
  near: 'clock',
  overdue: 'undo',
  finished: 'finished',
} as const satisfies Record<(typeof TONES)[IssueState], IconName>;

/** Nothing by colour alone. */
export const signOf = (state: IssueState): IconName => SIGNS[TONES[state]];
