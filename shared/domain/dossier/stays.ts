import type { Instant } from '../working-time/index.ts';
import type { DossierState, StepStay } from './state.ts';

/** The stay that has not ended: where the dossier is now. */
export function currentStay(state: Pick<DossierState, 'steps'>): StepStay | undefined {
  const last = state.steps.at(-1);
  return last?.endedAt === undefined ? last : undefined;
}

export function startStay(
  stays: readonly StepStay[],
  key: string | undefined,
  startedAt: Instant,
): readonly StepStay[] {
  return key === undefined ? stays : [...stays, { key, startedAt }];
}

export function endStay(
  stays: readonly StepStay[],
  endedAt: Instant,
  ended: NonNullable<StepStay['ended']>,
): readonly StepStay[] {
  const last = stays.at(-1);
  if (last === undefined || last.endedAt !== undefined) return stays;
  return [...stays.slice(0, -1), { ...last, endedAt, ended }];
}

/** A step completed that was never begun here (an imported dossier) is a stay of no length. */
export function completeStay(
  stays: readonly StepStay[],
  key: string,
  at: Instant,
): readonly StepStay[] {
  const begun = currentStay({ steps: stays })?.key === key ? stays : startStay(stays, key, at);
  return endStay(begun, at, 'completed');
}
