import type { Instant } from '../working-time/index.ts';
import type { OfficeEventType } from './event.ts';
import type { StepStay } from './state.ts';
import { completeStay, currentStay, endStay, startStay } from './stays.ts';

/** Events that lead a dossier to, through and out of its steps. */
export const MOVING = [
  'received',
  'stepStarted',
  'stepCompleted',
  'stepReturned',
  'resultIssued',
  'withdrawn',
  'refused',
  'stopped',
] as const satisfies readonly OfficeEventType[];

/** What of such an event the stays at steps depend on. */
export interface Move {
  readonly type: (typeof MOVING)[number];
  readonly at: Instant;
  /** The step begun, completed or returned to; of an acceptance the first one. */
  readonly stepKey?: string | undefined;
  readonly nextStepKey?: string | undefined;
}

type Stays = readonly StepStay[];
type Moving = (stays: Stays, move: Move) => Stays;

const finished: Moving = (stays, { at }) => endStay(stays, at, 'finished');

const MOVES: { readonly [Type in Move['type']]: Moving } = {
  received: (stays, { stepKey, at }) => startStay(stays, stepKey, at),
  stepStarted: (stays, { stepKey, at }) =>
    currentStay({ steps: stays })?.key === stepKey ? stays : startStay(stays, stepKey, at),
  stepCompleted: (stays, { stepKey, nextStepKey, at }) =>
    startStay(stepKey === undefined ? stays : completeStay(stays, stepKey, at), nextStepKey, at),
  stepReturned: (stays, { stepKey, at }) => startStay(endStay(stays, at, 'returned'), stepKey, at),
  resultIssued: finished,
  withdrawn: finished,
  refused: finished,
  stopped: finished,
};

/**
 * The stays of a dossier from its effective moves alone, in order: what the whole fold says of its steps, without
 * the rest of its history.
 *
 * @example staysAfter([received 08:00 at nhan, stepCompleted nhan 09:00, next xu-ly]) // nhan 08–09, xu-ly 09–
 */
export function staysAfter(moves: readonly Move[]): readonly StepStay[] {
  let stays: Stays = [];
  let isOver = false;
  for (const move of moves) {
    const moving = MOVES[move.type];
    if (moving !== finished) stays = moving(stays, move);
    // The first finish is the finish.
    else if (!isOver) [stays, isOver] = [moving(stays, move), true];
  }
  return stays;
}
