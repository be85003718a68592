import type { MessageState } from '#contract/citizens';
import type { IconName, Tone } from '../ui/index.ts';

export const MESSAGE_LOOKS = {
  open: { tone: 'plain', icon: 'clock' },
  leaving: { tone: 'plain', icon: 'send' },
  sent: { tone: 'finished', icon: 'finished' },
  superseded: { tone: 'paused', icon: 'paused' },
  call: { tone: 'near', icon: 'phone' },
  called: { tone: 'finished', icon: 'finished' },
} as const satisfies Record<MessageState, { tone: Tone; icon: IconName }>;
