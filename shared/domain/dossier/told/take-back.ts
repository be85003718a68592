import { placed } from '../decide/placed.ts';
import { effectiveEvents, standingAmendments } from '../effective.ts';
import { evolve } from '../evolve.ts';
import type { Office } from '../office.ts';
import type { DossierState } from '../state.ts';

/** Why an event was taken back, or a dossier annulled: what told of it was a mistake. */
const REASON = 'import-undone';

/** What one import told of a dossier: the versions behind `before`, up to `after`. */
interface Told {
  readonly before: number;
  readonly after: number;
}

/**
 * The dossier as if it had never been told so. One that nobody knew before is annulled; else everything told is
 * voided, the last first, so that every due moment is again the one that stood before.
 */
export function takeBack(state: DossierState, told: Told, asked: Office): DossierState {
  const office = notBehind(state, asked);
  const occurrence = { occurredAt: office.now, backdated: false };
  if (told.before === 0) {
    const payload = { reasonCode: REASON };
    return evolve(state, placed({ type: 'annulled', payload }, { state, office, occurrence }));
  }
  return standingVersions(state, told).reduce((current, version) => {
    const payload = { version, dues: [], reasonCode: REASON };
    return evolve(
      current,
      placed({ type: 'voided', payload }, { state: current, office, occurrence }),
    );
  }, state);
}

/** The last first; what is void already is left alone. */
function standingVersions({ history }: DossierState, { before, after }: Told): readonly number[] {
  const standing = [...effectiveEvents(history), ...standingAmendments(history)];
  const versions = new Set(standing.map(({ version }) => version));
  return [...versions]
    .filter((version) => version > before && version <= after)
    .toSorted((a, b) => b - a);
}

/** For a dossier time never runs backwards. */
function notBehind({ history }: DossierState, office: Office): Office {
  const last = history.at(-1)?.recordedAt;
  return last === undefined || last <= office.now ? office : { ...office, now: last };
}
