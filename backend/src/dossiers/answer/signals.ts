import type { DossierState, Office } from '#domain/dossier';
import type { Append } from '../store/append.ts';
import { nearAtOf } from './near.ts';
import { clocksOf, stepDueOf } from './standing.ts';

/**
 * What the row keeps that only a calendar can tell. Whatever moved is looked at by the next sweep: the alert
 * room alone knows from when on there is nothing to signal.
 */
export const signalsOf = (state: DossierState, office: Office): Append['signals'] => {
  const clocks = clocksOf(state, office);
  return {
    stepDueAt: stepDueOf(state, clocks),
    nextSignalAt: office.now,
    nearAt: nearAtOf(state, clocks),
  };
};
