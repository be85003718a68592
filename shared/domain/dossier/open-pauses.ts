import type { PauseCause } from '../deadline/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { DossierState } from './state.ts';

/** One pause of a cause is open at most: a second request while waiting is the same wait. */
export function openPause(state: DossierState, cause: PauseCause, from: Instant): DossierState {
  if (state.openPauses.some((pause) => pause.cause === cause)) return state;
  return { ...state, openPauses: [...state.openPauses, { cause, from }] };
}

export function closePause(state: DossierState, cause: PauseCause): DossierState {
  return { ...state, openPauses: state.openPauses.filter((pause) => pause.cause !== cause) };
}

/** Before acceptance the missing papers bring the dossier to `submitted` again, its 8-hour clock anew. */
export function closeSupplement(state: DossierState, at: Instant): DossierState {
  const waited = state.openPauses.some((pause) => pause.cause === 'supplement');
  if (!waited) return state;
  const resumed = { ...closePause(state, 'supplement'), respondBy: null };
  return state.receivedAt === null ? { ...resumed, submittedAt: at } : resumed;
}
