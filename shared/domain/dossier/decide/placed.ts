import type { DossierEvent } from '../event.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Office } from '../office.ts';
import type { DossierState } from '../state.ts';
import type { Happening } from './happening.ts';

export interface Place {
  /** The dossier it happened to; null for the first thing that happens. */
  readonly state: DossierState | null;
  readonly office: Office;
  readonly occurrence: Occurrence;
}

/** What happened, with its version, time, actor and words. */
export function placed(happening: Happening, { state, office, occurrence }: Place): DossierEvent {
  const { occurredAt, backdated, backdateReason } = occurrence;
  const texts = { ...happening.texts, ...(backdateReason !== undefined && { backdateReason }) };
  return {
    ...happening,
    version: (state?.version ?? 0) + 1,
    occurredAt,
    recordedAt: office.now,
    backdated,
    actor: office.actor,
    ...(Object.keys(texts).length > 0 && { texts }),
  };
}
