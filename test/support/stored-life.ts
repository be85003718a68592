import { replay, type DossierEvent, type DossierState } from '#domain/dossier';
import { instant } from '#domain/working-time';
import type { Append } from '../../backend/src/dossiers/store/append.ts';

/** The primary dossier that random lives are linked to, under an id a table takes. */
const PRIMARY = '0190a000-0000-7000-8000-000000000001';

let serial = 0;

/** A dossier id nobody else has in this run. */
export const aDossierId = (): string => {
  serial += 1;
  return `0190b000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`;
};

export const withStorableIds = (history: readonly DossierEvent[]): readonly DossierEvent[] =>
  JSON.parse(JSON.stringify(history).replaceAll('"primary"', `"${PRIMARY}"`)) as DossierEvent[];

export const stateAfter = (
  history: readonly DossierEvent[],
  version = history.length,
): DossierState => {
  const state = replay(history.slice(0, version));
  if (state === null) throw new Error('A dossier without events');
  return state;
};

/** What a command hands to the store, with nothing said that the test is not about. */
export const anAppend = (
  unit: number,
  state: DossierState,
  changes: Partial<Append> = {},
): Append => ({
  unit,
  dossierId: aDossierId(),
  expectedVersion: 0,
  state,
  signals: { stepDueAt: null, nextSignalAt: null },
  audit: [
    {
      officeAt: instant(state.history.at(-1)?.recordedAt ?? 0),
      actor: { kind: 'officer', id: 'user-1' },
      act: 'dossier.receive',
      outcome: 'done',
    },
  ],
  ...changes,
});
