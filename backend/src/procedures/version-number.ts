/** More versions of one procedure than a city will publish. */
const OVERLAY_STEP = 10_000;

/** Which version of the catalogue's entry, and which of the unit's overlay on it (0: none). */
export interface VersionParts {
  readonly base: number;
  readonly overlay: number;
}

/**
 * One number for both, for a dossier to keep: the entry's own number until a unit lays something over it.
 *
 * @example versionNumber({ base: 2, overlay: 0 }) → 2, versionNumber({ base: 2, overlay: 3 }) → 30002
 */
export const versionNumber = ({ base, overlay }: VersionParts): number =>
  overlay * OVERLAY_STEP + base;

export const partsOf = (version: number): VersionParts => ({
  base: version % OVERLAY_STEP,
  overlay: Math.floor(version / OVERLAY_STEP),
});
