import { nearFromOf, type AlertRules } from '#domain/alert';
import type { MessageKind } from '#domain/citizen';
import type { DossierState, Office } from '#domain/dossier';
import type { Append } from '../store/append.ts';
import { clocksOf, stepDueOf } from './standing.ts';

/** The office, and by which rules it is warned. */
export interface WatchedOffice extends Office {
  readonly alertRules: AlertRules;
  /** What citizens are told of; absent where nobody is told. */
  readonly tells?: readonly MessageKind[];
}

/**
 * What the row keeps that only a calendar can tell. Whatever moved is looked at by the next sweep: the alert
 * room alone knows from when on there is nothing to signal.
 */
export const signalsOf = (state: DossierState, office: WatchedOffice): Append['signals'] => {
  const clocks = clocksOf(state, office);
  return {
    stepDueAt: stepDueOf(state, clocks),
    nextSignalAt: office.now,
    nearAt: nearFromOf(state, office, office.alertRules),
  };
};
