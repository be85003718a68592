import { ALLOWED_COMMANDS, ALWAYS_ALLOWED } from './allowed-commands.ts';
import type { CommandType } from './command.ts';
import type { OfficeEvent, OfficeEventType } from './event.ts';
import { isMove } from './event-kinds.ts';
import { step } from './evolve.ts';
import { intakeOf } from './opened.ts';
import type { DossierState, StateName } from './state.ts';

/** The command that brings each event. */
const COMMAND_OF = {
  submitted: 'submit',
  received: 'accept',
  refused: 'refuse',
  annulled: 'annul',
  linked: 'link',
  unlinked: 'unlink',
  dueRevised: 'revise-due',
  termAgreed: 'agree-term',
  assigned: 'assign',
  stepStarted: 'start-step',
  stepCompleted: 'complete-step',
  stepReturned: 'return-step',
  supplementProposed: 'propose-supplement',
  supplementRequested: 'request-supplement',
  supplementSubmitted: 'submit-supplement',
  supplementReceived: 'receive-supplement',
  supplementExpired: 'expire-supplement',
  paymentRequested: 'request-payment',
  paymentReceived: 'receive-payment',
  held: 'hold',
  resumed: 'resume',
  extended: 'extend',
  resultIssued: 'issue-result',
  returned: 'return',
  withdrawn: 'withdraw',
  stopped: 'stop',
  noteAdded: 'note',
  difficultyNoted: 'difficulty',
  componentsDigitised: 'digitise-components',
  resultDigitised: 'digitise-result',
  electronicResultIssued: 'issue-electronic-result',
  archivedToStore: 'archive',
  dataReused: 'reuse-data',
  feeCharged: 'charge-fee',
  feePaid: 'pay-fee',
  sentToAgency: 'send-to-agency',
  backFromAgency: 'back-from-agency',
  apologyIssued: 'apologise',
} as const satisfies Record<OfficeEventType, CommandType>;

export const commandOf = (type: OfficeEventType): CommandType => COMMAND_OF[type];

/**
 * The first event that could not have happened where it stands, if any. What a source told is not judged:
 * it stands as the source told it.
 */
export function firstUnlawful(events: readonly OfficeEvent[]): OfficeEvent | undefined {
  let state: DossierState | null = null;
  let latest = 0;
  for (const event of events) {
    if (state === null ? intakeOf(event) === undefined : !mayStand(state.name, event, latest))
      return event;
    state = step(state, event);
    latest = Math.max(latest, event.version);
  }
  return undefined;
}

/** A remark was lawful when it was told, though a move was entered later that happened before it. */
function mayStand(state: StateName, event: OfficeEvent, latest: number): boolean {
  return (!isMove(event.type) && event.version < latest) || mayFollow(state, event);
}

function mayFollow(state: StateName, event: OfficeEvent): boolean {
  const command: CommandType = COMMAND_OF[event.type];
  const allowed: readonly CommandType[] = [...ALLOWED_COMMANDS[state], ...ALWAYS_ALLOWED];
  return event.source !== undefined || allowed.includes(command);
}
