import type { CommandType } from './command.ts';
import type { StateName } from './state.ts';

/** Allowed whatever the state. On a finished dossier nothing else is, but `return`. */
export const ALWAYS_ALLOWED = [
  'note',
  'difficulty',
  'digitise-components',
  'digitise-result',
  'issue-electronic-result',
  'archive',
  'reuse-data',
  'charge-fee',
  'pay-fee',
  'back-from-agency',
  'apologise',
  'correct',
  'void',
  'link',
  'unlink',
] as const satisfies readonly CommandType[];

const UNDER_WAY = [
  'assign',
  'start-step',
  'complete-step',
  'return-step',
  'propose-supplement',
  'request-supplement',
  'request-payment',
  'hold',
  'extend',
  'agree-term',
  'issue-result',
  'complete-on-the-spot',
  'refuse',
  'stop',
  'withdraw',
  'send-to-agency',
  'annul',
  'revise-due',
] as const satisfies readonly CommandType[];

const FINISHED = ['annul'] as const satisfies readonly CommandType[];

/** Contract §2.3, row by row: a state without its row does not compile. */
export const ALLOWED_COMMANDS = {
  submitted: [
    'accept',
    'refuse',
    'withdraw',
    'request-supplement',
    'complete-on-the-spot',
    'annul',
    'revise-due',
  ],
  awaitingIntakeSupplement: [
    'receive-supplement',
    'refuse',
    'withdraw',
    'expire-supplement',
    'annul',
    'revise-due',
  ],
  received: UNDER_WAY,
  processing: UNDER_WAY,
  awaitingSupplement: [
    'submit-supplement',
    'receive-supplement',
    'refuse',
    'stop',
    'withdraw',
    'expire-supplement',
    'annul',
    'revise-due',
  ],
  awaitingPayment: ['receive-payment', 'stop', 'withdraw', 'annul', 'revise-due'],
  onHold: ['resume', 'stop', 'withdraw', 'annul', 'revise-due'],
  resultReady: ['return', 'annul'],
  returned: FINISHED,
  refused: FINISHED,
  stopped: FINISHED,
  withdrawn: FINISHED,
  annulled: [],
} as const satisfies Record<StateName, readonly CommandType[]>;

/** What an officer may be offered in this state, in the order of the contract. */
export function allowedIn(state: StateName): readonly CommandType[] {
  return [...ALLOWED_COMMANDS[state], ...ALWAYS_ALLOWED];
}

export const OPEN_STATES = [
  'received',
  'processing',
  'awaitingSupplement',
  'awaitingPayment',
  'onHold',
] as const satisfies readonly StateName[];

/** Whether the dossier is in the office's hands: accepted and not finished. */
export const isOpen = (state: StateName): boolean =>
  (OPEN_STATES as readonly StateName[]).includes(state);

/** Whether the dossier waits for somebody else, so that no clock of the office runs. */
export const isPaused = (state: StateName): boolean =>
  state === 'awaitingSupplement' || state === 'awaitingPayment' || state === 'onHold';
