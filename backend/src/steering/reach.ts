import type { SteeringRows } from '#contract/steering';
import { leadingOf } from '#domain/steering';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';

/** How far a leader's eye reaches in a unit. */
export interface Reach {
  readonly unitId: number;
  /** Whose dossiers are counted; undefined: the whole unit's. */
  readonly departments: readonly string[] | undefined;
}

/** What is asked for, as far as whoever asks may see it. */
export interface BoardReach extends Reach {
  readonly by: SteeringRows;
  readonly mayAskBy: readonly SteeringRows[];
}

/** With one's own roles, and with those of whoever one stands in for just now. */
function unitLed(actor: RequestActor, unitId: number | undefined) {
  const unit = actor.choose('steering.read', unitId);
  return { unitId: unit.id, ...leadingOf([unit, ...unit.standsInFor]) };
}

/** Leaders see the unit, heads their departments. */
export function reachOf(actor: RequestActor, asked: number | undefined): Reach {
  const { unitId, isWhole, headed } = unitLed(actor, asked);
  return { unitId, departments: isWhole ? undefined : headed };
}

/** Officer by officer only for their own head: a director sees departments, and no one's name in a table. */
export function boardReachOf(
  actor: RequestActor,
  asked: { readonly unitId?: number | undefined; readonly by?: SteeringRows | undefined },
): BoardReach {
  const { unitId, isWhole, headed } = unitLed(actor, asked.unitId);
  const mayAskBy: readonly SteeringRows[] =
    headed.length === 0 ? ['department'] : ['department', 'officer'];
  const by = asked.by ?? (isWhole ? 'department' : 'officer');
  if (!mayAskBy.includes(by)) throw new ProblemError('not-permitted');
  const departments = isWhole && by === 'department' ? undefined : headed;
  return { unitId, departments, by, mayAskBy };
}
