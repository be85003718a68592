import type { DueOutcome } from '#domain/deadline';
import { decide, type DossierState, type Office } from '#domain/dossier';
import type { Instant } from '#domain/working-time';

/** A dossier counted anew with another calendar. */
export interface DueRevision {
  /** After the `dueRevised` that says so. */
  readonly state: DossierState;
  /** Where the due moment in force moves; absent where only what lies beside it does. */
  readonly move?: { readonly from: Instant; readonly to: Instant };
}

const TOLD = ['dueAt', 'beforeExtensionAt', 'oursAt', 'provisional'] as const;

/**
 * What another calendar makes of a dossier's due moment; undefined where nothing changes. What a slip, a
 * source or an extension promised stays: only our own counting moves, beside it.
 *
 * @example received 2026-11-20, three working days, 24/11 becomes a day off → from 25/11 to 26/11
 */
export function dueRevision(state: DossierState, office: Office): DueRevision | undefined {
  const before = state.due;
  if (before === null) return undefined;
  const decision = decide({ type: 'revise-due', body: { cause: 'calendar' } }, state, office);
  if (!decision.ok || decision.value.kind !== 'events') {
    throw new Error(`A calendar could not revise a dossier in state ${state.name}`);
  }
  const { state: revised } = decision.value;
  const after = revised.due;
  if (after === null || TOLD.every((member) => after[member] === before[member])) return undefined;
  return { state: revised, ...moveOf(before, after) };
}

function moveOf(before: DueOutcome, after: DueOutcome): Pick<DueRevision, 'move'> {
  const [from, to] = [before.dueAt, after.dueAt];
  return from === null || to === null || from === to ? {} : { move: { from, to } };
}
