import type { PauseCause } from '../deadline/index.ts';
import type { DossierState, Outcome, StateName } from './state.ts';

/** Contract §2.3: with several pauses open the supplement shows first, then the payment, then the hold. */
const WAITING = [
  ['supplement', 'awaitingSupplement'],
  ['payment', 'awaitingPayment'],
  ['hold', 'onHold'],
] as const satisfies readonly (readonly [PauseCause, StateName])[];

/** The state is told by what has happened; nobody ever sets it. */
export function stateName(state: DossierState): StateName {
  if (state.annulled) return 'annulled';
  if (state.outcome !== null) return finishedName(state.outcome, state);
  if (state.receivedAt === null) {
    return state.openPauses.length > 0 ? 'awaitingIntakeSupplement' : 'submitted';
  }
  return waitingName(state) ?? (state.underway ? 'processing' : 'received');
}

function waitingName({ openPauses }: DossierState): StateName | undefined {
  return WAITING.find(([cause]) => openPauses.some((pause) => pause.cause === cause))?.[1];
}

function finishedName(outcome: Outcome, { returnedAt }: DossierState): StateName {
  if (outcome !== 'issued') return outcome;
  return returnedAt === null ? 'resultReady' : 'returned';
}
