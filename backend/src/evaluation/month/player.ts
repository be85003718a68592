import {
  decide,
  type Command,
  type DossierState,
  type Intake,
  type ProcedureSnapshot,
} from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import type { WatchedOffice } from '../../dossiers/index.ts';
import type { Plan } from './plan.ts';
import type { Act } from './script.ts';

/** The office in which a plan is played; the moment and the officer come with each act. */
export interface Stage extends Omit<WatchedOffice, 'now' | 'actor'> {
  readonly snapshot: ProcedureSnapshot;
}

export interface Played {
  readonly state: DossierState | null;
  /** The act the office would not have; the rest of the story is not told. */
  readonly refused?: { readonly at: Instant; readonly code: string };
}

const intakeOf = ({ channel, bundle, told }: Plan, { snapshot }: Stage): Intake => ({
  ...told,
  code: '',
  procedure: snapshot,
  channel,
  ...(bundle !== undefined && { bundle }),
});

const commandOf = (act: Act, plan: Plan, stage: Stage): Command =>
  'opens' in act ? { type: act.opens, body: { intake: intakeOf(plan, stage) } } : act.command;

/** Carries acts out one after another, each by the product's own decision. */
export function play(
  plan: Plan,
  acts: readonly Act[],
  from: DossierState | null,
  { snapshot, ...office }: Stage,
): Played {
  let state = from;
  for (const act of acts) {
    const command = commandOf(act, plan, { snapshot, ...office });
    const decision = decide(command, state, {
      ...office,
      now: act.at,
      actor: plan.cast(act.by),
    });
    if (!decision.ok) return { state, refused: { at: act.at, code: decision.refusal.code } };
    // A form somebody has to approve first since the unit's settings were changed.
    if (decision.value.kind !== 'events') {
      return { state, refused: { at: act.at, code: 'approval-awaited' } };
    }
    state = decision.value.state;
  }
  return { state };
}

/** The acts that should have happened by now. */
export const actsUntil = ({ acts }: Plan, now: Instant): readonly Act[] =>
  acts.filter(({ at }) => at <= now);

/**
 * What is still to be played of a dossier whose last event was told at that moment; undefined where that was
 * none of the plan's acts: somebody has taken the dossier into his own hands, and it is his from then on.
 */
export function actsAfter(plan: Plan, last: number, now: Instant): readonly Act[] | undefined {
  if (plan.acts.every(({ at }) => at !== last)) return undefined;
  return actsUntil(plan, now).filter(({ at }) => at > last);
}
