import type { PauseCause } from '../deadline/index.ts';
import type { DossierState, StateName } from './state.ts';

/** Contract §2.3: with several pauses open the supplement shows first, then the payment, then the hold. */
export function stateName(state: DossierState): StateName {
  if (state.annulled) return 'annulled';
  if (state.outcome !== null) return finishedName(state);
  const waits = (cause: PauseCause): boolean =>
    state.openPauses.some((pause) => pause.cause === cause);
  if (state.receivedAt === null) return waits('supplement') ? 'awaitingIntakeSupplement' : 'submitted';
  if (waits('supplement')) return 'awaitingSupplement';
  if (waits('payment')) return 'awaitingPayment';
  if (waits('hold')) return 'onHold';
  return state.underway ? 'processing' : 'received';
}

function finishedName(state: DossierState): StateName {
  if (state.outcome !== 'issued') return state.outcome ?? 'submitted';
  return state.returnedAt === null ? 'resultReady' : 'returned';
}
