import type { ReportStanding } from '#domain/report';
import type { IconName, Tone } from '../ui/index.ts';

export const STANDING_TONES = {
  sent: 'finished',
  sentLate: 'near',
  notSent: 'plain',
  overdue: 'overdue',
} as const satisfies Record<ReportStanding, Tone>;

/** Nothing by colour alone. */
export const STANDING_SIGNS = {
  sent: 'finished',
  sentLate: 'clock',
  notSent: 'clock',
  overdue: 'overdue',
} as const satisfies Record<ReportStanding, IconName>;
