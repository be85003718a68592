import type { DossierState } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import {
  applicantOf,
  newLookupCode,
  sealedLookup,
  signalsOf,
  type Append,
  type KeyedHash,
} from '../../dossiers/index.ts';
import type { SecretBox } from '../../platform/secret-box/secret-box.ts';
import type { Plan } from './plan.ts';
import type { Stage } from './player.ts';

/** With what persons and slips are kept. */
export interface Keys {
  readonly box: SecretBox;
  readonly hashes: KeyedHash;
}

export interface Performance {
  readonly unitId: number;
  readonly unitCode: string;
  readonly plan: Plan;
  readonly stage: Stage;
  readonly state: DossierState;
  /** How much of it is stored already. */
  readonly before: number;
  readonly now: Instant;
  /** False where nobody is to be warned: a neighbour's people are not here. */
  readonly isWatched?: boolean;
}

const MACHINE = { kind: 'system', id: 'evaluation' } as const;

/** What belongs to a dossier from its birth on. */
const birthOf = (
  { unitId, unitCode, plan, now }: Performance,
  { box, hashes }: Keys,
): Partial<Append> => ({
  unitCode,
  applicant: applicantOf(unitId, plan.applicant, hashes),
  sources: plan.told.sources.map((source) => ({ asOf: now, ...source, knownAt: now })),
  lookup: sealedLookup(plan.id, newLookupCode(), box),
});

/** All that a plan's dossier has lived through since it was last stored. */
export function appendOf(performance: Performance, keys: Keys): Append {
  const { unitId, plan, stage, state, before, now, isWatched = true } = performance;
  const subject = { type: 'dossier', id: plan.id };
  const office = { ...stage, now, actor: plan.cast('tiepnhan') };
  return {
    unit: unitId,
    dossierId: plan.id,
    expectedVersion: before,
    state,
    signals: { ...signalsOf(state, office), ...(!isWatched && { nextSignalAt: null }) },
    audit: [{ officeAt: now, actor: MACHINE, act: 'evaluation.played', outcome: 'done', subject }],
    ...(before === 0 && birthOf(performance, keys)),
  };
}
